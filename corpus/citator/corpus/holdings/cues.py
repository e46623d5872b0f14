"""``holdings.toml`` → compiled rows, and a sentence → the rows that match it."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the table; ``weight`` is a logarithm of odds, negative when the words speak against a holding."""

    id: str
    weight: float
    words: frozenset[str]
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


class Cues:
    """The table: rows for and against, found by the words that set them off so that most are never tried."""

    def __init__(self, rows: tuple[Cue, ...], context: dict[str, float], threshold: float) -> None:
        self.rows = rows
        self.context = context
        self.threshold = threshold
        self._for = _by_word(row for row in rows if row.weight > 0)
        self._against = _by_word(row for row in rows if row.weight < 0)

    def matching(self, sentence: str, words: Set[str]) -> dict[str, float]:
        """Ids and weights of the rows that match ``sentence`` (small letters, on one line), whose words are ``words``.

        Empty when none speaks for a holding, whatever speaks against it.
        """
        found = _matching(self._for, sentence, words)
        return found | _matching(self._against, sentence, words) if found else {}


def _by_word(rows: Iterable[Cue]) -> dict[str, list[Cue]]:
    index: dict[str, list[Cue]] = defaultdict(list)
    for row in rows:
        for word in row.words:
            index[word].append(row)
    return dict(index)


def _matching(index: dict[str, list[Cue]], sentence: str, words: Set[str]) -> dict[str, float]:
    tried = {row.id: row for word in index.keys() & words for row in index[word]}
    return {row.id: row.weight for _, row in sorted(tried.items()) if row.pattern.search(sentence)}


@lru_cache(maxsize=1)
def load() -> Cues:
    """The table, read once."""
    table = tomllib.loads((files(__package__) / "holdings.toml").read_text(encoding="utf-8"))
    spelled = table["spelled"]
    rows = tuple(
        Cue(
            row["id"],
            row["weight"],
            frozenset(row["words"]),
            re.compile(re.sub(r"<(\w+)>", lambda name: spelled[name[1]], row["pattern"])),
            tuple(row["examples"]),
            tuple(row["counterexamples"]),
        )
        for row in table["row"]
    )
    return Cues(rows, table["context"], table["threshold"])
