"""Text as it comes: line ends, marks, notes, damage. What is found stands where it is said to stand."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citator.corpus import citations, structure
from citator.corpus.citations.repair import repair
from citator.corpus.model import Citation, Decision, Document, Footnote, Opinion, Page, Part, Span

OPINIONS = Path(__file__).parents[2] / "corpus" / "opinions"
NAMES = ["armstrong", "banuelos-rodriguez", "caperna", "redondo-lemos"]


@cache
def opinion(name: str) -> Opinion:
    text = (OPINIONS / f"{name}.txt").read_bytes().decode("utf-8")
    return structure.analyse(Document(f"{name}.txt", "0", "text", text))


def made(
    text: str, *, breaks: tuple[int, ...] = (), notes: tuple[Footnote, ...] = (), pages: tuple[Page, ...] = ()
) -> Opinion:
    """An opinion of one part; ``breaks`` are where its second and later paragraphs begin."""
    starts = [0, *breaks]
    paragraphs = tuple(Span(a, b) for a, b in zip(starts, [*breaks, len(text)], strict=True))
    part = Part("lead", "lead", None, 0, len(text))
    return Opinion(Document("t", "", "text", text), Decision(), (part,), pages, notes, paragraphs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Carpen-\nter, 9 F.2d 1", "Carpenter, 9 F.2d 1", id="hyphen-at-line-end"),
        pytest.param("Banuelos-\nRodriguez", "Banuelos-Rodriguez", id="true-hyphen-at-line-end"),
        pytest.param("1180-\n81", "1180-81", id="range-at-line-end"),
        pytest.param("Code §13\n\n–41; p. 3\n-4-", "Code §13–41; p. 3 -4-", id="range-on-the-next-line"),
        pytest.param("2011-Ohio-\n77, 2007-\nNMSC-052", "2011-Ohio-77, 2007-NMSC-052", id="neutral-at-line-end"),
        pytest.param("2011–Ohio–77 and 1–2", "2011-Ohio-77 and 1–2", id="neutral-with-dashes"),
        pytest.param("9  F.2d\n   1", "9 F.2d 1", id="uneven-spaces"),
        pytest.param("Re-dondo v. Roe. Redondo won.", "Redondo v. Roe. Redondo won.", id="scan-hyphen"),
        pytest.param("Co-op v. Roe. It won.", "Co-op v. Roe. It won.", id="hyphen-that-stays"),
        pytest.param("A\u200bv. B &amp; C", "Av. B & C", id="invisible-and-escaped"),
        pytest.param("9 F.2d 1 , 2", "9 F.2d 1 , 2", id="space-before-comma"),
        pytest.param("9 U.S.C. ง 2; 5 U.S.C. Â§ 3; ถ 7", "9 U.S.C. § 2; 5 U.S.C. § 3; ¶ 7", id="another-code-page"),
        pytest.param("§ lB1.3(a)(l)(B); § ll-202(a); 14 U.S.C. § l, 7", "§ 1B1.3(a)(1)(B); § 11-202(a); 14 U.S.C. § 1, 7", id="ones-read-as-letters"),
        pytest.param("§ law; (l) and (2)(l)", "§ law; (l) and (2)(l)", id="letters-that-stay"),
        pytest.param("28 U.S.C. s 1343, so his s\n1983 claim (ss 7, 8) of 9 A. s 2; it’s 7 cars", "28 U.S.C. § 1343, so his § 1983 claim (§§ 7, 8) of 9 A. § 2; it’s 7 cars", id="letters-for-marks"),
        pytest.param("28 U.S.C. § 1343, item s 7", "28 U.S.C. § 1343, item s 7", id="letters-beside-marks"),
        pytest.param("see **12 id. at 1", "see id. at 1", id="page-of-a-second-reporter"),
    ],
)  # fmt: skip
def test_text_is_repaired(text: str, expected: str) -> None:
    assert expected == repair(made(text)).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("42 U.S.C.   1983 and under   1983 it is", "42 U.S.C. 1983 and under § 1983 it is", id="within-a-line"),
        pytest.param("42 U.S.C.   1983; brought under\n  1983, it", "42 U.S.C. 1983; brought under § 1983, it", id="at-a-line-end"),
        pytest.param("42 U.S.C.   1983 and Section   1983 is", "42 U.S.C. 1983 and Section 1983 is", id="spelled-out"),
        pytest.param("42 U.S.C.   1983 in the year   1984 was", "42 U.S.C. 1983 in the year 1984 was", id="another-number"),
        pytest.param("18 U.S.C.   2. Mass. Gen. L.  ch. 76,    2", "18 U.S.C. 2. Mass. Gen. L. ch. 76, § 2", id="behind-a-chapter"),
        pytest.param("Mass. Gen. L. ch. 76A   2. In the  year   1983", "Mass. Gen. L. ch. 76A § 2. In the year 1983", id="of-a-state-alone"),
        pytest.param("18 U.S.C.   2. Me. Rev. Stat. Ann.  tit.\n  24,   2857", "18 U.S.C. 2. Me. Rev. Stat. Ann. tit. 24, § 2857", id="behind-a-title"),
        pytest.param("18 U.S.C.   2. R.I. Gen.  Laws   11-8-3 (1969)", "18 U.S.C. 2. R.I. Gen. Laws § 11-8-3 (1969)", id="behind-a-code"),
        pytest.param("18 U.S.C.   922(g). See id.    924.", "18 U.S.C. 922(g). See id. § 924.", id="behind-id"),
        pytest.param("18 U.S.C.   2. R.I. Gen.  Laws   1969", "18 U.S.C. 2. R.I. Gen. Laws 1969", id="a-year"),
        pytest.param("42 U.S.C. § 1983 in the year   1983 was", "42 U.S.C. § 1983 in the year 1983 was", id="marks-not-lost"),
    ],
)  # fmt: skip
def test_lost_section_marks(text: str, expected: str) -> None:
    assert expected == repair(made(text)).text


def test_a_section_whose_mark_is_lost_begins_at_its_number() -> None:
    text = "42 U.S.C.   1983 governs. His suit under   1983 fails."
    assert ["42 U.S.C.   1983", "1983"] == [c.span.of(text) for c in citations.find(made(text))]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param("In Norwood", "v. Roe, 1 U.S. 2", "In Norwood v. Roe, 1 U.S. 2", id="italics-of-a-name"),
        pytest.param("we said in", "Roe, 1 U.S. 2", "we said in Roe, 1 U.S. 2", id="small-word"),
        pytest.param("Doe v. Roe, 5 U. S.", "61, 68", "Doe v. Roe, 5 U. S. 61, 68", id="reporter-and-page"),
        pytest.param("Doe v. Roe, 1", "Black, at 488", "Doe v. Roe, 1 Black, at 488", id="volume-and-reporter"),
        pytest.param(
            "Doe v. Roe, 5 F.2d 1, 2", "(1st Cir. 1978)", "Doe v. Roe, 5 F.2d 1, 2 (1st Cir. 1978)", id="date"
        ),
        pytest.param(
            "Doe v. Roe, 5 F.2d 1 (1st Cir.", "1978)", "Doe v. Roe, 5 F.2d 1 (1st Cir. 1978)", id="open-parenthesis"
        ),
        pytest.param("Utah Code §76", "–5–103 holds", "Utah Code §76–5–103 holds", id="dash-of-a-number"),
        pytest.param("It is so.", "The rest", "It is so.\nThe rest", id="end-of-paragraph"),
        pytest.param("II", "The rest", "II\nThe rest", id="heading"),
    ],
)
def test_a_sentence_may_go_on_over_a_break(before: str, after: str, expected: str) -> None:
    assert expected == repair(made(f"{before}\n\n{after}", breaks=(len(before) + 2,))).text


@pytest.mark.parametrize(
    ("text", "breaks", "expected"),
    [
        pytest.param("It is so\nhere.\nRoe won.", (15,), "It is so here.\nRoe won.", id="end-of-a-paragraph-stays"),
        pytest.param("See Roe\n, Doe and one-\nhalf–\nno", (), "See Roe, Doe and onehalf– no", id="comma-and-hyphens"),
    ],
)
def test_line_ends_become_spaces(text: str, breaks: tuple[int, ...], expected: str) -> None:
    assert expected == repair(made(text, breaks=breaks)).text


def test_the_mark_of_a_note_between_sentences_parts_them() -> None:
    text = "It is in equity.[7]United States v. Roe, 9 U.S. 1, so[8]called."
    notes = tuple(Footnote(n, "lead", text.index(f"[{n}"), 0, 0) for n in ("7", "8"))
    source = made(text, notes=notes)
    assert "It is in equity. United States v. Roe, 9 U.S. 1, socalled." == repair(source).text
    assert ["United States v. Roe"] == [c.name for c in citations.find(source)]


def test_a_page_mark_within_a_word_goes() -> None:
    edited = repair(made("the Unit*971ed States", pages=(Page("971", 8, 12),)))
    assert ("the United States", "Unit*971ed") == (edited.text, edited.span(4, 10).of(edited.source))


def test_the_mark_of_a_note_on_a_line_of_its_own_is_left_out() -> None:
    text = "It relies on Roe,\n2\n125 F.R.D. 49, and so do we, id. at 50,\n3\nas they said."
    notes = tuple(Footnote(n, "lead", text.index(f"\n{n}\n") + 1, 0, 0) for n in ("2", "3"))
    expected = "It relies on Roe, 125 F.R.D. 49, and so do we, id. at 50, as they said."
    assert expected == repair(made(text, notes=notes)).text


def test_a_note_within_a_sentence_is_read_after_it() -> None:
    text = "In other words,\n___\n2 See Roe v. Doe, 1 F.2d 2.\nDoe v. Poe, 3 F.2d 4."
    start = text.index("See")
    note = Footnote("2", "lead", None, start, text.index("\nDoe"))
    source = made(text, breaks=(start, text.index("Doe v. P")), notes=(note,))
    assert "In other words, Doe v. Poe, 3 F.2d 4.\nSee Roe v. Doe, 1 F.2d 2." == repair(source).text
    assert ["1 F.2d 2", "3 F.2d 4"] == [c.cite for c in citations.find(source)]


def test_a_note_within_a_citation_is_read_too() -> None:
    text = "It is so. Roe v. Doe, 41 U.S.\n\n1 See Allen v. Poe, 9 F.2d 7.\n\n5, 6 (1950). So."
    start, after = text.index("See"), text.index("5, 6")
    note = Footnote("1", "lead", 4, start, after - 2)
    found = citations.find(made(text, breaks=(start, after), notes=(note,)))
    assert [("Roe v. Doe", "41 U.S. 5", None), ("Allen v. Poe", "9 F.2d 7", "1")] == [
        (citation.name, citation.cite, citation.footnote) for citation in found
    ]


def test_the_mark_of_a_note_is_no_part_of_a_pin() -> None:
    text = "See id. at 9.2 Then Roe v. Doe, 1 F.2d 2, 5.3 So"
    notes = tuple(Footnote(n, "lead", text.index(mark) + 2, 0, 0) for n, mark in (("2", "9.2"), ("3", "5.3")))
    assert ["9", "5"] == [c.pin for c in citations.find(made(text, notes=notes))]


@pytest.mark.parametrize("name", NAMES)
def test_every_citation_stands_where_it_is_said_to(name: str) -> None:
    check(opinion(name).text, citations.find(opinion(name)))


def check(text: str, found: tuple[Citation, ...]) -> None:
    starts = {citation.start for citation in found}
    end = 0
    for citation in found:
        assert end <= citation.start < citation.end <= len(text)
        assert citation.full.contains(citation.span)
        assert 0 <= citation.full.start <= citation.full.end <= len(text)
        for span in (citation.parenthetical, citation.name_span):
            assert span is None or 0 <= span.start <= span.end <= len(text)
        for other in (citation.parallel_of, citation.history_of, citation.within):
            assert other is None or other in starts
        end = citation.end


@pytest.mark.parametrize(
    ("name", "cite", "expected"),
    [
        pytest.param("armstrong", "990 F.2d 472", ("United States v. Gutierrez", "476", 1993, "ca9"), id="gutierrez"),
        pytest.param("armstrong", "836 F.2d 1312", ("United States v. Gordon", None, 1988, "ca11"), id="history-court"),
        pytest.param("armstrong", "840 F.2d 1087",
                     ("St. German of Alaska Eastern Orthodox Catholic Church v. United States", "1095", 1988, "ca2"), id="misread"),
        pytest.param("armstrong", "413 F.2d 705",
                     ("N.L.R.B. v. International Union of Operating Engineers, Local Union No. 12", "707-08", 1969, "ca9"), id="local"),
        pytest.param("banuelos-rodriguez", "488 U.S. 361", ("Mistretta v. United States", None, 1989, "scotus"), id="overruled-by"),
        pytest.param("caperna", "198 F.3d 1167", ("United States v. Daas", "1180-81", 1999, "ca9"), id="name-before"),
        pytest.param("caperna", "914 F.2d 1131", ("United States v. Carpenter", "1135-36", 1990, "ca9"), id="hyphenated"),
        pytest.param("caperna", "129 F.3d 1140", ("United States v. Gallegos", "1144", 1997, "ca10"), id="quoted"),
        pytest.param("redondo-lemos", "477 F.2d 375",
                     ("Inmates of Attica Correctional Facility v. Rockefeller", "379-80", 1973, "ca2"), id="attica"),
        pytest.param("redondo-lemos", "111 S. Ct. 1104", ("Dorfmont v. Brown", None, 1991, "scotus"), id="blank"),
    ],
)  # fmt: skip
def test_citations_of_the_four_opinions(name: str, cite: str, expected: tuple[object, ...]) -> None:
    first = next(c for c in citations.find(opinion(name)) if c.cite == cite)
    assert expected == (first.name, first.pin, first.year, first.court)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("armstrong", (42, 21, 7, 0), id="armstrong"),
        pytest.param("banuelos-rodriguez", (69, 16, 29, 0), id="banuelos-rodriguez"),
        pytest.param("caperna", (11, 4, 14, 0), id="caperna"),
        pytest.param("redondo-lemos", (66, 11, 0, 2), id="redondo-lemos"),
    ],
)
def test_as_many_are_found_as_a_careful_reader_counts(name: str, expected: tuple[int, ...]) -> None:
    kinds = [citation.kind for citation in citations.find(opinion(name))]
    assert expected == tuple(kinds.count(kind) for kind in ("full_case", "short_case", "id", "supra"))


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A stretch of an opinion with spans deleted, doubled or replaced, and strange characters put in."""
    text = opinion(draw(st.sampled_from(NAMES))).text
    start = draw(st.integers(0, len(text) - 1))
    text = text[start : start + draw(st.integers(1, 3000))]
    for _ in range(draw(st.integers(0, 6))):
        i = draw(st.integers(0, len(text)))
        j = min(len(text), i + draw(st.integers(0, 80)))
        put = draw(
            st.sampled_from(
                [text[i:j] * 2, "", "\x00", "(", ")", "[", "*12", "\n\n", "— U.S. —", "Id.", "supra, ", "𝔘"]
            )
            | st.text(max_size=5)
        )
        text = text[:i] + put + text[j:]
    return text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_damaged_text_breaks_nothing(text: str) -> None:
    check(text, citations.find(structure.analyse(Document("damaged.txt", "0", "text", text))))


def test_cost_grows_in_proportion_to_length() -> None:
    text = opinion("caperna").text

    def cost(times: int) -> float:
        source = structure.analyse(Document("long.txt", "0", "text", text * times))
        begun = time.process_time()
        citations.find(source)
        return time.process_time() - begun

    cost(1)  # loads the reporters
    assert cost(32) <= 20 * cost(4)


@pytest.mark.parametrize(
    ("text", "note", "expected"),
    [
        pytest.param("In Hall v. Roe^ the court held so.", "481 U.S. 739, 107 S. Ct. 2095 (1987).", "Hall v. Roe", id="case"),
        pytest.param("It is so under In re Hall,^ which binds.", "48 F.2d 7 (2d Cir. 1931).", "In re Hall", id="in-re"),
        pytest.param("The panel had reversed the judgment of the Court.^ We agree.", "48 F.2d 7 (1931).", None, id="a-sentence"),
        pytest.param("In Hall v. Roe it was so held.^ We agree.", "48 F.2d 7 (1931).", None, id="not-just-before-the-mark"),
        pytest.param("In Hall v. Roe^ the court held so.", "The rule is old. 48 F.2d 7 (1931).", None, id="not-at-the-opening"),
    ],
)  # fmt: skip
def test_a_citation_that_opens_a_note_is_of_the_case_before_the_mark(
    text: str, note: str, expected: str | None
) -> None:
    body, ref = text.replace("^", "1"), text.index("^")
    start = len(body) + 5
    opinion = made(
        f"{body}\n\n1. {note}", breaks=(len(body) + 2,), notes=(Footnote("1", "lead", ref, start, start + len(note)),)
    )
    assert {expected} == {c.name for c in citations.find(opinion) if c.kind == "full_case"}
