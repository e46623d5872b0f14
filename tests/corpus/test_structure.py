"""The four opinions of the project, exactly; and any text at all, without harm."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citator.corpus.formats import read
from citator.corpus.model import Document, Opinion
from citator.corpus.structure import analyse

OPINIONS = Path(__file__).parents[2] / "corpus" / "opinions"
NAMES = ("armstrong", "banuelos-rodriguez", "caperna", "redondo-lemos")
TEXTS = {name: read(OPINIONS / f"{name}.txt").text for name in NAMES}


def opinion(text: str) -> Opinion:
    return analyse(Document("a.txt", "", "text", text))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("armstrong", [("lead", "lead", "Reinhardt", 112)], id="armstrong"),
        pytest.param(
            "banuelos-rodriguez",
            [("lead", "lead", "Graber", 109), ("dissent", "dissent", "Pregerson", 31819)],
            id="banuelos-rodriguez",
        ),
        pytest.param("caperna", [("lead", "lead", "Trott", 10)], id="caperna"),
        pytest.param("redondo-lemos", [("lead", "lead", "Kozinski", 41)], id="redondo-lemos"),
    ],
)
def test_parts_and_authors(name: str, expected: list[tuple[str, str, str, int]]) -> None:
    parts = opinion(TEXTS[name]).parts
    assert expected == [(part.id, part.kind, part.author, part.start) for part in parts]


def test_opinions_announced_but_absent() -> None:
    assert (("concurrence", "Wallace"), ("dissent", "Rymer")) == opinion(TEXTS["armstrong"]).announced
    assert () == opinion(TEXTS["banuelos-rodriguez"]).announced


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("armstrong", [str(page) for page in range(1511, 1521)], id="armstrong"),
        pytest.param("banuelos-rodriguez", [str(page) for page in range(971, 987)], id="banuelos-rodriguez"),
        pytest.param("caperna", [], id="no-pages"),
        pytest.param(
            "redondo-lemos",
            ["1298", "1299", "1300", "1301", "1302", "1303", "1301", "1302"],
            id="marks-in-gathered-notes",
        ),
    ],
)
def test_printed_pages(name: str, expected: list[str]) -> None:
    found = opinion(TEXTS[name])
    assert expected == [page.page for page in found.pages]
    assert [f"*{page}" for page in expected] == [found.text[page.start : page.end] for page in found.pages]


def test_a_note_is_on_the_page_of_its_mark_and_the_first_words_on_the_page_before_the_first() -> None:
    found = opinion(TEXTS["redondo-lemos"])
    assert "1297" == found.page_at(60)
    assert "1303" == found.page_at(found.text.index("REVERSED AND REMANDED"))
    seventh = next(note for note in found.footnotes if note.number == "7")
    assert "1301" == found.page_at(seventh.start + 10)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param(
            "armstrong",
            [
                ("1", 15084, 38665),
                ("2", 17386, 40357),
                ("3", 17805, 40706),
                ("4", 17987, 41619),
                ("5", 19774, 42066),
                ("6", 26477, 42893),
                ("7", 27562, 43687),
                ("8", 32442, 44174),
                ("9", 34963, 44529),
            ],
            id="number-lost",
        ),
        pytest.param(
            "banuelos-rodriguez",
            [
                ("1", 1475, 28496),
                ("2", 2826, 28891),
                ("3", 6284, 29878),
                ("4", 15375, 29963),
                ("5", 28151, 30715),
                ("1", 36589, 60430),
                ("2", 49885, 60830),
                ("3", 51161, 61585),
            ],
            id="two-opinions",
        ),
        pytest.param("caperna", [("1", 2858, 2928), ("2", 7955, 8374), ("3", 13211, 14420)], id="at-page-feet"),
    ],
)
def test_notes_and_their_marks(name: str, expected: list[tuple[str, int, int]]) -> None:
    notes = opinion(TEXTS[name]).footnotes
    assert [number for number, _, _ in expected] == [note.number for note in notes]
    assert [ref for _, ref, _ in expected] == [note.ref for note in notes]
    assert all(abs(start - note.start) <= 2 for (_, _, start), note in zip(expected, notes, strict=True))


def test_a_note_of_several_paragraphs_is_one_note() -> None:
    found = opinion(TEXTS["redondo-lemos"])
    assert [str(number) for number in range(1, 14)] == [note.number for note in found.footnotes]
    eighth = next(note for note in found.footnotes if note.number == "8")
    assert "The Department of Justice does not challenge" in found.text[eighth.start : eighth.end]


def test_the_notes_of_a_dissent_belong_to_it() -> None:
    parts = [note.part for note in opinion(TEXTS["banuelos-rodriguez"]).footnotes]
    assert ["lead"] * 5 + ["dissent"] * 3 == parts


def test_a_sentence_cut_by_a_page_end_stays_in_one_paragraph() -> None:
    found = opinion(TEXTS["caperna"])
    at = found.text.index("See 21\n")
    paragraph = found.paragraph_at(at)
    assert paragraph is not None
    assert paragraph.of(found.text).endswith("U.S.C. § 960(b)(1)(G).")


def test_headings_are_told_from_sentences() -> None:
    found = opinion(TEXTS["caperna"])
    headings = [heading.of(found.text) for heading in found.headings]
    assert ["OPINION", "I", "Background", "II", "Discussion", "A. Standard of Review", "B. Analysis"] == headings[:7]


def test_block_quotations_are_marked() -> None:
    found = opinion(TEXTS["caperna"])
    [quote] = [quote for quote in found.quotes if "[T]here have been few cases" in quote.of(found.text)]
    assert quote.of(found.text).startswith("[T]here have been few cases when I've had as many")


def invariants(found: Opinion) -> None:
    """What every Opinion promises, whatever the text."""
    end = len(found.text)
    spans = [(part.start, part.end) for part in found.parts]
    spans += [(note.start, note.end) for note in found.footnotes]
    spans += [(page.start, page.end) for page in found.pages]
    spans += [(span.start, span.end) for span in (*found.paragraphs, *found.quotes, *found.headings, *found.furniture)]
    assert all(0 <= start <= stop <= end for start, stop in spans)
    assert all(note.ref is None or 0 <= note.ref < end for note in found.footnotes)
    assert all(a.end <= b.start for a, b in zip(found.parts, found.parts[1:], strict=False))
    assert all(a.end <= b.start for a, b in zip(found.paragraphs, found.paragraphs[1:], strict=False))
    walls = [at for part in found.parts for at in (part.start, part.end)]
    walls += [at for note in found.footnotes for at in (note.start, note.end)]
    assert not any(span.start < wall < span.end for wall in walls for span in found.paragraphs)
    assert len({part.id for part in found.parts}) == len(found.parts)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A stretch of an opinion of the project with words cut out, doubled and strewn in."""
    text = TEXTS[draw(st.sampled_from(NAMES))]
    start = draw(st.integers(0, len(text) - 1))
    text = text[start : start + draw(st.integers(0, 30_000))]
    strange = st.text(alphabet="\x00\n\r\f\t *[]().1234567890§¶—“”v.JUDGEabc\u2028\ufeff\u0301", max_size=40)
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text)))
        length = draw(st.integers(0, 400))
        how = draw(st.sampled_from(("cut", "double", "strew", "unwrap")))
        if how == "cut":
            text = text[:at] + text[at + length :]
        elif how == "double":
            text = text[: at + length] + text[at:]
        elif how == "strew":
            text = text[:at] + draw(strange) + text[at:]
        else:
            text = text[:at] + text[at : at + 20 * length].replace("\n", " ") + text[at + 20 * length :]
    return text


@settings(max_examples=120, deadline=None)
@given(damaged())
def test_no_damage_to_a_text_breaks_anything(text: str) -> None:
    invariants(opinion(text))


@settings(max_examples=120, deadline=None)
@given(st.text(alphabet="\x00\n\n\n\r\f *[](). 1234567890ABJvsn§¶_—“”\xa0é", max_size=600))
def test_nor_does_a_text_of_bits_and_pieces(text: str) -> None:
    invariants(opinion(text))


@pytest.mark.parametrize("name", NAMES)
def test_the_cost_grows_with_the_length(name: str) -> None:
    def cost(text: str) -> float:
        best = 9.0
        for _ in range(3):
            begun = time.process_time()
            opinion(text)
            best = min(best, time.process_time() - begun)
        return best

    assert cost(TEXTS[name] * 32) <= 8 * cost(
        TEXTS[name] * 8
    )  # in proportion it is 4 times as much, by the square 16 times
