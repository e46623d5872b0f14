"""The opening words of an opinion → who speaks and in which role; and words that only look so."""

from __future__ import annotations

import pytest

from citator.corpus.model import Document, Opinion
from citator.corpus.structure import analyse
from citator.corpus.structure.bylines import parse, surname


def opinion(text: str) -> Opinion:
    return analyse(Document("a.txt", "", "text", text))


@pytest.mark.parametrize(
    ("words", "kind", "author"),
    [
        pytest.param("ROE, Circuit Judge: We affirm.", None, "Roe", id="judge"),
        pytest.param("MARY N. ROE, Senior Circuit Judge. The appeal", None, "Roe", id="full-name"),
        pytest.param("N.R. ROE, Chief Judge:", None, "Roe", id="initials"),
        pytest.param("ROE, Circuit Judge, dissenting: I would", "dissent", "Roe", id="dissent"),
        pytest.param("ROE, J., concurring. I agree", "concurrence", "Roe", id="concurrence"),
        pytest.param("ROE, J. (dissenting)", "dissent", "Roe", id="in-parentheses"),
        pytest.param("ROE, Justice, specially concurring. While", "concurrence", "Roe", id="specially"),
        pytest.param("Roe, P. J.", None, "Roe", id="presiding"),
        pytest.param("ROE, Acting P. J.", None, "Roe", id="acting"),
        pytest.param("ROE J.", None, "Roe", id="no-comma"),
        pytest.param("OPINION BY ROE, P. J., May 3, 1971:", "lead", "Roe", id="opinion-by"),
        pytest.param("ROE, Circuit Judge, concurring in part and dissenting in part: I", "dissent", "Roe", id="both-in-part"),
        pytest.param("JUSTICE ROE, concurring in part. I", "concurrence_in_part", "Roe", id="in-part"),
        pytest.param("JUSTICE ROE, concurring in part and concurring in the judgment. I", "concurrence", "Roe", id="judgment"),
        pytest.param("Justice Roe delivered the opinion of the Court. We", "lead", "Roe", id="delivered"),
        pytest.param("MR. CHIEF JUSTICE ROE delivered the opinion of the Court.", "lead", "Roe", id="mr-chief-justice"),
        pytest.param("Mr. Justice Roe, after stating the case, delivered the opinion of the court.", "lead", "Roe", id="old"),
        pytest.param(
            "Justice Roe announced the judgment of the Court and delivered an opinion, in which Justice Doe joined.",
            "plurality", "Roe", id="plurality",
        ),
        pytest.param(
            "JUSTICE ROE, with whom JUSTICE DOE and JUSTICE POE join, dissenting. I", "dissent", "Roe", id="with-whom"
        ),
        pytest.param("JUSTICE ROE, with whom JUSTICE DOE joins except as to Part II, dissenting.", "dissent", "Roe", id="except"),
        pytest.param("The CHIEF JUSTICE, with whom concurred Mr. Justice DOE, dissenting.", "dissent", None, id="chief"),
        pytest.param("PER CURIAM. The petition", "per_curiam", None, id="per-curiam"),
        pytest.param("BY THE COURT: We", "per_curiam", None, id="by-the-court"),
        pytest.param("The opinion of the court was delivered by ROE, J.", "lead", "Roe", id="delivered-by"),
        pytest.param("Opinion for the Court filed by Senior Circuit Judge JANE F. ROE.", "lead", "Roe", id="filed-by-one-with-an-initial"),
        pytest.param("Hon. Jane Roe, United States District Judge", None, "Roe", id="honorable"),
        pytest.param("Separate opinion of MR. JUSTICE ROE.", "other", "Roe", id="separate"),
        pytest.param("Statement of JUSTICE ROE respecting the denial of certiorari.", "statement", "Roe", id="statement"),
        pytest.param("Dissenting Opinion", "dissent", None, id="heading"),
    ],
)  # fmt: skip
def test_who_speaks(words: str, kind: str | None, author: str | None) -> None:
    byline = parse(words)
    assert byline is not None
    assert (kind, author, False) == (byline.kind, byline.author, byline.lineup)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Mr. Justice Roe, dissenting in Doe v. Poe, wrote that the rule", id="told-of-another"),
        pytest.param("JUSTICE ROE took no part in the decision.", id="took-no-part"),
        pytest.param("MR. JUSTICE ROE dissents.", id="a-vote"),
        pytest.param("ROE, J., concurs.", id="another-vote"),
        pytest.param("Thomas J. Roe, for appellant.", id="counsel"),
        pytest.param("Mr. J.W. Roe, in support of the judgment below.", id="counsel-of-old"),
        pytest.param("Before ROE, Circuit Judge, and DOE, District Judge.", id="panel"),
        pytest.param("The court of appeals affirmed.", id="prose"),
        pytest.param("Hon. Jane Roe, P. J.", id="a-list-of-the-bench"),
    ],
)
def test_who_does_not(words: str) -> None:
    assert parse(words) is None


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("ROE, C. J., delivered the opinion of the Court, in which DOE, J., joined.", id="syllabus"),
        pytest.param("Opinion by Judge ROE; Dissent by Judge DOE.", id="head"),
    ],
)
def test_a_line_up_opens_no_opinion(words: str) -> None:
    byline = parse(words)
    assert byline is not None
    assert byline.lineup


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("WILLIS VAN DEVANTER", "Van Devanter", id="two-words"),
        pytest.param("McREYNOLDS", "McReynolds", id="mc"),
        pytest.param("O’CONNOR", "O'Connor", id="o"),
        pytest.param("Milan D. Smith, Jr.", "Smith", id="junior"),
        pytest.param("FERNANDEZ-VINA", "Fernandez-Vina", id="hyphen"),
        pytest.param("MartiN", "Martin", id="misread"),
    ],
)
def test_surnames(name: str, expected: str) -> None:
    assert expected == surname(name)


PROSE = "The court finds that the statute does not reach the conduct charged, and so it holds today in this case. " * 30


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"ROE, Circuit Judge.\n{PROSE}\nDOE, Circuit Judge,\ndissenting.\n{PROSE}\nPOE, Circuit Judge,\ndissenting.\n{PROSE}",
            [("lead", "lead", "Roe"), ("dissent", "dissent", "Doe"), ("dissent-2", "dissent", "Poe")],
            id="role-on-the-next-line",
        ),
        pytest.param(
            f"MR. JUSTICE ROE delivered the opinion of the Court.\n\n{PROSE}\n\nMR. JUSTICE DOE.\n\n{PROSE} I dissent from the judgment.",
            [("lead", "lead", "Roe"), ("dissent", "dissent", "Doe")],
            id="role-told-by-its-words",
        ),
        pytest.param(
            f"Lead Opinion\n\nROE, Circuit Judge:\n\n{PROSE}\n\nDissenting Opinion\n\nDOE, Circuit Judge, dissenting:\n\n{PROSE}",
            [("lead", "lead", "Roe"), ("dissent", "dissent", "Doe")],
            id="heading-and-byline-are-one",
        ),
        pytest.param(
            f"OPINION\nROE, Judge.\n{PROSE}\nROE, Judge.\n",
            [("lead", "lead", "Roe")],
            id="a-signature-is-no-opinion",
        ),
        pytest.param(f"OPINION BY JUDGE ROE\n\n{PROSE}", [("lead", "lead", "Roe")], id="named-in-the-head-alone"),
        pytest.param(
            f"                     Before\n               Doe, Chief Judge,\n         Poe and Low, Circuit Judges.\n\n     ROE, Circuit Judge.  {PROSE}",
            [("lead", "lead", "Roe")],
            id="not-the-panel",
        ),
        pytest.param(
            f"FROM THE CIRCUIT COURT OF ROE COUNTY\n            L. A. Doe, Jr., Judge\n\n     ROE, Judge.  {PROSE}",
            [("lead", "lead", "Roe")],
            id="not-the-judge-below",
        ),
        pytest.param(
            f"MR. CHIEF JUSTICE JAMES T. ROE\ndelivered the opinion of the court.\n{PROSE}",
            [("lead", "lead", "Roe")],
            id="initials-and-next-line",
        ),
        pytest.param(f"{PROSE}\n\n{PROSE}", [("lead", "lead", None)], id="by-nobody"),
        pytest.param(
            f"JUSTICE ROE, dissenting.\n{PROSE}\nJUSTICE DOE, dissenting.\n{PROSE}",
            [("dissent", "dissent", "Roe"), ("dissent-2", "dissent", "Doe")],
            id="dissents-alone",
        ),
        pytest.param(
            f"The rule is old. {PROSE} I respectfully dissent.", [("dissent", "dissent", None)], id="closing-vote"
        ),
        pytest.param(
            f"The rule is old. {PROSE} He said that I dissent too often.", [("lead", "lead", None)], id="no-vote"
        ),
        pytest.param(
            f"The rule is old. {PROSE}\n\n/s/ Jane Roe\nJANE Q. ROE\nUnited States District Judge",
            [("lead", "lead", "Roe")],
            id="signature",
        ),
        pytest.param(
            f"COURT OF APPEALS\n\nDOE                         MEMORANDUM OPINION* BY\nv.   No. 12-3             JUDGE JANE Q. ROE, JR.\nPOE                         MAY 3, 2011\n\nThe rule is old. {PROSE}",
            [("lead", "lead", "Roe")],
            id="beside-the-caption",
        ),
    ],
)
def test_parts_of_a_text(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert expected == [(part.id, part.kind, part.author) for part in opinion(text).parts]


def test_the_syllabus_is_a_part_of_its_own() -> None:
    text = (
        "(Slip Opinion)\n\nSyllabus\n\nROE v. DOE\n\nHeld: It is so. Pp. 3-4.\n\nPOE, J., delivered the opinion of the Court, in which LOW, J., joined.\n\n"
        f"NOTICE: This opinion is subject to formal revision.\n\nSUPREME COURT OF THE UNITED STATES\n\nJUSTICE POE delivered the opinion of the Court.\n\n{PROSE}"
    )
    parts = opinion(text).parts
    assert [("syllabus", None), ("lead", "Poe")] == [(part.kind, part.author) for part in parts]
    assert text[parts[0].end :].startswith("NOTICE")


def test_notes_of_one_opinion_printed_after_another_are_told_as_its_own() -> None:
    marked = f"{PROSE[:-1]}1 It was so.\n\n{PROSE[:-1]}2 It was not."
    text = f"MR. JUSTICE ROE delivered the opinion of the Court.\n\n{marked}\n\nMR. JUSTICE DOE, dissenting.\n\n{PROSE}\n\n1. See Poe.\n\n2. See Low."
    found = opinion(text)
    assert [("lead", "lead"), ("dissent", "dissent"), ("lead-notes", "lead")] == [
        (part.id, part.kind) for part in found.parts
    ]
    assert ["lead", "lead"] == [note.part for note in found.footnotes]
    assert text[found.parts[2].start :].lstrip().startswith("1. See Poe.")


def test_a_note_on_the_page_where_the_next_opinion_begins_leaves_that_whole() -> None:
    lines = "The court finds that the statute does not reach\nthe conduct that was charged here, and so it\n" * 5
    text = (
        f"ROE, Circuit Judge:\n{lines}holds.1 So it is.\n\nDOE, Circuit Judge, concurring:\n{lines}\n\n      1\n"
        f"       See Poe and Low.\n\n\f{lines}I concur."
    )
    found = opinion(text)
    assert [("lead", "Roe"), ("concurrence", "Doe")] == [(part.kind, part.author) for part in found.parts]
    assert [("1", "lead")] == [(note.number, note.part) for note in found.footnotes]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("ROE, J., dissenting", ("dissent", "Roe"), id="role"),
        pytest.param("Opinion of ROE, J.", ("concurrence", "Roe"), id="role-told-by-its-words"),
        pytest.param("Opinion of the Court", ("lead", None), id="the-court"),
        pytest.param("R\n            Opinion of R, OE\n             OE     J., dissenting", ("dissent", "Roe"), id="small-capitals"),
    ],
)  # fmt: skip
def test_running_heads_name_the_author_of_an_extract(head: str, expected: tuple[str, str | None]) -> None:
    lines = [
        "The court of appeals held that the statute does not",
        "reach the conduct that was charged there, and so it",
        "I concur in that, and would say the same of the rest",
    ]
    sheets = [f"{n}            DOE v. POE\n\n            {head}\n\n" + "\n".join(lines * 6) for n in range(2, 6)]
    [part] = opinion("\n".join(lines * 6) + "\n\f" + "\n\f".join(sheets)).parts
    assert expected == (part.kind, part.author)


def test_a_dissent_far_into_a_text_follows_an_opinion_by_nobody() -> None:
    found = opinion(f"{PROSE}\n\n{PROSE}\n\nROE, J., dissenting.\n\n{PROSE}")
    assert [("lead", None), ("dissent", "Roe")] == [(part.kind, part.author) for part in found.parts]


def test_a_justice_may_sign_at_the_end() -> None:
    text = "\n\n".join(["COURT OF APPEALS OF TEXAS", "MEMORANDUM OPINION", *["We hold that the rent is due, and so we affirm the judgment. " * 6] * 2,
                        " Jane F. Roe, Jr.", " Justice", "Panel consists of Justices Doe,", "Justice Poe and Justice Roe"])  # fmt: skip
    assert [("lead", "Roe")] == [
        (part.kind, part.author) for part in analyse(Document("a.txt", "", "text", text)).parts
    ]
