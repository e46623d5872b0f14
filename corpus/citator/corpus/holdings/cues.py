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
    pattern: re.Pattern[str] | None
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


class Cues:
    """The table: rows for and against, found by the words that set them off so that most are never tried.

    ``law`` are words of the law; ``present`` words of a sentence that says what is so, unless something of
    ``foreign`` (names of rows and surroundings) makes it a story or another's.
    """

    def __init__(
        self,
        rows: tuple[Cue, ...],
        context: dict[str, float],
        threshold: float,
        law: frozenset[str],
        present: frozenset[str],
        foreign: frozenset[str],
    ) -> None:
        self.rows = rows
        self.context = context
        self.threshold = threshold
        self.law = law
        self.present = present
        self.foreign = foreign
        # What a sentence must weigh by itself for its surroundings to be able to make up the rest.
        self.least = threshold - sum(max(0.0, weight) for name, weight in context.items() if "legal" not in name)
        self._for = _by_word(row for row in rows if row.weight > 0)
        self._against = _by_word(row for row in rows if row.weight < 0)

    def speaking(self, sentence: str, words: Set[str]) -> dict[str, float]:
        """Ids and weights of the rows for a holding that match ``sentence`` (small letters, on one line), whose words are ``words``."""
        return _matching(self._for, sentence, words)

    def opposing(self, sentence: str, words: Set[str]) -> dict[str, float]:
        """The same of the rows against a holding."""
        return _matching(self._against, sentence, words)


def _by_word(rows: Iterable[Cue]) -> dict[str, list[Cue]]:
    index: dict[str, list[Cue]] = defaultdict(list)
    for row in rows:
        for word in row.words:
            index[word].append(row)
    return dict(index)


def _matching(index: dict[str, list[Cue]], sentence: str, words: Set[str]) -> dict[str, float]:
    tried = {row.id: row for word in index.keys() & words for row in index[word]}
    return {row.id: row.weight for row in tried.values() if row.pattern is None or row.pattern.search(sentence)}


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
            re.compile(re.sub(r"<(\w+)>", lambda name: spelled[name[1]], row["pattern"])) if "pattern" in row else None,
            tuple(row["examples"]),
            tuple(row["counterexamples"]),
        )
        for row in table["row"]
    )
    return Cues(
        rows,
        table["context"],
        table["threshold"],
        frozenset(table["law"]["words"]),
        frozenset(table["own-voice"]["words"]),
        frozenset(table["own-voice"]["unless"]),
    )
