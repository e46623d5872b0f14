"""Every row of the table of cues matches its examples and none of its counter-examples."""

from __future__ import annotations

import re

import pytest

from citator.corpus.holdings import cues
from citator.corpus.holdings.decided import plain

ROWS = cues.load().rows
EXAMPLES = [pytest.param(row.id, text, True, id=f"{row.id}-{i}") for row in ROWS for i, text in enumerate(row.examples)]
COUNTEREXAMPLES = [
    pytest.param(row.id, text, False, id=f"not-{row.id}-{i}")
    for row in ROWS
    for i, text in enumerate(row.counterexamples)
]


@pytest.mark.parametrize(("row", "text", "expected"), [*EXAMPLES, *COUNTEREXAMPLES])
def test_examples(row: str, text: str, expected: bool) -> None:
    line = plain(text)
    cue = next(cue for cue in ROWS if cue.id == row)
    words = frozenset(re.findall(r"[a-z][a-z’'-]*", line))
    assert expected == (not cue.words.isdisjoint(words) and cue.matches(line, words))


def test_rows_for_and_against_are_told_apart() -> None:
    weights = {cue.id: cue.weight for cue in ROWS}
    line = "the tenant argues that notice must be given."
    words = set(line.rstrip(".").split())
    assert {"must-be": weights["must-be"]} == cues.load().speaking(line, words)
    assert {"party-says": weights["party-says"]} == cues.load().opposing(line, words)


@pytest.mark.parametrize("row", [pytest.param(row, id=row.id) for row in ROWS])
def test_a_row_has_words_examples_and_counterexamples(row: cues.Cue) -> None:
    assert all((row.words, row.examples, row.counterexamples))


def test_ids_are_unique() -> None:
    assert len(ROWS) == len({row.id for row in ROWS})
