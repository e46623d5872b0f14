"""Lines as they are set, printed pages, and the furniture of the page."""

from __future__ import annotations

import pytest

from citator.corpus.model import Document, Opinion
from citator.corpus.structure import analyse
from citator.corpus.structure.lines import lay_out
from citator.corpus.structure.pages import paginate


def opinion(text: str) -> Opinion:
    return analyse(Document("a.txt", "", "text", text))


WRAPPED = (
    "The district court held that the statute does not",
    "reach the conduct that was charged here, and so it",
    "dismissed the count with which the defendant was",
    "charged in the second indictment of that same year.",
)


def sheet(*extra: str, head: str = "", foot: str = "", between: str = "\n") -> str:
    """One typed page."""
    return "\n".join(line for line in (head, "", between.join([*WRAPPED * 3, *extra]), "", foot))


@pytest.mark.parametrize(
    ("text", "wrapped", "spacing"),
    [
        pytest.param("\n".join(WRAPPED * 5), True, 0, id="typed"),
        pytest.param("\n\n".join(WRAPPED * 5), True, 1, id="double-spaced"),
        pytest.param("\n\n".join(["A paragraph that goes on for long. " * 12] * 9), False, 0, id="a-line-a-paragraph"),
        pytest.param("One line.\nAnother.", False, 0, id="short"),
        pytest.param("\r\n".join(WRAPPED * 5), True, 0, id="windows-line-ends"),
        pytest.param("\r".join(WRAPPED * 5), True, 0, id="old-line-ends"),
    ],
)
def test_how_a_text_is_set(text: str, wrapped: bool, spacing: int) -> None:
    layout = lay_out(text)
    assert (wrapped, spacing) == (layout.wrapped, layout.spacing)


def test_line_numbers_in_the_margin_are_no_words() -> None:
    text = "\n".join(f"{n % 25 + 1:2}   {line}" for n, line in enumerate(WRAPPED * 12))
    found = opinion(text)
    assert 48 == len([span for span in found.furniture if span.of(text).isdigit()])
    assert found.paragraphs[0].of(text).startswith("The district court held")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("favor*1298able and Unit*1299ed", ["1298", "1299"], id="within-words"),
        pytest.param("*386 \n\n It was\n *387 \n so.", ["386", "387"], id="on-lines-of-their-own"),
        pytest.param("He [*12]  said [*13] so", ["12", "13"], id="in-brackets"),
        pytest.param("He *Page 257 said *Page 258 so", ["257", "258"], id="with-a-word"),
        pytest.param("*458 It **1484 was *459 so **1485", ["458", "459"], id="two-reporters"),
        pytest.param("*the government, and a footnote.* So", [], id="no-numbers"),
        pytest.param("2019 WL 33, at *3, and at *4; see *5", [], id="pins-of-a-database"),
        pytest.param(
            "He *6 said so (1824), *7 Mr. Roe said, *8 and the case at *9 bar", ["6", "7", "8", "9"], id="behind-commas"
        ),
        pytest.param(
            "It *6 is so in Roe v. Ohio, *7 301 U.S. 999. So *8 it is", ["6", "7", "8"], id="within-a-citation"
        ),
        pytest.param("It *6 is so (D. Me. 2001), *7 (a note), *8, or Id. at *9 and so", [], id="pins-that-count-on"),
        pytest.param("the price was 2*3 or 3*4 dollars", [], id="arithmetic"),
        pytest.param("a *7 lone star", [], id="one-small-number"),
        pytest.param(
            "*612 Mr. Roe for appellant. *619 The court *620 holds *621 so.",
            ["612", "619", "620", "621"],
            id="the-argument-of-counsel-left-out",
        ),
    ],
)
def test_star_pages(text: str, expected: list[str]) -> None:
    assert expected == [page.page for page in paginate(text, lay_out(text)).pages]


def test_marks_of_the_second_reporter_are_furniture() -> None:
    found = opinion("*458 It was **1484 so and *459 then **1485 not.")
    assert ["**1484", "**1485"] == [span.of(found.text) for span in found.furniture]


@pytest.mark.parametrize(
    ("text", "pages", "furniture"),
    [
        pytest.param(
            "\n".join(sheet(foot=f"                    -{n}-") for n in range(2, 7)),
            ["2", "3", "4", "5", "6"],
            {"-2-", "-3-", "-4-", "-5-", "-6-"},
            id="dashed-feet",
        ),
        pytest.param(
            "\f".join(sheet(foot=f"Court of Appeals of Iowa | Opinion 1-2     Page {n} of 4") for n in range(1, 5)),
            ["1", "2", "3", "4"],
            {f"Court of Appeals of Iowa | Opinion 1-2     Page {n} of 4" for n in range(1, 5)},
            id="feet-to-the-last-page",
        ),
        pytest.param(
            "\f".join(sheet(head=f" No. 21-1       Roe v. Doe       Page {n}") for n in range(1, 6)),
            ["2", "3", "4", "5"],
            {f"No. 21-1       Roe v. Doe       Page {n}" for n in range(2, 6)},
            id="running-heads",
        ),
        pytest.param(
            "\f".join(
                sheet(head=f"{n}       ROE v. DOE\n\n     Opinion of the Court" if n % 2 == 0 else f"   Cite as: 595 U. S. ____ (2022)   {n}\n\n     Opinion of the Court")
                for n in range(1, 6)
            ),
            ["1", "2", "3", "4", "5"],
            {"Opinion of the Court", "2       ROE v. DOE", "4       ROE v. DOE"}
            | {f"Cite as: 595 U. S. ____ (2022)   {n}" for n in (1, 3, 5)},
            id="supreme-court-slip",
        ),
    ],
)  # fmt: skip
def test_sheets_of_a_slip_opinion(text: str, pages: list[str], furniture: set[str]) -> None:
    found = opinion(text)
    assert pages == [page.page for page in found.pages]
    assert furniture == {span.of(text) for span in found.furniture}


def test_a_lone_number_is_no_page_foot() -> None:
    text = "\n".join([*WRAPPED, "", "1", "", *WRAPPED, "", "2", "", *WRAPPED, "", "3", "", *WRAPPED])
    assert () == opinion(text).pages


@pytest.mark.parametrize(
    "feet",
    [
        pytest.param([f"                         -{n}-" for n in range(2, 7)], id="numbered"),
        pytest.param(["\n\n"] * 5, id="unnumbered"),
    ],
)
def test_a_sentence_runs_on_over_a_page_end(feet: list[str]) -> None:
    page = "\n".join(WRAPPED[:3] * 4)
    text = "\n\n".join(f"{page}\n\n{foot}" for foot in feet)
    assert 1 == len(opinion(text).paragraphs)
