"""Footnotes in every layout, tied to their marks; and numbers that are no notes."""

from __future__ import annotations

import pytest

from citator.corpus.model import Document, Opinion
from citator.corpus.structure import analyse
from citator.corpus.structure.notes.marks import Mark, best_run, find_marks


def opinion(text: str) -> Opinion:
    return analyse(Document("a.txt", "", "text", text))


def noted(found: Opinion) -> list[tuple[str, str | None, str]]:
    """Every note: its number, the words its mark stands after, its text."""
    return [
        (
            note.number,
            None if note.ref is None else found.text[max(0, note.ref - 8) : note.ref].split("\n")[-1],
            " ".join(found.text[note.start : note.end].split()),
        )
        for note in found.footnotes
    ]


PROSE = "The court finds that the statute does not reach the conduct charged here, and so it holds. " * 8
EXPECTED = [("1", "the law.", "See Roe v. Doe, 1 F.3d 2."), ("2", "the law.", "See Poe.")]


def marked(form: str = "{}") -> str:
    return "".join(f"{PROSE}That is the law.{form.format(n)} So it is.\n\n" for n in (1, 2))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(marked() + "1. See Roe v. Doe, 1 F.3d 2.\n\n2. See Poe.", id="number-and-stop"),
        pytest.param(marked() + "1 . See Roe v. Doe, 1 F.3d 2.\n2 . See Poe.", id="stop-set-off"),
        pytest.param(
            marked("{}Link to the text of the note")
            + "1Link to the location of the note in the document\nSee Roe v. Doe, 1 F.3d 2.\n\n"
            + "2Link to the location of the note in the document\nSee Poe.",
            id="links-of-a-database",
        ),
        pytest.param(
            f"{PROSE}That is the law. 1 So it is.\n\n- - - - Footnotes - - - -\n1 See Roe v. Doe, 1 F.3d 2.\n\n- - - End Footnotes- - -\n"
            f"{PROSE}That, see 9 F.3d at 9, n. 2 (en banc), is the law. 2 So it is.\n\n- - - - Footnotes - - - -\n2 See Poe.\n\n- - - End Footnotes- - -\n{PROSE}",
            id="blocks-of-a-database",
        ),
        pytest.param(marked() + "1 See Roe v. Doe, 1 F.3d 2.\n2 See Poe.", id="number-alone"),
        pytest.param(marked() + "1See Roe v. Doe, 1 F.3d 2.\n\n2See Poe.", id="glued-to-the-note"),
        pytest.param(marked() + "1\nSee Roe v. Doe, 1 F.3d 2.\n2\nSee Poe.", id="on-a-line-of-its-own"),
        pytest.param(marked() + ". See Roe v. Doe, 1 F.3d 2.\n\n.See Poe.", id="number-lost"),
        pytest.param(marked() + " See Roe v. Doe, 1 F.3d 2.\n\n See Poe.", id="number-and-stop-lost"),
        pytest.param(marked("[{}]") + "NOTES\n\n[1] See Roe v. Doe, 1 F.3d 2.\n\n[2] See Poe.", id="brackets"),
        pytest.param(marked("[fn{}]") + "FN1. See Roe v. Doe, 1 F.3d 2.\n\nFN2. See Poe.", id="fn"),
        pytest.param(marked("\n{}\n") + "1 . See Roe v. Doe, 1 F.3d 2.\n2 . See Poe.", id="mark-on-a-line-of-its-own"),
    ],
)
def test_notes_gathered_at_the_end(text: str) -> None:
    found = noted(opinion(text))
    assert [(number, words) for number, _, words in EXPECTED] == [(number, words) for number, _, words in found]
    assert all(after is None or after.endswith(("law.", "")) for _, after, _ in found)
    assert None not in [after for _, after, _ in found]


def test_superscript_digits_are_marks() -> None:
    text = f"{PROSE}That is the law.¹ {PROSE}It is.²\n\n1. See Roe.\n\n2. See Poe."
    assert [("1", "the law.", "See Roe."), ("2", ". It is.", "See Poe.")] == noted(opinion(text))


def test_a_gathered_note_may_have_paragraphs() -> None:
    text = marked() + "1. See Roe.\n\nThe rule is old.\n\n2. See Poe."
    assert ["See Roe. The rule is old.", "See Poe."] == [words for _, _, words in noted(opinion(text))]


def test_a_note_of_the_caption_ends_with_it() -> None:
    head = "United States Customs Court\n(No. 9917).\n1\nRoe v. United States\nMay 3, 1921.\n1 T. D. 40512.\n"
    found = opinion(
        f"{head}Roe, Judge,\ndelivered the opinion of the court:\n{PROSE}The rule is:\n1. It is so.\n{PROSE}"
    )
    assert [("1", "", "T. D. 40512.")] == noted(found)
    assert None is found.decision.citation


def test_each_opinion_counts_its_notes_from_one() -> None:
    text = f"ROE, Circuit Judge:\n\n{marked()}. See Roe.\n\n. See Poe.\n\nDOE, Circuit Judge, dissenting:\n\n{marked()}. See Low.\n\n. See Moe."
    found = opinion(text)
    assert ["1", "2", "1", "2"] == [note.number for note in found.footnotes]
    assert ["lead", "lead", "dissent", "dissent"] == [note.part for note in found.footnotes]


def test_notes_of_all_opinions_at_the_end_keep_apart() -> None:
    says = "The court held the rule to be so.[{}] And the {} was affirmed in {} there.[{}]"
    text = (
        f"MR. JUSTICE ROE delivered the opinion of the Court.\n\n{says.format(1, 'order', 'part', 2)}\n\n"
        f"MR. JUSTICE DOE, dissenting.\n\n{says.format(1, 'decree', 'whole', 2)}\n\n"
        "NOTES\n\n[1] See Roe.\n\n[2] See Poe.\n\n[1] See Low.\n\n[2] See Moe."
    )
    assert ["See Roe.", "See Poe.", "See Low.", "See Moe."] == [words for _, _, words in noted(opinion(text))]


LINES = (
    "The district court held that the statute does not",
    "reach the conduct that was charged here, and so it",
    "dismissed the count with which the defendant was",
    "charged in the second indictment.{mark} That ruling was",
    "reviewed and the panel of this court affirmed the",
)


def typed(mark: str, note: str, foot: str) -> str:
    body = "\n".join(LINES[:3] * 3 + LINES[3:] + LINES[:3]).format(mark=mark)
    return f"{body}\n{note}\n\n{foot}"


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param(
            [typed(str(n), f"____________________\n{n} See Roe {n} and the cases that it cites there.", f"            -{n}-") for n in (1, 2, 3)],
            id="under-a-rule",
        ),
        pytest.param(
            [typed(str(n), f"\n      {n}\n      See Roe {n} and the cases that it cites there.", f"            -{n}-") for n in (1, 2, 3)],
            id="number-above-the-note",
        ),
        pytest.param(
            [typed(str(n), f"\n   {n}See Roe {n} and the cases that it cites there.", f"            -{n}-") for n in (1, 2, 3)],
            id="glued-to-the-note",
        ),
        pytest.param(
            [typed(str(n), f"——————\n  {n} See Roe {n} and the cases that it cites there.", "\f") for n in (1, 2, 3)],
            id="form-feeds",
        ),
    ],
)  # fmt: skip
def test_notes_at_page_feet(pages: list[str]) -> None:
    found = noted(opinion("\n".join(pages)))
    assert [(str(n), f"See Roe {n} and the cases that it cites there.") for n in (1, 2, 3)] == [
        (number, words) for number, _, words in found
    ]
    assert {"ictment."} == {after for _, after, _ in found}


def test_marks_set_apart_belong_to_notes_whose_numbers_have_lines_of_their_own() -> None:
    pages = [
        typed("", f"{n}\n          See Roe {n} and the cases that it cites there.", f"            -{n}-").replace(
            "indictment. That", where
        )
        for n, where in (
            (1, "indictment on Doe 1 grounds. That"),
            (2, "indictment. 2 That"),
            (3, "indictment and so 3 it"),
        )
    ]
    assert [
        ("1", " on Doe ", "See Roe 1 and the cases that it cites there."),
        ("2", "ctment. ", "See Roe 2 and the cases that it cites there."),
        ("3", " and so ", "See Roe 3 and the cases that it cites there."),
    ] == noted(opinion("\n".join(pages)))


def test_marks_set_apart_belong_to_notes_set_off_from_the_text() -> None:
    sheets = (
        ("indictment on Doe 1 grounds. 2 That", "1See Roe.", "2   9 U.S.C. § 41."),
        ("indictment (Count IV) 3 and the act” 4 then", "3This was so.", "4   “It was” there."),
        ("indictment at the A- 5 in 1904. 6 And\nthen", "5 Or else.", "6  See Poe (so)."),
    )
    pages = [
        typed("", f"\n\n{first}\n\n{second}", f"            -{n}-").replace("indictment. That", where)
        for n, (where, first, second) in enumerate(sheets, 1)
    ]
    assert [note.lstrip("123456 ") for _, *notes in sheets for note in notes] == [
        words for _, _, words in noted(opinion("\n".join(pages)))
    ]


def test_days_counted_at_a_page_foot_are_no_note() -> None:
    pages = [typed("", f"\n{n} days later it was heard.", f"            -{n}-").replace("charged in", f"then {n} in") for n in (1, 2)]  # fmt: skip
    assert [] == noted(opinion("\n".join(pages)))


def test_a_heading_has_not_the_number_of_the_note_below_it() -> None:
    pages = [
        typed(str(n), f"\n      {n}.  The Second Indictment\n\n{LINES[0]}\n\n      {n}\n       See Roe {n} and the cases.", f"            -{n}-")
        for n in (1, 2)
    ]  # fmt: skip
    assert ["See Roe 1 and the cases.", "See Roe 2 and the cases."] == [
        words for _, _, words in noted(opinion("\n".join(pages)))
    ]


def apart(*foot: str, mark: str = "") -> str:
    """A page set apart above a foot set close."""
    return "\n\n".join(LINES[:3] * 3 + LINES[3:] + LINES[:3]).format(mark=mark) + "\n\n" + "\n".join(foot)


@pytest.mark.parametrize(
    "foot",
    [
        pytest.param(
            ("                    ", "", "many and which all say", "the same thing."), id="a-rule-that-is-lost"
        ),
        pytest.param(("", "", "many and which all say", "the same thing."), id="blank-lines"),
        pytest.param(("many and which all say", "the same thing."), id="lines-set-close"),
    ],
)
def test_a_note_that_breaks_off_goes_on_at_the_next_foot(foot: tuple[str, ...]) -> None:
    first = apart(
        "                    ",
        "",
        "     1See Roe and the cases that",
        "it cites, which are",
        "",
        "        -1-",
        mark="1",
    )
    text = "\n\n".join([first, apart(*foot, "", "        -2-"), apart("        -3-"), apart("        -4-")])
    assert [
        ("1", "See Roe and the cases that it cites, which are"),
        ("1", "many and which all say the same thing."),
    ] == [(number, words) for number, _, words in noted(opinion(text))]


def test_a_quotation_at_the_foot_is_not_the_rest_of_a_note_that_is_done() -> None:
    first = apart("     1See Roe and the cases", "that it cites.", "", "        -1-", mark="1")
    text = "\n\n".join(
        [
            first,
            apart("          many and which all say", "          the same thing.", "", "        -2-"),
            apart("        -3-"),
        ]
    )
    assert ["See Roe and the cases that it cites."] == [words for _, _, words in noted(opinion(text))]


def test_a_page_to_come_is_no_rule_above_a_note() -> None:
    first = typed("1", "——————\n  1 See Poe and the cases.", "\f")
    second = typed("", "law. Allen v. Roe, 589 U. S.\n___, ___ (2020). It stands.", "\f")
    third = typed("2", "——————\n  2 See Doe.", "")
    assert ["1", "2"] == [number for number, _, _ in noted(opinion(f"{first}\n{second}\n{third}"))]


def test_a_citation_that_a_link_broke_is_no_note() -> None:
    first = typed("1", "so it was in Allen v. Poe,\n\n120 U. S. 668\n\n, 694. It stands.\n\n——————\n  1 See Roe.", "\f")
    second = typed("2", "——————\n  2 See Doe.", "")
    assert [("1", "ictment.", "See Roe."), ("2", "ictment.", "See Doe.")] == noted(opinion(f"{first}\n{second}"))


def test_an_ordinal_that_opens_a_line_is_no_note() -> None:
    first = typed("1", "——————\n  1 See Roe.", "\f")
    second = typed(
        "2",
        "the report. See S. Rep. No. 1177, 91st Cong.,\n\n2d Sess. 41 (1970). It stands.\n\n——————\n  2The other one.",
        "",
    )
    assert [("1", "ictment.", "See Roe."), ("2", "ictment.", "The other one.")] == noted(opinion(f"{first}\n{second}"))


def test_a_note_may_open_with_a_section_whose_mark_is_lost() -> None:
    words = ("924(e) defines a felony and what is none.", "924(c) tells the term that is to be served.", "See Roe.")
    pages = [typed(str(n), f"\n{n}.      {note}", f"            -{n}-") for n, note in enumerate(words, 1)]
    assert list(words) == [note for _, _, note in noted(opinion("\n".join(pages)))]


def test_a_note_ends_where_lines_are_set_apart_again() -> None:
    words = "the statute does not reach the conduct that was charged"
    page = [f"In that case {words} and" for _ in range(9)]
    note = "\n".join(
        ["1.  The petition sought relief because", "the instruction was inadequate, and", "because of its burden and"]
    )
    sheets = [
        [*page, f"So {words}.1", note, *page, "               -2-"],
        *([*page, f"               -{n}-"] for n in (3, 4, 5)),
    ]
    found = opinion("\n\n".join(line for sheet in sheets for line in sheet))
    expected = "The petition sought relief because the instruction was inadequate, and because of its burden and"
    assert [("1", expected)] == [(number, note) for number, _, note in noted(found)]


def test_a_note_may_begin_with_a_volume() -> None:
    text = marked() + "1 . 2011-77 I.R.B. 1377 (so).\n2 . 12U.S.C. § 777."
    assert ["2011-77 I.R.B. 1377 (so).", "12U.S.C. § 777."] == [note for _, _, note in noted(opinion(text))]


def test_asterisks_before_the_last_words_are_no_rule_above_a_note() -> None:
    first = typed("1", "——————\n  1 See Roe.", "\f")
    last = typed("", "       *    *    *\nFor these reasons the judgment is affirmed.", "")
    assert [("1", "ictment.", "See Roe.")] == noted(opinion(f"{first}\n{last}"))


def test_a_note_goes_on_under_the_rule_of_the_next_page() -> None:
    first = typed("1", "——————\n  1 See Roe and the cases that it cites, which are", "\f")
    second = typed("", "——————\nmany and which all say the same thing.", "\f")
    found = opinion(f"{first}\n{second}\n" + typed("2", "——————\n  2 See Poe.", ""))
    assert ["1", "1", "2"] == [note.number for note in found.footnotes]
    assert found.footnotes[0].ref == found.footnotes[1].ref
    assert "many and which all say the same thing." == found.text[found.footnotes[1].start : found.footnotes[1].end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{PROSE}It was so.* {PROSE}\n\n* Sitting by designation.", ("*", "was so.", "Sitting by designation."), id="star"),
        pytest.param(f"{PROSE}It was so.[*] {PROSE}\n\n[*] By designation.", ("*", "as so.[", "By designation."), id="in-brackets"),
        pytest.param(f"{PROSE}It was so.† {PROSE}\n\n† By designation.", ("†", "was so.", "By designation."), id="dagger"),
        pytest.param(f"{PROSE}It was so.[\x86] {PROSE}\n\n[\x86] By designation.", ("†", "as so.[", "By designation."), id="dagger-of-another-encoding"),
        pytest.param(f"{PROSE}It was so.* {PROSE}\n\n* * * The court erred * * *. {PROSE}\n\n* By designation.", ("*", "was so.", "By designation."), id="words-left-out-between"),
    ],
)  # fmt: skip
def test_asterisk_notes(text: str, expected: tuple[str, str, str]) -> None:
    [(number, after, words)] = noted(opinion(text))
    assert (expected[0], expected[2]) == (number, words)
    assert after is not None
    assert after.endswith(expected[1][-4:])


def test_asterisk_notes_gathered_in_brackets_follow_the_order_of_their_marks() -> None:
    notes = "NOTES\n\n[*] See Roe.\n\n[**] See Poe.\n\n[*] See Low."
    found = noted(opinion(f"{PROSE}So.[*] {PROSE}It was.[**] {PROSE}Held.[*] {PROSE}\n\n{notes}"))
    assert [("*", "See Roe."), ("**", "See Poe."), ("*", "See Low.")] == [(number, note) for number, _, note in found]
    assert all(
        after and after.endswith(end) for (_, after, _), end in zip(found, ("So.[", "was.[", "Held.["), strict=True)
    )


@pytest.mark.parametrize(
    ("foot", "rest", "words"),
    [
        pytest.param("  *\n       Under the local rule the court has found that what it says\nhere is no precedent.", "\f", "Under the local rule the court has found that what it says here is no precedent.", id="on-its-own-line"),
        pytest.param("  * The judge sat when the case was argued but he had no part in\nwriting this. The\nothers issue it.", "\f", "The judge sat when the case was argued but he had no part in writing this. The others issue it.", id="to-the-page-end"),
        pytest.param("* Of the District of Maine, sitting by\ndesignation.", "\n     DOE, J. dissenting.", "Of the District of Maine, sitting by designation.", id="to-a-blank-line"),
        pytest.param("* Of the District of Maine, by designation.\n     We turn to the rent that was due then.", "", "Of the District of Maine, by designation.", id="one-line"),
    ],
)  # fmt: skip
def test_all_the_printed_lines_of_an_asterisk_note(foot: str, rest: str, words: str) -> None:
    found = opinion(f"{typed('*', foot, '')}\n{rest}\n" + typed("", "", ""))
    assert [("*", words)] == [(number, note) for number, _, note in noted(found)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"1. Jurisdiction\n\n{PROSE}\n\n2. Merits\n\n{PROSE}\n\n3. Costs\n\n{PROSE}", id="headings"),
        pytest.param(f"{PROSE}The court asks:\n\n1. Is it so?\n\n2. Is it not?\n\n{PROSE}", id="a-list"),
        pytest.param("\n\n".join(f"{n}\n{PROSE}" for n in range(1, 9)), id="numbered-paragraphs"),
        pytest.param(
            "\n\n".join(f"{n}\n{f'{n - 5}. ' if n in (6, 7) else ''}{PROSE}" for n in range(1, 9)),
            id="a-list-in-numbered-paragraphs",
        ),
        pytest.param(f"{PROSE}It was so.* {PROSE}\n\n* * * % *\n\n{PROSE}", id="words-left-out"),
        pytest.param(f"{PROSE}It was so.* {PROSE}\n\n* * * The rule is old.\n\n{PROSE}", id="words-left-out-at-first"),
        pytest.param("\n\n".join(f"[¶ {n}] {PROSE}" for n in range(1, 9)), id="marked-paragraphs"),
        pytest.param(
            f"{PROSE}See § 2L1.2 comment. See Roe, 1 F.2d 3, 4 n.1 (1991).\n\n1 of 2\n\n{PROSE}", id="sections"
        ),
    ],
)
def test_what_is_no_note(text: str) -> None:
    assert [] == noted(opinion(text))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("the objection.1 The", 1, id="after-a-stop"),
        pytest.param("at 9.2 “Those who", 2, id="after-a-number-and-stop"),
        pytest.param("§ 2L1.2,3 which is", 3, id="after-a-comma"),
        pytest.param("1301-02.1 Because", 1, id="after-pages"),
        pytest.param("(9th Cir.1987).12 So", 12, id="after-a-parenthesis"),
        pytest.param("showing,2 a standard", 2, id="within-a-sentence"),
        pytest.param("“the law”4 of", 4, id="after-a-quotation"),
        pytest.param("the rule11\n", 11, id="after-a-word"),
        pytest.param("John Roe. 1\n", 1, id="set-off"),
        pytest.param("at 18:57-19:49. 14\n", 14, id="set-off-after-a-number"),
    ],
)
def test_what_looks_like_a_mark(text: str, number: int) -> None:
    assert number in [mark.number for mark in find_marks(text, bracketed=False)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("under § 6B1.2 comment", id="guideline"),
        pytest.param("938 F.2d 470", id="reporter"),
        pytest.param("at 12 n.7 (1991)", id="note-cited"),
        pytest.param("No.3 of the", id="number"),
        pytest.param("in 1987. The", id="year"),
        pytest.param("Brief for Roe 3–4. The", id="pages"),
        pytest.param("about 25% of", id="percentage"),
        pytest.param("$5 and", id="dollars"),
        pytest.param("Fed.R.Crim.P.12 says", id="rule"),
    ],
)
def test_what_does_not(text: str) -> None:
    assert [] == [mark for mark in find_marks(text, bracketed=False) if mark.weight >= 2]


def test_a_mark_may_stick_to_a_section_cited_elsewhere_without() -> None:
    text = "under § 3379 and § 337923 which"
    assert [(text.index("23 which"), 23)] == [(mark.start, mark.number) for mark in find_marks(text, bracketed=False)]
    assert not find_marks("under § 3379 and § 441223 which", bracketed=False)


def test_the_run_of_marks_counts_upwards() -> None:
    marks = [Mark(5, 1, 4.0), Mark(8, 3, 4.0), Mark(20, 2, 4.0), Mark(30, 3, 4.0), Mark(31, 9, 4.0), Mark(40, 4, 1.0)]
    assert {1: 5, 2: 20, 3: 30, 4: 40} == best_run(marks, 4)


def test_the_words_of_a_database_belong_to_the_page() -> None:
    found = opinion(
        f"{PROSE}That is the law.1Link to the text of the note So it is.\n\n- - - - Footnotes - - - -\n1 See Poe.\n\n- - - End Footnotes- - -\n"
    )
    assert () == opinion("At HN12 it is so.").furniture
    numbered = opinion(
        "HN1 LEdHN[1] [1] It is so. We have held HN2LEdHN[2] [2] that it is. LEdHN[2A] [2A]To be so, HN3 it is."
    )
    assert ["HN1 LEdHN[1] [1]", "HN2LEdHN[2] [2]", "LEdHN[2A] [2A]", "HN3"] == [
        span.of(numbered.text) for span in numbered.furniture
    ]
    words = ["1Link to the text of the note", "- - - - Footnotes - - - -", "- - - End Footnotes- - -"]
    assert words == [span.of(found.text) for span in found.furniture]
