"""Edited text and its way back to the original."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citator.corpus.model import Span
from citator.corpus.offsets import Edited, Piece, edit


def moved() -> Edited:
    """A note that stood in the middle is read at the end."""
    source = "We [a note] agree.\n"
    return edit(source, [Piece(0, 2), Piece(11, 18), Piece(3, 3, "\n"), Piece(3, 11)])


def test_a_deleted_mark_leaves_the_word_whole() -> None:
    edited = edit("Unit*971ed States", [Piece(0, 4), Piece(4, 8, ""), Piece(8, 17)])
    assert (edited.text, edited.span(0, 6).of(edited.source)) == ("United States", "Unit*971ed")


def test_a_replacement_stands_for_the_whole_stretch() -> None:
    edited = edit("v.\n\n  Koon", [Piece(0, 2), Piece(2, 6, " "), Piece(6, 10)])
    assert ("v. Koon", Span(0, 10), Span(2, 6), Span(6, 10)) == (
        edited.text,
        edited.span(0, 7),
        edited.span(2, 3),
        edited.span(3, 7),
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("We agree.", "We [a note] agree.", id="around-what-was-moved"),
        pytest.param("[a note]", "[a note]", id="what-was-moved"),
        pytest.param("agree.", "agree.", id="after-it"),
    ],
)
def test_stretches_may_change_their_order(words: str, expected: str) -> None:
    edited = moved()
    start = edited.text.index(words)
    assert expected == edited.span(start, start + len(words)).of(edited.source)


def test_positions_of_the_source_are_found_again() -> None:
    edited = moved()
    assert [0, 9, 10, len(edited.text)] == [edited.edited(offset) for offset in (0, 2, 3, 19)]


def test_an_empty_text_has_one_position() -> None:
    edited = edit("", [])
    assert (0, 0, Span(0, 0)) == (edited.original(5), edited.edited(5), edited.span(0, 0))


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.text(max_size=3)), max_size=6))
def test_the_map_is_exact(source: str, cuts: list[tuple[int, str]]) -> None:
    bounds = sorted({0, len(source), *(min(at, len(source)) for at, _ in cuts)})
    texts: list[str | None] = [None, *(text for _, text in cuts)]
    pieces = [Piece(start, end, texts[i % len(texts)]) for i, (start, end) in enumerate(pairwise(bounds))]
    edited = edit(source, pieces)
    kept = "".join(source[p.start : p.end] if p.text is None else p.text for p in pieces)
    assert kept == edited.text
    for piece in pieces:
        if piece.text is None:
            for offset in range(piece.start, piece.end):
                at = edited.edited(offset)
                assert (offset, source[offset]) == (edited.original(at), edited.text[at])
    for start in range(len(edited.text)):
        span = edited.span(start, start + 1)
        assert 0 <= span.start <= span.end <= len(source)
