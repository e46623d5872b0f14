"""Sentences → the rows of ``treatments.toml`` worth trying on each: those with a cue, a literal, in its words.

There are more than a thousand cues, so most must be ruled out at once: a cue can only stand in a text whose words
hold the cue's longest word, and a cue that holds another is looked for only where that one was found.
Which words hold one is remembered, for most words of an opinion stand in others too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from citator.corpus.treatments.phrases import Row, rows

_REMEMBERED = 200_000  # words


@dataclass(frozen=True, slots=True, eq=False)
class Root:
    """A cue that holds no other. ``rows`` and ``longer`` count rows by their place in the table."""

    literal: str
    rows: tuple[int, ...]
    longer: tuple[tuple[str, tuple[int, ...]], ...]


def tried(sentences: Sequence[str]) -> Iterator[tuple[int, list[Row]]]:
    """The number of each sentence with a cue, and its rows in the order of the table.

    ``sentences`` are in lower case, with one space between words.
    """
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for i, words in enumerate(sentences):
        for word in set(words.split()):
            holding[word].append(i)
    near: defaultdict[Root, set[int]] = defaultdict(set)
    for word, roots in _VOCABULARY.roots(holding).items():
        for root in roots:
            near[root].update(holding[word])
    hits: defaultdict[int, set[int]] = defaultdict(set)
    for root, places in near.items():
        for i in places:
            if root.literal in sentences[i]:
                hits[i].update(root.rows)
                for cue, found_by in root.longer:
                    if cue in sentences[i]:
                        hits[i].update(found_by)
    table = rows()
    for i in sorted(hits):
        if hits[i]:
            yield i, [table[place] for place in sorted(hits[i])]


class Vocabulary:
    """Words, and of each the roots whose longest word stands in it."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Root, ...]] = {}

    def roots(self, words: Iterable[str]) -> dict[str, tuple[Root, ...]]:
        """The roots to look for where each of ``words`` stands; words without any are left out."""
        words = list(words)
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        self._learn([word for word in words if word not in self._known])
        return {word: found for word in words if (found := self._known[word])}

    def _learn(self, words: Sequence[str]) -> None:
        """Looked for in all of them at once, for most cues stand in none."""
        self._known.update(dict.fromkeys(words, ()))
        starts = list(accumulate((len(word) + 1 for word in words), initial=0))
        text = "\n".join(words)
        for part, roots in _by_word().items():
            at = text.find(part)
            while at >= 0:
                i = bisect_right(starts, at) - 1
                self._known[words[i]] += roots
                at = text.find(part, starts[i + 1])


_VOCABULARY = Vocabulary()


@cache
def _by_word() -> dict[str, tuple[Root, ...]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows()):
        for cue in row.cue:
            places[cue].append(place)
    roots: dict[str, list[str]] = {}
    for cue in sorted(places, key=lambda cue: (len(cue), cue)):
        roots.setdefault(next((root for root in roots if root in cue), cue), []).append(cue)
    found: defaultdict[str, list[Root]] = defaultdict(list)
    for root, cues in roots.items():
        longer = tuple((cue, tuple(places[cue])) for cue in cues[1:])
        found[max(root.split(), key=len)].append(Root(root, tuple(places[root]), longer))
    return {word: tuple(found[word]) for word in found}
