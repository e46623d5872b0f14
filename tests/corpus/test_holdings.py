"""What an opinion holds in its own words, and what it cites other decisions for."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from citator.corpus import holdings, sentences
from citator.corpus.holdings import decided
from citator.corpus.model import (
    Citation,
    Decision,
    Document,
    Footnote,
    Opinion,
    Page,
    Part,
    PartKind,
    Span,
    Target,
    Treatment,
)

FILLER = (
    "The buyer signed the lease in May. The seller kept the deed in a drawer. A clerk copied it in June. "
    "Rain fell on the roof that night. Nobody saw the tenant leave. A neighbour heard the door. "
)


def opinion_of(text: str, kind: PartKind = "lead", notes: tuple[Footnote, ...] = ()) -> Opinion:
    starts = [0, *(m.end() for m in re.finditer(r"\n\n", text))]
    paragraphs = tuple(Span(a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True))
    part = Part(kind, kind, None, 0, len(text))
    return Opinion(Document("t", "", "text", text), Decision(), (part,), (), notes, paragraphs)


def cite(text: str, words: str, **fields: object) -> Citation:
    """A full citation whose words are ``words``; its parenthetical is what stands in the last parenthesis."""
    start = text.index(words)
    full = Span(start, start + len(words))
    citation = Citation(full, "full_case", full, authority=words.split(",")[0], part="lead")
    if words.count("(") == 2:
        citation = replace(citation, parenthetical=Span(start + words.rindex("(") + 1, full.end - 1))
    return replace(citation, **fields)  # type: ignore[arg-type]


def read(
    opinion: Opinion, citations: tuple[Citation, ...] = (), treatments: tuple[Treatment, ...] = ()
) -> tuple[list[str], list[tuple[str, str, str]]]:
    bounds = sentences.split(opinion, citations)
    held, cited_for = holdings.find(opinion, citations, bounds, treatments)
    return (
        [holding.evidence.of(opinion.text) for holding in held],
        [(item.authority, item.how, item.evidence.of(opinion.text)) for item in cited_for],
    )  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("We hold that a lease of land must be in writing.", id="we-hold"),
        pytest.param("For these reasons, we conclude that the lease was void.", id="we-conclude"),
        pytest.param("Because we hold that the lease was void, we affirm the judgment.", id="reason-of-a-disposition"),
        pytest.param("Thus, a change of counsel is not a proper ground for a new lease.", id="proper-ground"),
        pytest.param("A tenant of land is not required to plead the lease.", id="rule"),
        pytest.param("Therefore, the court below did not err in reading the lease to the tenant.", id="no-error"),
        pytest.param("We think the better view is that a lease of land binds the tenant.", id="better-view"),
        pytest.param("Such a lease, in our judgment, is not a bar to the claim of the tenant.", id="our-judgment"),
        pytest.param("In short, a lease of land that is not in writing is void.", id="in-short"),
        pytest.param("A tenant, therefore, is not required to plead the lease.", id="therefore-within"),
    ],
)
def test_a_holding_is_found(sentence: str) -> None:
    text = f"The tenant held a lease of land. {FILLER}\n\nHe left. {sentence} {FILLER}"
    assert [sentence] == read(opinion_of(text))[0]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The tenant argues that a lease need not be in writing.", id="party"),
        pytest.param("The panel held that a lease of land must be in writing.", id="another-court"),
        pytest.param("We must decide whether a lease of land must be in writing.", id="question"),
        pytest.param("We affirm the judgment on the lease.", id="disposition"),
        pytest.param("He told her: “We hold that a tenant is not required to plead. We conclude it.”", id="quotation"),
        pytest.param("We held last year that a lease of land is void.", id="earlier-holding"),
        pytest.param("The lease of land was signed by the tenant.", id="fact"),
        pytest.param("The lease of land applies to the barn.", id="one-weak-word"),
        pytest.param("There is no dispute that the lease of land is in writing.", id="undisputed"),
    ],
)
def test_what_only_looks_like_one_is_not(sentence: str) -> None:
    text = f"The tenant held a lease of land. {FILLER}\n\nHe left. {sentence} {FILLER}"
    held, _ = read(opinion_of(text))
    assert not held


def test_what_stands_shortly_before_the_disposition_weighs_more() -> None:
    ruling = "The lease of land is a bar to the suit."
    near = f"The tenant held a lease of land. {FILLER}\n\nHe left. {ruling} We affirm."
    far = f"The tenant held a lease of land. {FILLER}\n\nHe left. {ruling} {FILLER} We affirm."
    assert ([ruling], []) == (read(opinion_of(near))[0], read(opinion_of(far))[0])


def test_beside_many_plain_holdings_a_hint_is_passed_over() -> None:
    hint, plain = (
        "Therefore, a lease of land is a bar to the suit.",
        "We hold that a lease of land is a bar to the suit. ",
    )
    alone = f"The tenant held a lease of land. {FILLER}\n\nHe left. {hint} {FILLER}"
    among = f"{alone} {FILLER}\n\n{plain * 8}{FILLER}"
    assert [hint] == read(opinion_of(alone))[0]
    assert hint not in read(opinion_of(among))[0]


def surroundings(opinion: Opinion, sentence: str) -> set[str]:
    """What was found around and within ``sentence``, by name."""
    weighed = decided.weigh(opinion, (), sentences.split(opinion, ()), ())
    return next(set(weights) for span, weights in weighed if sentence == span.of(opinion.text))


def test_what_takes_up_a_contention_weighs_more() -> None:
    ruling, told = "We hold that such a barn lien cannot bind the heirs.", "A clerk copied the deeds."
    asked = "The bank contends that the barn lien binds heirs."
    assert "answers" in surroundings(opinion_of(f"{FILLER}\n\n{asked} {ruling} He left."), ruling)
    assert "answers" not in surroundings(opinion_of(f"{FILLER}\n\n{told} {ruling} He left."), ruling)


def test_what_ends_a_section_weighs_more() -> None:
    ruling, heading = "We hold that such a barn lien cannot bind the heirs.", "II. The deed"
    opinion = opinion_of(f"{FILLER}\n\nHe left. {ruling}\n\n{heading}\n\n{FILLER}")
    at = opinion.text.index(heading)
    assert "section-ends" not in surroundings(opinion, ruling)
    assert "section-ends" in surroundings(replace(opinion, headings=(Span(at, at + len(heading)),)), ruling)


def test_a_dissent_decides_only_in_plain_words() -> None:
    rule, plain = "A tenant is not required to plead the lease.", "I would hold that the lease of land was void."
    text = f"The tenant held a lease of land. {FILLER}\n\nHe left. {rule} {plain}"
    assert [plain] == read(opinion_of(text, "dissent"))[0]


def test_what_a_treatment_recounts_of_another_court_is_no_holding() -> None:
    rule = "Of that rule nothing remains, and a tenant is not required to plead the lease."
    text = f"The tenant held a lease of land. {FILLER}\n\nHe left. {rule} {FILLER}"
    recounted = Treatment(
        "overrules", "third_court", (Target("Doe v. Roe"),), Span(text.index(rule), text.index(rule) + 30), "lead", "r"
    )
    assert [rule] == read(opinion_of(text))[0]
    held, _ = read(opinion_of(text), treatments=(recounted,))
    assert not held


@pytest.mark.parametrize("head", ["B. ", "IV. ", "[3] ", "[¶ 14] ", "HN6 ", "[*211] LEdHN[1B] [1B]", "• "])
def test_what_heads_a_sentence_is_left_out_and_the_note_is_named(head: str) -> None:
    text = f"The lease ended. {FILLER}\n\n{head}We hold that the lease of land was void.\n\n"
    note = Footnote("4", "lead", None, text.index(head), len(text))
    opinion = opinion_of(text, notes=(note,))
    (holding,), _ = holdings.find(opinion, (), (Span(text.index(head), len(text) - 2),), ())
    expected = ("We hold that the lease of land was void.", "lead", "4", "we-hold")
    assert expected == (holding.evidence.of(text), holding.part, holding.footnote, holding.rule)


def test_the_same_words_weigh_less_where_a_quotation_is_announced() -> None:
    rule = "a tenant is not required to plead the lease"
    told = f"The clause is this: “{rule.capitalize()}.”"
    text = f"The tenant held a lease of land. {FILLER}\n\nHe left. A{rule[1:]}. {told} {FILLER}"
    assert [f"A{rule[1:]}."] == read(opinion_of(text))[0]


ROE = "Doe v. Roe, 1 F.2d 3 (9th Cir. 1990)"
TELLING = "Doe v. Roe, 1 F.2d 3 (9th Cir. 1990) (holding that a lease must be in writing)"


@pytest.mark.parametrize(
    ("text", "words", "fields", "expected"),
    [
        pytest.param(
            f"We agree. See {TELLING}.",
            TELLING,
            {"signal": "see"},
            [("parenthetical", "holding that a lease must be in writing"), ("supports", "We agree.")],
            id="parenthetical-and-support",
        ),
        pytest.param(
            f"A lease must be in writing. {ROE}. We follow it.", ROE, {}, [("supports", "A lease must be in writing.")], id="supports"
        ),
        pytest.param(f"A lease must be in writing. But see {ROE}.", ROE, {"signal": "but see"}, [], id="contrary-signal"),
        pytest.param(
            f"In {ROE}, we held that a lease must be in writing.",
            ROE,
            {},
            [("described", f"In {ROE}, we held that a lease must be in writing.")],
            id="in-doe-we-held",
        ),
        pytest.param(
            f"The holding of {ROE} is that a lease must be in writing.",
            ROE,
            {},
            [("described", f"The holding of {ROE} is that a lease must be in writing.")],
            id="holding-of-doe",
        ),
        pytest.param(f"We agree.\n\nSee {ROE}.", ROE, {"signal": "see"}, [], id="not-across-paragraphs"),
        pytest.param(
            f"A lease must be in writing, {ROE}, and this was.",
            ROE,
            {},
            [("supports", f"A lease must be in writing, {ROE}, and this was.")],
            id="within-a-sentence",
        ),
        pytest.param(f"A lease must be in writing. {ROE}.", ROE, {"authority": None}, [], id="unresolved"),
        pytest.param(
            "A lease must be in writing. See id.", "id.", {"kind": "id", "signal": "see"},
            [("supports", "A lease must be in writing.")],
            id="see-id-is-a-sentence-of-its-own",
        ),
    ],
)  # fmt: skip
def test_what_a_decision_is_cited_for(
    text: str, words: str, fields: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    cited_for = read(opinion_of(text), (cite(text, words, **fields),))[1]
    assert expected == [(how, evidence) for _, how, evidence in cited_for]


def test_words_are_cited_on_the_page_where_they_stand() -> None:
    text = f"The clerk knew. A lease must be in writing. {ROE}."
    opinion = replace(opinion_of(text), pages=(Page("11", 0, 0), Page("12", text.index(ROE), text.index(ROE))))
    citation = replace(cite(text, ROE), page="12")
    (item,) = holdings.find(opinion, (citation,), sentences.split(opinion, (citation,)), ())[1]
    assert (item.evidence.of(text), item.page) == ("A lease must be in writing.", "11")


def test_a_list_of_decisions_shares_what_is_said_of_it() -> None:
    text = "Doe, Roe, and Poe stand for the proposition that a lease must be in writing."
    names = tuple(cite(text, name, kind="name_ref", authority=name) for name in ("Doe", "Roe", "Poe"))
    expected = [(name, "described", text) for name in ("Doe", "Roe", "Poe")]
    assert expected == read(opinion_of(text), names)[1]


def test_a_note_of_citations_stands_behind_the_sentence_with_its_mark() -> None:
    text = f"Rain fell. A lease must be in writing.1 We agree.\n\n. See {ROE}."
    note = Footnote("1", "lead", text.index("1 We"), text.index(". See"), len(text))
    expected = [("Doe v. Roe", "supports", "A lease must be in writing.1")]
    assert expected == read(opinion_of(text, notes=(note,)), (cite(text, ROE, signal="see", footnote="1"),))[1]
