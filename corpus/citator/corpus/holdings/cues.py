"""``holdings.toml`` → compiled rows, and a sentence → the rows that match it."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Set
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
    """The rows, found by the words that set them off so that most are never tried on a sentence."""

    def __init__(self, rows: tuple[Cue, ...], context: dict[str, float], threshold: float) -> None:
        self.rows = rows
        self.context = context
        self.threshold = threshold
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for i, row in enumerate(rows):
            for word in row.words:
                self._by_word[word].append(i)
        self._words = self._by_word.keys()

    def matching(self, sentence: str, words: Set[str]) -> list[Cue]:
        """Rows that match ``sentence`` (small letters, on one line), whose words are ``words``, in table order."""
        tried = {i for word in self._words & words for i in self._by_word[word]}
        return [self.rows[i] for i in sorted(tried) if self.rows[i].pattern.search(sentence)]


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
