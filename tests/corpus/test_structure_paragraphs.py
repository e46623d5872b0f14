"""Paragraphs as meant, however a text is set: sentences cut by page ends, links and star marks are whole again."""

from __future__ import annotations

import pytest

from citator.corpus.model import Document, Opinion
from citator.corpus.structure import analyse


def opinion(text: str) -> Opinion:
    return analyse(Document("a.txt", "", "text", text))


def paragraphs(text: str) -> list[str]:
    return [" ".join(span.of(text).split()) for span in opinion(text).paragraphs]


ONE = (
    "The district court held that the statute does not",
    "reach the conduct that was charged here, and it so",
    "ruled in the case of the defendant on that day.",
)
TWO = (
    "We do not agree with that reading of the statute,",
    "which has been rejected by every circuit that has",
    "considered it, and we therefore reverse the order.",
)
JOINED = [" ".join(ONE), " ".join(TWO)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n".join(ONE) + "\n\n" + "\n".join(TWO), id="blank-lines"),
        pytest.param("   " + "\n".join(ONE) + "\n   " + "\n".join(TWO), id="indents"),
        pytest.param("     " + "\n\n".join(ONE) + "\n\n     " + "\n\n".join(TWO), id="double-spaced"),
        pytest.param(" ".join(ONE) + "\n" + " ".join(TWO), id="a-line-each"),
        pytest.param(" ".join(ONE) + "\r\n\r\n" + " ".join(TWO), id="windows"),
    ],
)  # fmt: skip
def test_two_paragraphs(text: str) -> None:
    # Typed text is told by its many lines, so the two come several times over.
    assert JOINED * 3 == paragraphs("\n\n".join([text] * 3)) or JOINED * 3 == paragraphs("\n".join([text] * 3))


LONG = "The court finds that the statute does not reach the conduct charged here, and so it holds in the case before it today. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{LONG}The appellant relies upon the decision of this Court in\n\n Roe\n\n v.\n\n Doe,\n\n5 U. S. 137. The case is here on appeal.",
            1,
            id="names-on-lines-of-their-own",
        ),
        pytest.param(
            f"{LONG}It was unlawful to employ\n *387 \n women workers in any industry.",
            1,
            id="star-page-within-a-sentence",
        ),
        pytest.param(
            f"{LONG}We have said, \n\n345 U. S. 1\n\n, 6-7 (1953), that it is so.", 1, id="a-link-within-a-sentence"
        ),
        pytest.param(f"{LONG}It is so.\n\nBACKGROUND\n\n{LONG}", 3, id="a-heading"),
        pytest.param(f"{LONG}He said:\n\n“{LONG}”\n\n{LONG}", 3, id="a-quotation"),
        pytest.param(f"{LONG}Three things matter:\n\n(1) the law;\n\n(2) the facts.", 3, id="a-list"),
    ],
)
def test_how_many_paragraphs(text: str, expected: int) -> None:
    assert expected == len(paragraphs(text))


def test_a_word_broken_over_a_page_end_is_in_one_paragraph() -> None:
    text = "\n".join(
        [
            *ONE,
            *TWO[:2],
            "considered the question that was put in Carpen-",
            "",
            "",
            "",
            "ter, and we therefore affirm it as we find it here.",
        ]
        * 3
    )
    assert all("Carpen- ter" in paragraph for paragraph in paragraphs(text) if "Carpen-" in paragraph)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("I", True, id="numeral"),
        pytest.param("II. Discussion", True, id="numbered"),
        pytest.param("A. Standard of Review", True, id="lettered"),
        pytest.param("STATEMENT OF FACTS", True, id="capitals"),
        pytest.param("The Merits of the Claim", True, id="title"),
        pytest.param("II. DID THE WARRANT BEAR OUT THE SEARCH?", True, id="a-question-in-capitals"),
        pytest.param("A. Case or Controversy?", True, id="a-short-question"),
        pytest.param("3. Why were no bronzes sent to the other dealers before that?", False, id="a-question-put"),
        pytest.param("Q. Were you there?", False, id="a-question-to-a-witness"),
        pytest.param("We agree.", False, id="a-short-sentence"),
        pytest.param("He said so, and left", False, id="broken-off"),
        pytest.param("And in", False, id="before-a-name-in-italics"),
        pytest.param("Smith and", False, id="between-names-in-italics"),
    ],
)
def test_headings(line: str, expected: bool) -> None:
    found = opinion(f"{LONG}\n\n{line}\n\n{LONG}")
    assert expected is (line in [heading.of(found.text) for heading in found.headings])


def test_a_title_set_in_as_far_as_the_paragraph_below_it() -> None:
    body = [f"       {ONE[0]}", *ONE[1:]]
    found = opinion(
        "\n".join([*body * 2, "       B.     The Second Lease", *body, "       2.   Costs of the Suit", *body])
    )
    assert ["B.     The Second Lease", "2.   Costs of the Suit"] == [
        heading.of(found.text) for heading in found.headings
    ]


def test_the_answers_of_a_witness_are_no_headings() -> None:
    found = opinion(f"{LONG}\n\nQ. Were you there that night?\n\nA. Yes.\n\n{LONG}\n\nA. Standard of Review\n\n{LONG}")
    assert ["A. Standard of Review"] == [heading.of(found.text) for heading in found.headings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{LONG}We said:\n\nThe rule is old.\n\n{LONG}", ["The rule is old."], id="after-a-verb"),
        pytest.param(
            f"{LONG}The rule is this:\n\n“The rule is old.”\n\n{LONG}", ["“The rule is old.”"], id="with-its-marks"
        ),
        pytest.param(
            f"{LONG}The act provides that\n[n]o person shall hold it.\n{LONG}",
            ["[n]o person shall hold it."],
            id="begun-small",
        ),
        pytest.param(f"{LONG}It is Roe whom the\n[t]own then sued.\n{LONG}", [], id="a-broken-line"),
        pytest.param(
            f"ROE, Circuit Judge, dissenting in part:\n\n“The rule is old,” we say.\n\n{LONG}",
            [],
            id="below-the-author",
        ),
        pytest.param(
            f"{LONG}As Doe, J. said:\n\n“The rule is old.”\n\n{LONG}",
            ["“The rule is old.”"],
            id="below-what-a-judge-said",
        ),
        pytest.param(f"{LONG}There are two parties:\n\nRoe and Doe are they.\n\n{LONG}", [], id="not-every-colon"),
        pytest.param(
            f"{LONG}We said so.\n\n“The rule is old,” he told the jury.\n\n{LONG}", [], id="not-every-quotation"
        ),
    ],
)
def test_block_quotations(text: str, expected: list[str]) -> None:
    found = opinion(text)
    assert expected == [quote.of(text) for quote in found.quotes]


def test_no_paragraph_crosses_a_note_or_holds_its_number() -> None:
    text = f"{LONG}That is the law.1\n\n{LONG}\n\n1. See Roe.\n\nIt is old."
    assert ["See Roe.", "It is old."] == paragraphs(text)[-2:]
    assert not any(paragraph.startswith("1.") for paragraph in paragraphs(text))


PRINTED = "\n".join(["   " + ONE[0], *ONE[1:], "   " + TWO[0], *TWO[1:]])


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("The rule is “an old one.” \n\n12 U. S. C. §34\n\n(a)(1). It has long stood.", id="a-statute-that-ends-a-sentence"),
        pytest.param("The rule fell at last, \n\n9 F. 3d 12\n\n (2020), and we must do without it.", id="a-case-before-its-year"),
        pytest.param("They said so “in words.” \n\nIbid.\n\n But we read them otherwise today.", id="ibid"),
        pytest.param("We told them in the last of our opinions on this point that\n\nRoe was a party to the case, and so was Doe.", id="after-a-full-first-line"),
    ],
)  # fmt: skip
def test_links_set_apart_leave_a_printed_paragraph_whole(words: str) -> None:
    found = paragraphs("\n".join([PRINTED, f"   {words}"] * 8))
    assert [" ".join(words.split())] * 8 == [paragraph for paragraph in found if paragraph not in JOINED]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("*477 III.", True, id="behind-a-page"),
        pytest.param("[****77]  [**677] III", True, id="behind-two"),
        pytest.param("*1477 X. Conclusion", True, id="with-words"),
        pytest.param("*1177 DISCUSSION", True, id="in-capitals"),
        pytest.param("*27 A. Jane Roe, Maple Falls, for appellant.", False, id="counsel"),
        pytest.param("*28", False, id="a-page-alone"),
    ],
)
def test_headings_behind_the_mark_of_a_page(line: str, expected: bool) -> None:
    found = opinion(f"{LONG}{LONG}{LONG}\n\n{line}\n\n{LONG}{LONG}{LONG}")
    assert expected == (line in [span.of(found.text) for span in found.headings])


def test_the_numbers_of_paragraphs_are_no_headings() -> None:
    numbered = "\n\n".join(f"{n}\n\n{LONG}" for n in range(1, 13) if n != 7)
    assert [] == list(opinion(numbered).headings)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("B. Notice to the Tenant — 7 U.S.C. § 14(b)(1)", True, id="a-section"),
        pytest.param("1.Proof of the Sale to the Tenant", True, id="no-blank"),
        pytest.param("B. Scope of Roe v. Doe", True, id="a-case"),
        pytest.param("K. B. Roe, and others", False, id="a-person"),
        pytest.param("A. The Tenancy.................377", False, id="of-the-contents"),
        pytest.param("B. Count II is dismissed; and", False, id="an-item"),
    ],
)
def test_titles_with_stops_in_them(line: str, expected: bool) -> None:
    found = opinion("\n".join([*[LONG * 2] * 4, line, *[LONG * 2] * 4]))
    assert expected == (line in [span.of(found.text) for span in found.headings])


def test_a_paragraph_with_a_number_of_its_own_begins_one() -> None:
    lines = [
        "     {¶ 21} " + ONE[0],
        *ONE[1:2],
        "ruled. See Roe, 9 F.3d at",
        "¶ 18. It did.",
        "     {¶ 22} The rule is:",
        "     {¶ 23} “" + TWO[0],
        *TWO[1:],
    ]
    found = paragraphs("\n\n".join(["I., III.", *lines] * 4))
    assert ["{¶ 21}", "{¶ 22}", "{¶ 23}"] * 4 == [words[:6] for words in found if words.startswith("{")]


def test_the_mark_of_a_note_on_a_line_of_its_own_parts_nothing() -> None:
    text = (
        f"ROE, J.\n{LONG}{LONG}We said as much in the matter of Doe,\n1\nthe owner of the mill. The right is “of property,”\n2\n"
        f"we hold.\n3\n{LONG}{LONG}\n1 . The first note.\n2 . The second note.\n3 . The third note."
    )
    found = opinion(text)
    assert ["1", "2", "3"] == [note.number for note in found.footnotes]
    assert ["ROE, J."] == [span.of(text) for span in found.headings]
    first = f"{LONG}{LONG}We said as much in the matter of Doe, 1 the owner of the mill. The right is “of property,” 2 we hold. 3"
    assert ["ROE, J.", first, f"{LONG}{LONG}".strip()] == paragraphs(text)[:3]


def test_a_note_that_begins_with_a_rule_begins_a_paragraph() -> None:
    rule = "_" * 40
    found = opinion("\n".join([*ONE, *TWO] * 2) + f" 1\n{rule}\n 1\n{rule}\n1 See Roe.")
    starts = [note.start for note in found.footnotes]
    assert not any(span.start < start < span.end for start in starts for span in found.paragraphs)


TYPED = "\n\n".join(["     " + ONE[0], *ONE[1:], "     " + TWO[0], *TWO[1:]])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(
            ["     The first case that we decided on this point was", "Roe v. Doe, 1 F.2d 2, 3 (1st Cir.", "1986), and there is none."],
            ["The first case that we decided on this point was Roe v. Doe, 1 F.2d 2, 3 (1st Cir. 1986), and there is none."],
            id="a-parenthesis-under-a-name",
        ),
        pytest.param(
            ["     The rule is an old one.  See", "United States v. Roe, and the cases cited there."],
            ["The rule is an old one. See United States v. Roe, and the cases cited there."],
            id="a-signal",
        ),
        pytest.param(
            ["          A.   The Statute", "          We begin with the words of the statute,\n\nwhich are old."],
            ["A. The Statute", "We begin with the words of the statute, which are old."],
            id="a-heading",
        ),
        pytest.param(
            ["     1.   The Motion for Leave to Answer\n                                        \n          Out of Time", "          We come to it next,\n\nthough late."],
            ["1. The Motion for Leave to Answer Out of Time", "We come to it next, though late."],
            id="a-heading-of-two-lines",
        ),
    ],
)  # fmt: skip
def test_lines_left_by_underlining_are_no_blank_lines(words: list[str], expected: list[str]) -> None:
    # All but the last are underlined to their ends.
    underlined = "\n\n".join([*(f"{line}\n{' ' * len(line.splitlines()[-1])}" for line in words[:-1]), words[-1]])
    found = paragraphs("\n\n".join([TYPED, underlined] * 8))
    assert expected * 8 == [paragraph for paragraph in found if paragraph not in JOINED]


def test_such_lines_may_end_in_carriage_returns() -> None:
    line = "Roe was the first case that we decided on this point; United"
    text = "\n\n".join([TYPED, f"     {line}\r{' ' * 70}\n\nStates v. Doe, 1 F.2d 2, was the next of them."] * 8)
    expected = [f"{line} States v. Doe, 1 F.2d 2, was the next of them."] * 8
    assert expected == [paragraph for paragraph in paragraphs(text) if paragraph not in JOINED]


def test_words_struck_twice_for_bold_print_interrupt_no_paragraph() -> None:
    struck = "     ROE, Circuit Judge.  We tell today one more of the\n     ROE, Circuit Judge.\n                        \n\nstories that never end."
    text = "\n\n".join([struck, *[TYPED] * 8])
    found = opinion(text)
    assert "stories that never end." == found.paragraphs[0].of(text).splitlines()[-1]
    assert ["ROE, Circuit Judge."] == [span.of(text) for span in found.furniture]


NUMBERED = [
    "The lease was for a year, and the tenant paid his rent in May.",
    "Nobody told the buyer of the lease before he paid.",
    "Of the statute of leases we said:",
    "No lease of farm land binds a buyer who has no notice of it.",
    "We have held so before, and hold so now.",
    "The tenant must go, and the buyer may come.",
    "The judgment is affirmed.",
]


def test_the_number_of_a_paragraph_is_no_quotation_and_hides_none() -> None:
    found = opinion("HALE, Judge.\n\n" + "\n\n".join(f"{i}\n{words}" for i, words in enumerate(NUMBERED * 2, 1)))
    assert [NUMBERED[3]] * 2 == [span.of(found.text) for span in found.quotes]
    assert [] == [span.of(found.text) for span in found.headings]
