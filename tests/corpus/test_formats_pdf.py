"""PDFs made here, character by character → text, pages and notes."""

from __future__ import annotations

import pytest

from citator.corpus.errors import UnreadableInput
from citator.corpus.formats import read_bytes
from citator.corpus.structure import analyse

Run = tuple[float, float, float, str]  # x and y in points from the bottom left, type size, words
WIDE, TALL = 612, 792


def make_pdf(*pages: list[Run], ruled: tuple[float, float] | None = None) -> bytes:
    """A PDF of ``pages`` in Courier; ``ruled`` draws a line from the left margin at a height, for a width."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for runs in pages:
        drawn = "".join(f"BT /F1 {size} Tf {x} {y} Td ({_escaped(words)}) Tj ET\n" for x, y, size, words in runs)
        if ruled:
            drawn += f"72 {ruled[0]} m {72 + ruled[1]} {ruled[0]} l S\n"
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream")
        content = len(objects)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDE} {TALL}] /Contents {content} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return (out + end).encode("latin-1")


def _escaped(words: str) -> str:
    return words.encode("cp1252").decode("latin-1").replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def lines(x: float, y: float, *texts: str, size: float = 12, leading: float = 14) -> list[Run]:
    return [(x, y - n * leading, size, text) for n, text in enumerate(texts)]


def slip() -> bytes:
    first = [
        *lines(180, 700, "UNITED STATES COURT OF APPEALS", "    FOR THE NINTH CIRCUIT"),
        *lines(
            72,
            650,
            "UNITED STATES OF AMERICA,",
            "      Plaintiff-Appellee,",
            "           v.",
            "JANE ROE,",
            "      Defendant-Appellant.",
        ),
        *lines(380, 650, "No. 12-50097"),
        *lines(270, 560, "OPINION"),
        *lines(72, 530, "SMITH, Circuit Judge:"),
        *lines(108, 500, "The district court imposed on her a sen-"),
        *lines(
            72,
            486,
            "tence of ten months, as it had done for a co-",
            "defendant before her. She appealed and we af-",
            "firm. See Doe v. Roe, 1 F.3d 2 (9th Cir. 1993).",
        ),
        (411, 463, 7, "1"),
        *lines(108, 440, "A second paragraph opens here, and it goes"),
        *lines(72, 426, "on over the end of the page in the name Carpen-"),
        *lines(72, 120, "1 The sentence was later re-", "duced by the court.", size=9, leading=11),
        *lines(300, 40, "1"),
    ]
    second = [
        *lines(72, 740, "2         UNITED STATES v. ROE"),
        *lines(72, 700, "ter, which the parties cite. Nothing more is", "said."),
        *lines(144, 650, "The quoted words stand in from the", "margin on both of their sides."),
        *lines(270, 600, "AFFIRMED."),
    ]
    third = [
        *lines(72, 740, "3         UNITED STATES v. ROE"),
        *lines(108, 700, "A last word is printed on this page."),
    ]
    return make_pdf(first, second, third)


def test_a_slip_opinion_reads_as_running_text() -> None:
    document = read_bytes(slip(), "slip.pdf")
    assert "pdf" == document.format
    assert (
        "The district court imposed on her a sentence of ten months, as it had done for a co-defendant before her. "
        "She appealed and we affirm. See Doe v. Roe, 1 F.3d 2 (9th Cir. 1993).1\n\n"
        "A second paragraph opens here, and it goes on over the end of the page in the name Carpen*2ter, which the "
        "parties cite. Nothing more is said."
    ) in document.text
    assert "v. ROE\n" not in document.text


def test_its_notes_and_pages_are_known() -> None:
    document = read_bytes(slip(), "slip.pdf")
    [note] = document.marks.notes
    assert ("1", "The sentence was later reduced by the court.") == (note.number, document.text[note.start : note.end])
    assert note.ref is not None
    assert "1993).1" == document.text[note.ref - 6 : note.ref + 1]
    assert ["2", "3"] == [page.page for page in document.marks.pages]
    assert ["*2", "*3"] == [document.text[page.start : page.end] for page in document.marks.pages]


def test_its_caption_in_columns_names_the_decision() -> None:
    opinion = analyse(read_bytes(slip(), "slip.pdf"))
    decision = opinion.decision
    assert ("United States v. Jane Roe", "ca9", "12-50097") == (decision.name, decision.court, decision.docket)
    assert [("lead", "Smith")] == [(part.kind, part.author) for part in opinion.parts]


def test_a_quotation_set_in_is_marked() -> None:
    document = read_bytes(slip(), "slip.pdf")
    assert ["The quoted words stand in from the margin on both of their sides."] == [
        quote.of(document.text) for quote in document.marks.quotes
    ]


def test_line_numbers_in_the_margin_are_dropped() -> None:
    numbers = [(50.0, 700 - 14.0 * n, 12.0, str(n + 1)) for n in range(20)]
    words = [
        (90.0, 700 - 14.0 * n, 12.0, f"the words of line {'abcdefghijklmnopqrst'[n]} run on to") for n in range(20)
    ]
    text = read_bytes(make_pdf(numbers + words), "a.pdf").text
    assert text.startswith("the words of line a run on to the words of line b run on to")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(
            make_pdf([]), "no text in this PDF (scanned?); run it through text recognition first", id="scanned"
        ),
        pytest.param(b"%PDF-1.4\nnothing more", "a damaged or locked PDF; print it to a new one", id="damaged"),
        pytest.param(
            make_pdf([(72, 700, 12, "We affirm.")]).replace(
                b"/Root 1 0 R",
                b"/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
                b" /O <" + b"00" * 32 + b"> /U <" + b"00" * 32 + b"> >>",
            ),
            "a PDF locked with a password; save it without one",
            id="locked",
        ),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableInput, match=why.replace("(", r"\(").replace(")", r"\)").replace("?", r"\?")):
        read_bytes(data, "a.pdf")


def page_of(*texts: str, notes: tuple[str, ...] = (), head: str = "", raised: tuple[Run, ...] = ()) -> list[Run]:
    """A page of lines set flush, ``notes`` at its foot in small type, ``head`` at its top."""
    return [
        *(lines(72, 750, head) if head else []),
        *lines(72, 650, *texts),
        *raised,
        *lines(72, 120, *notes, size=9, leading=11),
    ]


FULL = "It is so held of every deed that was ever made in the county"  # as wide as the page's text


def test_a_citation_that_opens_a_line_of_a_note_opens_no_note() -> None:
    mark = (72 + 60 * 7.2, 653.0, 7.0, "1")
    note = "1 The rule is old, and the courts keep it. See Poe v. Doe,"
    data = make_pdf(page_of(FULL, FULL, notes=(note, "110 F.2d 3 (1940), and more."), raised=(mark,)))
    document = read_bytes(data, "a.pdf")
    assert ["1"] == [note.number for note in document.marks.notes]
    assert "See Poe v. Doe, 110 F.2d 3 (1940), and more." in document.text


def test_a_star_note_is_tied_to_its_star() -> None:
    data = make_pdf(page_of("Before ROE and POE,* Circuit Judges.", FULL, FULL, notes=("* Sitting by designation.",)))
    document = read_bytes(data, "a.pdf")
    [note] = document.marks.notes
    assert ("*", "Sitting by designation.") == (note.number, document.text[note.start : note.end])
    assert note.ref is not None
    assert "POE," == document.text[note.ref - 4 : note.ref]


def test_a_running_head_printed_once_is_known_by_its_number() -> None:
    heads = ["", "2        ROE v. DOE", "Cite as: 7 U. S. ____ (2031)        3"]
    document = read_bytes(make_pdf(*(page_of(FULL, FULL, head=head) for head in heads)), "a.pdf")
    assert "Cite as" not in document.text
    assert ["2", "3"] == [page.page for page in document.marks.pages]


def test_pages_of_a_reporter_in_the_text_go_before_those_of_the_file() -> None:
    first = page_of("*301 " + FULL[5:], FULL, FULL)
    second = page_of(FULL, "The deed *302 is good, and so we affirm.", FULL)
    opinion = analyse(read_bytes(make_pdf(first, second), "a.pdf"))
    assert ["301", "302"] == [page.page for page in opinion.pages]


def test_a_centred_name_over_two_lines_is_one() -> None:
    title = ["THE ROE COUNTY BOARD FOR THE CARE OF DEEDS,", "PETITIONER, v. JANE DOE, RESPONDENT"]
    title += ["THE ROE COUNTY OFFICE OF DEEDS, APPELLANTS.", "No. 31-4"]
    centred = [(306 - 3.6 * len(words), 700 - 14.0 * n, 12.0, words) for n, words in enumerate(title)]
    narrow = [line[:44] for line in (FULL, FULL[6:], FULL, FULL[6:], FULL)]
    body = lines(306 - 3.6 * 44, 630, *narrow)
    text = read_bytes(make_pdf([*centred, *body]), "a.pdf").text
    assert text.startswith("THE ROE COUNTY BOARD FOR THE CARE OF DEEDS, PETITIONER, v. JANE DOE, RESPONDENT\n\n")
    assert "APPELLANTS.\n\nNo. 31-4" in text


def test_first_lines_set_ragged_are_not_centred() -> None:
    openings = ["The deed was made in the old county office", "Another was kept in a box in the big bank", "Nobody"]
    runs: list[Run] = []
    for n, opening in enumerate(openings):
        runs += [
            *lines(108, 700 - 60 * n, opening),
            *lines(72, 686 - 60 * n, "of-the-county-and-town that stands by it.", FULL),
        ]
    text = read_bytes(make_pdf(runs), "a.pdf").text
    assert "old county office of-the-county-and-town" in text


@pytest.mark.parametrize(
    ("end", "start", "expected"),
    [
        pytest.param("as No. 05-", "P-728, and it", "as No. 05-P-728, and it", id="docket-number"),
        pytest.param("of the pre-", "and post-trial", "of the pre- and post-trial", id="coupled"),
        pytest.param("of the judg-", "ment below it", "of the judgment below it", id="cut-word"),
    ],
)
def test_hyphens_at_the_end_of_a_line(end: str, start: str, expected: str) -> None:
    first = (FULL + " " + end)[-60:]
    assert expected in read_bytes(make_pdf(page_of(FULL, first, start + FULL[13:])), "a.pdf").text


def test_notes_gathered_before_a_second_opinion_are_notes() -> None:
    runs = [
        *page_of("ROE, Judge.", FULL, FULL, raised=((72 + 60 * 7.2, 639.0, 7.0, "1"),)),
        (72, 583, 6, "1"),
        *lines(82, 580, "Only one deed has come before us that was made", size=9, leading=11),
        *lines(72, 569, "in another way.", size=9, leading=11),
        *lines(72, 540, "POE, Judge, dissenting.", FULL, FULL),
    ]
    opinion = analyse(read_bytes(make_pdf(runs), "a.pdf"))
    [note] = opinion.footnotes
    assert "Only one deed has come before us that was made in another way." == opinion.text[note.start : note.end]
    assert (note.part, note.number) == ("lead", "1")
    assert note.ref is not None
    assert [("lead", "Roe"), ("dissent", "Poe")] == [(part.id, part.author) for part in opinion.parts[:2]]
