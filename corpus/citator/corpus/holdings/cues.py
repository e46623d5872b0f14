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
    unless: frozenset[str]
    pattern: re.Pattern[str] | None
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]

    def matches(self, sentence: str, words: Set[str]) -> bool:
        """Whether ``sentence``, which has one of the row's words, is one of its kind."""
        return self.unless.isdisjoint(words) and (self.pattern is None or self.pattern.search(sentence) is not None)


class Cues:
    """The table: rows for and against, found by the words that set them off so that most are never tried."""

    def __init__(
        self,
        rows: tuple[Cue, ...],
        context: dict[str, float],
        threshold: float,
        raised_by: float,
        never_a_party: frozenset[str],
    ) -> None:
        self.rows = rows
        self.context = context
        self.threshold = threshold
        self.raised_by = raised_by
        self.never_a_party = never_a_party
        self._for = _by_word(row for row in rows if row.weight > 0)
        self._against = _by_word(row for row in rows if row.weight < 0)
        self._disposes = next(row for row in rows if row.id == "disposes")

    def speaking(self, sentence: str, words: Set[str]) -> dict[str, float]:
        """Ids and weights of the rows for a holding that match ``sentence`` (small letters, on one line), whose words are ``words``."""
        return _matching(self._for, sentence, words)

    def opposing(self, sentence: str, words: Set[str]) -> dict[str, float]:
        """The same of the rows against a holding."""
        return _matching(self._against, sentence, words)

    def disposes(self, sentence: str, words: Set[str]) -> bool:
        """Whether the court disposes of the case in ``sentence``."""
        return not self._disposes.words.isdisjoint(words) and self._disposes.matches(sentence, words)


def _by_word(rows: Iterable[Cue]) -> dict[str, list[Cue]]:
    index: dict[str, list[Cue]] = defaultdict(list)
    for row in rows:
        for word in row.words:
            index[word].append(row)
    return dict(index)


def _matching(index: dict[str, list[Cue]], sentence: str, words: Set[str]) -> dict[str, float]:
    tried = {row.id: row for word in index.keys() & words for row in index[word]}
    return {row.id: row.weight for row in tried.values() if row.matches(sentence, words)}


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
            frozenset(row.get("unless", ())),
            re.compile(re.sub(r"<(\w+)>", lambda name: spelled[name[1]], row["pattern"])) if "pattern" in row else None,
            tuple(row["examples"]),
            tuple(row["counterexamples"]),
        )
        for row in table["row"]
    )
    return Cues(rows, table["context"], table["threshold"], table["raised-by"], frozenset(table["never-a-party"]))
