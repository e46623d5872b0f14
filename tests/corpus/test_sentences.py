"""Where sentences end in opinions: citations, footnote marks, star pages, quotations."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from citator.corpus.model import Citation, Decision, Document, Footnote, Opinion, Page, Span
from citator.corpus.sentences import split

OPINIONS = Path(__file__).parents[2] / "corpus" / "opinions"


def opinion_of(text: str, notes: tuple[Footnote, ...] = ()) -> Opinion:
    """Paragraphs at blank lines, pages at star marks."""
    starts = [0, *(m.end() for m in re.finditer(r"\n\n", text))]
    paragraphs = tuple(Span(a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True))
    pages = tuple(Page(m[1], m.start(), m.end()) for m in re.finditer(r"\*(\d+)", text))
    return Opinion(Document("t", "", "text", text), Decision(), (), pages, notes, paragraphs)


def citations_in(text: str, *cites: str) -> list[Citation]:
    spans = [Span(text.index(cite), text.index(cite) + len(cite)) for cite in cites]
    return [Citation(span, "full_case", span) for span in spans]


@pytest.mark.parametrize(
    ("text", "cites", "expected"),
    [
        pytest.param(
            "The rule is old. See Doe v. Roe, 1 F.2d 3, 5 (9th Cir. 1990). It governs here.",
            ["Doe v. Roe, 1 F.2d 3, 5 (9th Cir. 1990)"],
            ["The rule is old.", "See Doe v. Roe, 1 F.2d 3, 5 (9th Cir. 1990).", "It governs here."],
            id="citation-sentence",
        ),
        pytest.param(
            "We said so in Doe v. Roe, 1 F.2d 3 (9th Cir. 1990) (“No. We will not.”), and adhere to it. Id. at 5.",
            ["Doe v. Roe, 1 F.2d 3 (9th Cir. 1990) (“No. We will not.”)", "Id. at 5"],
            ["We said so in Doe v. Roe, 1 F.2d 3 (9th Cir. 1990) (“No. We will not.”), and adhere to it.", "Id. at 5."],
            id="parenthetical-with-sentences-inside",
        ),
        pytest.param(
            "That is settled. Id. The court below erred.",
            ["Id."],
            ["That is settled.", "Id.", "The court below erred."],
            id="bare-id-is-a-sentence",
        ),
        pytest.param(
            "They rely on it. See id. Nevertheless, we differ.",
            ["id."],
            ["They rely on it.", "See id.", "Nevertheless, we differ."],
            id="id-ends-a-sentence",
        ),
        pytest.param(
            "That is settled, id. at 7, and plain.", ["id. at 7"], ["That is settled, id. at 7, and plain."], id="id-inside"
        ),
        pytest.param(
            "See n. 3 and U.S. Const. amdt. 5, cited by the 9th Cir. panel. Mr. Doe v. Roe is No. 12 on the list.",
            [],
            ["See n. 3 and U.S. Const. amdt. 5, cited by the 9th Cir. panel.", "Mr. Doe v. Roe is No. 12 on the list."],
            id="abbreviations-without-citations",
        ),
        pytest.param(
            "The judge overruled the objection.1 The trial went on.",
            [],
            ["The judge overruled the objection.1", "The trial went on."],
            id="glued-footnote-mark",
        ),
        pytest.param(
            "He called it “fair.”12 We do not.", [], ["He called it “fair.”12", "We do not."], id="mark-after-quotation"
        ),
        pytest.param(
            "It was in their favor*1298able view. *1299 The next page has it.",
            [],
            ["It was in their favor*1298able view.", "*1299 The next page has it."],
            id="star-pages",
        ),
        pytest.param(
            "“The rule is plain.” We agree. (“It is.”) So be it.",
            [],
            ["“The rule is plain.”", "We agree.", "(“It is.”)", "So be it."],
            id="closing-quotes-stay",
        ),
        pytest.param(
            "We asked for ‘some tie to the harbor.’ ” Id. at 4. They spoke of the ‘old pier.’ ” and of no other.",
            ["Id. at 4"],
            ["We asked for ‘some tie to the harbor.’ ”", "Id. at 4.", "They spoke of the ‘old pier.’ ” and of no other."],
            id="two-closing-quotes-set-apart",
        ),
        pytest.param(
            "The rent is due. * * * The tenant pays it. * * * ” Roe, at 5. It was let. * * * and so on.",
            [],
            ["The rent is due. * * *", "The tenant pays it. * * * ”", "Roe, at 5.", "It was let. * * * and so on."],
            id="asterisks-for-what-is-left-out",
        ),
        pytest.param(
            "The clerk wrote “Mr. Roe was there.” “Q. Were you? A. Yes.” See Pl.’s Mot. for Summ. J. at 4; Doe Decl. Ex. 2.",
            [],
            ["The clerk wrote “Mr. Roe was there.”", "“Q. Were you?", "A. Yes.”", "See Pl.’s Mot. for Summ. J. at 4; Doe Decl. Ex. 2."],
            id="titles-behind-a-quotation-mark-and-papers-of-the-court",
        ),
        pytest.param(
            "The harbor was closed by. the wardens. It is one lot. b. The second.",
            [],
            ["The harbor was closed by. the wardens.", "It is one lot.", "b. The second."],
            id="no-sentence-begins-with-a-small-letter-but-an-item",
        ),
        pytest.param("A heading\n\nA sentence without an end\n\nAnother", [], ["A heading", "A sentence without an end", "Another"], id="paragraphs"),
        pytest.param("", [], [], id="empty"),
        pytest.param(" \n\n ... \n\n", [], ["..."], id="no-words"),
    ],
)  # fmt: skip
def test_sentences_end_where_a_lawyer_ends_them(text: str, cites: list[str], expected: list[str]) -> None:
    actual = [span.of(text) for span in split(opinion_of(text), citations_in(text, *cites))]
    assert expected == actual


@pytest.mark.parametrize(
    ("before", "mark", "after"),
    [
        pytest.param("It held that at page 9.", "2", " “Those” were words.", id="after-a-digit"),
        pytest.param("It held that.\n", "2", "\nThose were words.", id="on-its-own-line"),
        pytest.param("It held that.”", "[2]", " Those were words.", id="bracketed"),
    ],
)
def test_a_footnote_mark_known_to_structure_is_no_obstacle(before: str, mark: str, after: str) -> None:
    text = f"{before}{mark}{after}\n\nSee the note."
    notes = (Footnote("2", "lead", len(before), text.index("See"), len(text)),)
    expected = [before + mark, after.strip(), "See the note."]
    actual = [span.of(text) for span in split(opinion_of(text, notes), [])]
    assert expected == actual


def test_a_note_within_a_citation_has_sentences_of_its_own() -> None:
    text = "So Roe v. Doe, a very old case, 41 U.S.\n\nThe note. It ends.\n\n5, 6 (1950). So."
    start, end = text.index("The note"), text.index("\n\n5")
    cited = Span(text.index("Roe"), text.index(". So"))
    found = split(
        opinion_of(text, (Footnote("1", "lead", None, start, end),)),
        [Citation(cited, "full_case", cited, cite="41 U.S. 5")],
    )
    assert ["So Roe v. Doe, a very old case, 41 U.S.", "The note.", "It ends.", "5, 6 (1950).", "So."] == [
        span.of(text) for span in found
    ]


@pytest.mark.parametrize("name", ["armstrong", "banuelos-rodriguez", "caperna", "redondo-lemos"])
def test_only_whitespace_is_left_out(name: str) -> None:
    text = (OPINIONS / f"{name}.txt").read_bytes().decode()
    spans = split(opinion_of(text), [])
    assert "".join(text.split()) == "".join("".join(span.of(text).split()) for span in spans)


def test_the_furniture_of_the_page_ends_no_sentence() -> None:
    head = "14   HALE v. ROE\n     Opinion of the Court.\n"
    text = f"The permit was given to a\n{head}Township that asked for it. It lapsed. [*15] Nobody minded."
    start, mark = text.index(head), text.index("[*15]")
    furnished = replace(opinion_of(text), furniture=(Span(start, start + len(head) - 1), Span(mark, mark + 5)))
    first, *others = [sentence.of(text) for sentence in split(furnished, [])]
    assert first.endswith("that asked for it.")
    assert others == ["It lapsed.", "[*15] Nobody minded."]  # the mark of a page goes with what follows
    assert first not in [sentence.of(text) for sentence in split(opinion_of(text), [])]
