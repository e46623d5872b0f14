"""How citations hang together: parallels, history, parentheses, signals, strings."""

from __future__ import annotations

import pytest

from citator.corpus import citations, structure
from citator.corpus.citations import history
from citator.corpus.model import Citation, Document


def cited(text: str) -> list[Citation]:
    opinion = structure.analyse(Document("relations.txt", "0", "text", text))
    return [citation for citation in citations.find(opinion) if citation.kind != "name_ref"]


def words(text: str, start: int | None) -> str | None:
    """The core that begins at ``start``, to name a relation by."""
    return next((c.span.of(text) for c in cited(text) if c.start == start), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Foo v. Bar, 5 U.S. 81, 100, 6 S.Ct. 35, 7 L.Ed.2d 39 (1996)", [None, "5 U.S. 81", "5 U.S. 81"], id="commas"),
        pytest.param("Foo v. Bar, 6 Wash. 5; 5 P. (2d) 10.", [None, "6 Wash. 5"], id="semicolon"),
        pytest.param("Foo v. Bar, 8 Tex. 5; 2 S.W. 5; 20 L.R.A. 4", [None, "8 Tex. 5", "8 Tex. 5"], id="three-by-semicolon"),
        pytest.param("Foo v. Bar, 8 Wall. 5; 75 U. S. 5", [None, "8 Wall. 5"], id="old-and-new"),
        pytest.param("Foo v. Bar (1995) 9 Cal.4th 8, 9 [3 Cal.Rptr. 1, 2 P.2d 3]", [None, "9 Cal.4th 8", "9 Cal.4th 8"], id="brackets"),
        pytest.param("Foo v. Bar, 199 Ga. App. 7, 9 (1) (406 SE2d 120) (1991)", [None, "199 Ga. App. 7"], id="parentheses"),
        pytest.param("Foo v. Bar, [58 Cal.App.4th 44] 67 Cal.Rptr.2d 8", [None, "58 Cal.App.4th 44"], id="bracket-first"),
        pytest.param("Foo v. Bar, 5 U.S. 4,    , 12 L. Ed. 5, 11 S.Ct. 4 (1991)", [None, "5 U.S. 4", "5 U.S. 4"], id="blank-pin"),
        pytest.param("Foo v. Bar, — U.S. —, 11 S.Ct. 4 (1991)", ["11 S.Ct. 4", None], id="blank-first"),
        pytest.param("Foo, 5 U.S. at 96, 6 S.Ct. 35", [None, "5 U.S. at 96"], id="short-and-full"),
        pytest.param("Id., at 86, 11 S.Ct., at 84", [None, "Id."], id="id"),
        pytest.param("Foo, supra, at 14, 47 S.Ct., at 6", [None, "supra"], id="supra"),
        pytest.param("Foo v. Bar, 26 Ga. 7 (2), 9 (17 SE2d 18).", [None, "26 Ga. 7"], id="parentheses-behind-a-page"),
        pytest.param("Foo v. Bar, 5 U.S. 4,. 6 S.Ct. 9 (1976)", [None, "5 U.S. 4"], id="stray-stop"),
        pytest.param("Foo v. Bar, 2004 VT 3, [17 Vt. 4,] 8 A.2d 4", [None, "2004 VT 3", "2004 VT 3"], id="bracketed-with-its-comma"),
        pytest.param("Foo v. Bar, 6 App. D.C. 11; 5 F.2d 92.", [None, "6 App. D.C. 11"], id="the-districts-own"),
        pytest.param("Foo v. Bar, ___ F.3d ___, ___ (2d Cir. 1994) [No. 93-1, 1994 WL 5, at *6].", ["1994 WL 5", None], id="database-behind-a-blank"),
        pytest.param("Foo v. Bar, 5 F.2d 1; Doe v. Roe, 6 F.2d 2", [None, None], id="two-cases"),
        pytest.param("See 5 U.S. 1; 6 U.S. 2", [None, None], id="two-of-one-reporter"),
    ],
)  # fmt: skip
def test_parallels(text: str, expected: list[str | None]) -> None:
    assert expected == [words(text, citation.parallel_of) for citation in cited(text)]


def test_parallels_share_name_court_year_and_authority() -> None:
    found = cited("Foo v. Bar, 5 U.S. 81, 100, 6 S.Ct. 35 (1996)")
    assert [("Foo v. Bar", "scotus", 1996, "5 U.S. 81")] * 2 == [(c.name, c.court, c.year, c.authority) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Foo v. Bar, 5 F.2d 1 (2d Cir.), aff’d, 6 U.S. 2 (1960)",
                     [(None, None), ("aff'd", "5 F.2d 1")], id="affirmed"),
        pytest.param("Foo v. Bar, 5 F.2d 1 (2d Cir. 1959), cert. denied 6 U.S. 2, 7 S.Ct. 3",
                     [(None, None), ("cert. denied", "5 F.2d 1"), ("cert. denied", "5 F.2d 1")], id="no-comma"),
        pytest.param("Foo v. Bar, 5 F.2d 1, overruled by Doe v. Roe, 6 U.S. 2 (1960)",
                     [(None, None), ("overruled by", "5 F.2d 1")], id="with-a-name"),
        pytest.param("Foo v. Bar, 5 F. Supp. 1 (D. Me. 1960), aff'd, 6 F.2d 2 (1st Cir. 1961), rev'd on other grounds, 7 U.S. 3 (1962)",
                     [(None, None), ("aff'd", "5 F. Supp. 1"), ("rev'd on other grounds", "6 F.2d 2")], id="chain"),
        pytest.param("Foo v. Bar, 5 F.2d 1 (2d Cir. 1959) (quoting Doe v. Roe, 4 U.S. 1 (1950)), vacated, 6 U.S. 2 (1960)",
                     [(None, None), (None, None), ("vacated", "5 F.2d 1")], id="after-a-parenthetical"),
        pytest.param("Foo v. Bar, 5 F.2d 1 (2d Cir. 1959). We affirmed. Doe v. Roe, 6 U.S. 2 (1960)",
                     [(None, None), (None, None)], id="another-sentence"),
    ],
)  # fmt: skip
def test_history(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert expected == [(c.history, words(text, c.history_of)) for c in cited(text)]


def test_a_case_in_a_history_bears_the_name_of_its_head_unless_it_has_its_own() -> None:
    text = "Foo v. Bar, 5 F.2d 1 (2d Cir. 1959), aff'd sub nom. Bar v. Foo, 6 U.S. 2 (1960); A v. B, 1 F.2d 2, aff'd, 3 U.S. 4"
    assert ["Foo v. Bar", "Bar v. Foo", "A v. B", "A v. B"] == [c.name for c in cited(text)]


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        pytest.param(", certiorari denied, ", "cert. denied", id="spelled-out"),
        pytest.param(", rev’d and vacated in part on other grounds, ", "rev'd and vacated in part on other grounds", id="long"),
        pytest.param(", aff'd. per cur., ", "aff'd per cur", id="per-curiam"),
        pytest.param(", writ denied, 98-1234 (La. 5/1/98), ", "writ denied", id="louisiana"),
        pytest.param(", cert. den., ", "cert. denied", id="den"),
        pytest.param(", superseded by statute as stated in ", "superseded by statute as stated in", id="superseded"),
        pytest.param(", T. D. 4130, affirmed in, ", "aff'd in", id="after-a-second-number"),
        pytest.param(" (telling the story of it), aff'd, ", "aff'd", id="after-a-parenthesis"),
        pytest.param(", and overruled on\n            5\n     other grounds by ", "overruled on 5 other grounds by", id="over-a-page"),
        pytest.param(", which was affirmed, on both grounds, by the Court of Appeals for the First Circuit, ", "which was aff'd, on both grounds, by", id="by-a-court"),
        pytest.param(", rev'd on other grounds under the name ", "rev'd on other grounds", id="under-the-name"),
        pytest.param(", which overruled ", None, id="active"),
        pytest.param(" has limited ", None, id="perfect"),
        pytest.param("; ", None, id="string"),
        pytest.param(", which held that ", None, id="prose"),
        pytest.param(". Affirmed. See ", None, id="sentence"),
        pytest.param(", and the panel reversed in ", None, id="narrative"),
    ],
)  # fmt: skip
def test_words_that_tell_history(between: str, expected: str | None) -> None:
    assert expected == history.told(between)


def test_what_stands_in_a_parenthesis_is_within_its_case() -> None:
    text = "Foo v. Bar, 5 U.S. 9, 6 S.Ct. 3 (1990) (quoting Doe v. Roe, 4 U.S. 1 (1950) (citing A v. B, 1 U.S. 2))."
    found = cited(text)
    assert [(None, 0), (None, 0), ("5 U.S. 9", 1), ("4 U.S. 1", 2)] == [(words(text, c.within), c.depth) for c in found]


@pytest.mark.parametrize(
    ("text", "explains", "weights"),
    [
        pytest.param("1 F.2d 2 (9th Cir. 1990) (en banc) (holding so)", "holding so", ("en banc",), id="weight-first"),
        pytest.param("1 F.2d 2 (9th Cir. 1990) (Kay, J., dissenting)", None, ("Kay, J., dissenting",), id="dissent"),
        pytest.param("1 F.2d 2 (quoting Doe v. Roe, 4 U.S. 1)", None, (), id="quoting-explains-nothing"),
        pytest.param("1 F.2d 2 (holding (a) this (and that))", "holding (a) this (and that)", (), id="nested"),
        pytest.param("1 F.2d 2 (citations omitted) (emphasis added)", None, ("citations omitted", "emphasis added"), id="two"),
        pytest.param("1 F.2d 2 (1990) (internal quotation marks omitted)", None, ("internal quotation marks omitted",), id="marks"),
        pytest.param("1 U. S. ___, ___ (2020) (slip op., at 4)", None, ("slip op., at 4",), id="slip-opinion"),
        pytest.param("1 F.2d 2 (never closed", None, (), id="open"),
    ],
)  # fmt: skip
def test_parentheticals(text: str, explains: str | None, weights: tuple[str, ...]) -> None:
    first = cited(text)[0]
    assert (explains, weights) == (first.parenthetical.of(text) if first.parenthetical else None, first.weights)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "See A v. B, 1 U.S. 2; C v. D, 3 U.S. 4. E v. F, 5 U.S. 6", ["see", "see", None], id="goes-on-in-a-string"
        ),
        pytest.param("See A v. B, 1 U.S. 2; but see C v. D, 3 U.S. 4", ["see", "but see"], id="changes"),
        pytest.param("See, e. g., A v. B, 1 U.S. 2", ["see, e.g."], id="e-g"),
        pytest.param("Cf. id. at 5; see also Foo, supra", ["cf.", "see also"], id="id-and-supra"),
        pytest.param("Accord, A v. B, 1 U.S. 2", ["accord"], id="accord"),
        pytest.param("Compare A v. B, 1 U.S. 2, with C v. D, 3 U.S. 4", ["compare", "compare"], id="compare-with"),
        pytest.param("We see A v. B, 1 U.S. 2 (so) and C", ["see"], id="verb"),
        pytest.param("seen A v. B, 1 U.S. 2", [None], id="no-word"),
        pytest.param("See, for example, A v. B, 1 U.S. 2", ["see, e.g."], id="for-example"),
        pytest.param("See The Azul v. B, 1 U.S. 2", ["see"], id="article"),
        pytest.param("See, e. g., Abrams, Policy, 19 Yale L.J. 1 (1971)", ["see, e.g."], id="an-article-by-its-author"),
        pytest.param(
            "Cf. A v. B, 1 U.S. 2; Abrams, Policy, 19 Yale L.J. 1 (1971)", ["cf.", "cf."], id="an-article-in-a-string"
        ),
        pytest.param("See 19 Yale L.J. 1, 3", ["see"], id="an-article-without-its-author"),
        pytest.param("Cf. Abrams, What We See, 19 Yale L.J. 1", ["cf."], id="a-title-that-ends-in-a-signal"),
    ],
)
def test_signals(text: str, expected: list[str | None]) -> None:
    assert expected == [citation.signal for citation in cited(text)]


def test_citation_sentences_are_numbered() -> None:
    text = "A v. B, 1 U.S. 2; C v. D, 3 U.S. 4 (1990), aff'd, 5 U.S. 6. We agree. E v. F, 7 U.S. 8."
    strings = [citation.string for citation in cited(text)]
    assert (strings[0], strings[1], strings[2]) == (strings[0],) * 3
    assert strings[3] > strings[2]


def test_the_whole_of_a_citation_goes_from_its_name_to_its_last_parenthesis() -> None:
    text = "See Foo v. Bar, 5 F.2d 1, 3 (2d Cir. 1959) (en banc). Then."
    assert "Foo v. Bar, 5 F.2d 1, 3 (2d Cir. 1959) (en banc)" == cited(text)[0].full.of(text)
