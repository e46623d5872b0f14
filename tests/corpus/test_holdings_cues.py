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
    matching = {cue.id for cue in cues.load().matching(line, set(re.findall(r"[a-z][a-z’'-]*", line)))}
    assert expected == (row in matching)


@pytest.mark.parametrize("row", [pytest.param(row, id=row.id) for row in ROWS])
def test_a_row_has_words_examples_and_counterexamples(row: cues.Cue) -> None:
    assert all((row.words, row.examples, row.counterexamples))


def test_ids_are_unique() -> None:
    assert len(ROWS) == len({row.id for row in ROWS})
