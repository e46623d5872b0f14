"""Names alone: which of them mean the case, and which the person so named."""

from __future__ import annotations

import re

import pytest

from citator.corpus import citations
from citator.corpus.citations.short_names import fold, parties, short_names
from citator.corpus.model import Decision, Document, Opinion, Part, Span
from citator.corpus.resolve import resolve

CITED = "United States v. Daas, 198 F.3d 1167 (9th Cir. 1999); Smith v. Jones, 12 F.3d 1 (9th Cir. 1993). "


def names(text: str, caption: str | None = None) -> list[str]:
    """The names alone in ``text``, which follows citations of *Daas* and *Smith*."""
    text = f"See {CITED}\n\n{text}"
    starts = [0, *(m.end() for m in re.finditer(r"\n\n", text))]
    paragraphs = tuple(Span(a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True))
    part = Part("lead", "lead", None, 0, len(text))
    opinion = Opinion(Document("t", "", "text", text), Decision(name=caption), (part,), (), (), paragraphs)
    return [c.span.of(text) for c in citations.find(opinion) if c.kind == "name_ref"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("In Daas, we held so.", ["Daas"], id="in"),
        pytest.param("But Daas held otherwise.", ["Daas"], id="a decision holds"),
        pytest.param("The Daas court said no.", ["Daas"], id="court"),
        pytest.param("Under Smith and Daas, it is so.", ["Smith", "Daas"], id="two in a row"),
        pytest.param("We follow Daas’s reasoning.", ["Daas"], id="what a decision has"),
        pytest.param("We follow Daas’s two-step test, not Smith’s precise contours.", ["Daas", "Smith"], id="behind an adjective"),
        pytest.param("We reject Roe’s Daas claim in the First Circuit’s Smith case.", ["Daas", "Smith"], id="behind whose it is"),
        pytest.param("We leave Daas’s “rather generous” test, and Daas didn’t hold so. Smith was in turn held controlling.", ["Daas", "Daas", "Smith"], id="behind quoted words, and what it did not do"),
        pytest.param("The effect of Daas was itself decided by our interpretation of Smith.", ["Daas", "Smith"], id="its effect"),
        pytest.param("Limiting Daas to its facts is wise.", ["Daas"], id="what is done to a decision"),
        pytest.param("We find no conflict with Daas.", ["Daas"], id="object"),
        pytest.param("As United States v. Daas shows, it is.", ["United States v. Daas"], id="the whole name"),
        pytest.param("In Da-as, we held so.", ["Da-as"], id="a hyphen left by the scan"),
        pytest.param("Two of Daas claims failed. In raising Smith challenges one errs; his Daas  claims fail.", ["Daas", "Smith", "Daas"], id="claims under it"),
        pytest.param("A Daas-type rule and Smith-barred suits. His Daas motion failed.", ["Daas", "Smith", "Daas"], id="what is made after it"),
        pytest.param("The law on Daas- type motions is thin.", ["Daas"], id="a hyphen apart"),
        pytest.param("Roe v. June, 77 F.3d 9 (9th Cir. 1996). He came on June 20, 2006. In June, we held so.", ["June"], id="a month"),
        pytest.param("On this point, Daas claims the house. He says Smith challenges it.", [], id="a person claims"),
        pytest.param("The court vacated Daas’s sentence.", [], id="what a person has"),
        pytest.param("Daas appealed his conviction.", [], id="what a person does"),
        pytest.param("Officer Smith fired.", [], id="a title"),
        pytest.param("We thank John Smith for it.", [], id="a longer name"),
        pytest.param("The appellants Smith owned it.", [], id="roles of several"),
        pytest.param("Smith & Hale wrote the brief.", [], id="a firm"),
        pytest.param("Roe, Smith, Dent & Hale wrote the brief.", [], id="one of a firm"),
        pytest.param("We thank John T. Smith for it.", [], id="an initial"),
        pytest.param("We thank Jim “Flash” Smith for it.", [], id="a nickname"),
        pytest.param("He asked the Bank of Smith for it.", [], id="a bank"),
        pytest.param("\n\nB. Smith and its rule\n\nIn Smith, it is so.", ["Smith", "Smith"], id="a letter that counts headings"),
        pytest.param("Smith and Hale, JJ., dissent.", [], id="two judges"),
        pytest.param("Judge Roe and Smith, J., dissent.", [], id="a judge"),
        pytest.param("He testified against Daas.", [], id="done to a person"),
        pytest.param("Daas was arrested. They followed Daas home.", [], id="a person hereabouts"),
        pytest.param(
            "In Daas, it is so; in Daas, it is not; see the Daas rule. Daas was arrested and displaced Daas.",
            ["Daas"] * 4,
            id="a person hereabouts, but nearly always a decision",
        ),
        pytest.param("Smith v. Roe was not cited.", [], id="one side of another case"),
        pytest.param("The smith said Smith is here.", [], id="a word of the language"),
    ],
)  # fmt: skip
def test_case_or_person(text: str, expected: list[str]) -> None:
    assert expected == names(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Smith stated that he is here.", [], id="a party of this case speaks"),
        pytest.param("In Smith, we held so.", ["Smith"], id="but its earlier decision is a case"),
    ],
)
def test_a_party_of_the_case_at_hand_needs_surer_words(text: str, expected: list[str]) -> None:
    assert expected == names(text, caption="Smith v. Roe")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It is so. (Daas, at p. 1169, fn. 2.)", [("Daas", "1169, fn. 2")], id="in a parenthesis"),
        pytest.param("See Smith at 12. Daas, at 1170, 9 S.Ct., at 7.", [("Smith", "12"), ("Daas", "1170")], id="beside a parallel"),
        pytest.param("Daas was arrested and told Daas so. Daas, at 1169.", [("Daas", "1169")], id="a person hereabouts"),
        pytest.param("We bought it of Daas at 5.17 each.", [("Daas", None)], id="a price"),
        pytest.param("In Smith at 35 years it is so.", [("Smith", None)], id="an age"),
    ],
)  # fmt: skip
def test_the_page_behind_a_name(text: str, expected: list[tuple[str, str | None]]) -> None:
    whole = CITED + text
    part = Part("lead", "lead", None, 0, len(whole))
    opinion = Opinion(Document("t", "", "text", whole), Decision(), (part,), (), (), (Span(0, len(whole)),))
    assert expected == [(c.span.of(whole), c.pin) for c in citations.find(opinion) if c.kind == "name_ref"]


def test_a_long_name_misspelt_is_told_by_the_name_of_its_case() -> None:
    text = "See United States v. Enriquez-Munoz, 906 F.2d 1356 (9th Cir. 1990). We relied on Enrique-Munoz then."
    part = Part("lead", "lead", None, 0, len(text))
    opinion = Opinion(Document("t", "", "text", text), Decision(), (part,), (), (), (Span(0, len(text)),))
    found = [(c.span.of(text), c.name) for c in citations.find(opinion) if c.kind == "name_ref"]

    assert found == [("Enrique-Munoz", "United States v. Enriquez-Munoz")]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Koon v. United States", ("koon v united states", "koon"), id="first party"),
        pytest.param("United States v. Koon", ("united states v koon", "koon"), id="not the government"),
        pytest.param("In re Gault", ("in re gault", "gault"), id="in re"),
        pytest.param("City of Boerne v. Flores", ("city of boerne v flores", "city of boerne", "boerne"), id="place"),
        pytest.param(
            "Danvers Boot, Inc. v. Allied Boot Machinery Corp.",
            ("danvers boot inc v allied boot machinery corp", "danvers boot"),
            id="corporate tail",
        ),
        pytest.param("Commonwealth v. Doe", ("commonwealth v doe",), id="nobody in particular"),
    ],
)  # fmt: skip
def test_short_names(name: str, expected: tuple[str, ...]) -> None:
    assert expected == short_names(name)


def test_parties_are_named_whole_and_by_their_words() -> None:
    assert parties("Roper v. Tolland Airlines, Inc.") == ("roper", "tolland airlines", "tolland", "airlines")


def test_a_company_is_a_case_only_where_the_words_around_say_so() -> None:
    text = "See Ohio v. Avon Gas Co., 26 U.S. 98. The Avon Gas Co. case governs; Avon Gas Co. sold gas to the city."
    part = Part("lead", "lead", None, 0, len(text))
    opinion = Opinion(Document("t", "", "text", text), Decision(), (part,), (), (), (Span(0, len(text)),))
    found = [c.span.of(text) for c in citations.find(opinion) if c.kind == "name_ref"]

    assert found == ["Avon Gas Co."]


def test_folding_leaves_letters_and_ampersands() -> None:
    assert "banuelosrodriguez" == fold("Banue-los-Rodriguez’s")


def test_cases_decided_together_are_told_by_where_they_stand() -> None:
    text = "See Avon v. Hall, ante, p. 7; it is so. Hall, ante, at 9. Dow, ante, at 3. See No. 9-12, Roe v. Poe, post, p. 4."
    part = Part("lead", "lead", None, 0, len(text))
    opinion = Opinion(Document("t", "", "text", text), Decision(), (part,), (), (), (Span(0, len(text)),))
    found = [(c.name, c.authority) for c in citations.find(opinion) if c.kind == "name_ref"]

    assert found == [("Avon v. Hall", "Avon v. Hall"), ("Hall", "Avon v. Hall")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("As was said in Lane County v. Oregon, the states", ["Lane County v. Oregon"], id="cited nowhere"),
        pytest.param("The plaintiff in Roe v. Wade sued.", [], id="the case at hand"),
        pytest.param("In Smith v. Jones, we said so.", ["12 F.3d 1"], id="a case cited in full"),
    ],
)
def test_a_case_cited_by_its_name_only_is_an_authority_of_that_name(text: str, expected: list[str]) -> None:
    text = f"See {CITED}{text}"
    part = Part("lead", "lead", None, 0, len(text))
    opinion = Opinion(
        Document("t", "", "text", text), Decision(name="Roe v. Wade"), (part,), (), (), (Span(0, len(text)),)
    )
    found, _ = resolve(opinion, citations.find(opinion))

    assert expected == [c.authority for c in found if c.kind == "name_ref"]


@pytest.mark.parametrize(
    ("cited", "said", "expected"),
    [
        pytest.param("Ardley v. Dent (Ardley III ), 7 F.3d 91 (1st Cir. 1993)", "After Ardley III’s mandate,", "Ardley III", id="before the number"),
        pytest.param("Ardley v. Dent, 7 F.3d 91 (1st Cir. 1993) (“Elm Burn”)", "In Elm Burn, we", "Elm Burn", id="behind it"),
        pytest.param("Ardley v. Dent, 590 U.S. 7, 9, 140 S. Ct. 91 (2020) (per curiam) (\"Elm Burn\")", "In Elm Burn, we", "Elm Burn", id="behind its parallel"),
        pytest.param("Ardley v. Dent, 7 F.3d 91 (1st Cir. 1993) [hereinafter Dent Two]", "By Dent Two it", "Dent Two", id="hereinafter"),
        pytest.param("Ardley v. Dent, 7 F.3d 91 (1st Cir. 1993) (Dent IV)", "It is Dent IV that", "Dent IV", id="numbered"),
        pytest.param("Ardley v. Maritime Office (MO), 7 F.3d 91 (1st Cir. 1993)", "Since MO sold it,", None, id="a party for short"),
        pytest.param("Ardley v. Dent, 7 F.3d 91 (1st Cir. 1993) (“Elm burns best”)", "In Elm the", None, id="words of the case"),
        pytest.param("Ardley v. Dent, 7 F.3d 91 (1st Cir. 1993) (so in Roe (“Elm Burn”))", "In Elm Burn, we", None, id="of another case"),
    ],
)  # fmt: skip
def test_what_the_opinion_will_call_a_case(cited: str, said: str, expected: str | None) -> None:
    text = f"We turn to {cited}. {said} say no more."
    part = Part("lead", "lead", None, 0, len(text))
    opinion = Opinion(Document("t", "", "text", text), Decision(), (part,), (), (), (Span(0, len(text)),))
    found, unresolved = resolve(opinion, citations.find(opinion))

    assert [expected] * bool(expected) == [c.name for c in found if c.kind == "name_ref"]
    assert len({c.authority for c in found}) == 1
    assert unresolved == ()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("He told the Elm Burn, which sold it.", 0, id="the body so named"),
        pytest.param("A claim of the Elm Burn in equity fails.", 0, id="with a preposition"),
        pytest.param("It is the Elm Burn construction of § 4.", 1, id="with a noun"),
        pytest.param("In Elm Burn, it is so.", 1, id="without an article"),
        pytest.param("We apply the Elm Burn, Oak Hollow and Ash Ford decisions.", 1, id="at the head of a list"),
    ],
)
def test_the_body_that_a_case_is_named_for(said: str, expected: int) -> None:
    text = f"See Elm Burn v. Dent, 7 F.3d 91 (1st Cir. 1993). {said}"
    part = Part("lead", "lead", None, 0, len(text))
    opinion = Opinion(Document("t", "", "text", text), Decision(), (part,), (), (), (Span(0, len(text)),))

    assert expected == len([c for c in citations.find(opinion) if c.kind == "name_ref"])


def test_the_head_of_an_opinion_names_parties_and_places() -> None:
    head = "Ardley Court of Appeals. Hall & Ardley, for appellant.\n\n"
    text = f"{head}See Ardley v. Dent, 7 F.3d 91 (1st Cir. 1993). In Ardley, it is so."
    part = Part("lead", "lead", None, len(head), len(text))
    opinion = Opinion(Document("t", "", "text", text), Decision(), (part,), (), (), (Span(0, len(text)),))

    assert [c.start for c in citations.find(opinion) if c.kind == "name_ref"] == [text.rindex("Ardley")]
