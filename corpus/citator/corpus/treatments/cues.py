"""Sentences → the rows of ``treatments.toml`` worth trying on each: those with a cue, a literal, in its words.

There are thousands of cues, so most must be ruled out at once: a cue can only stand in a text whose words
hold the cue's longest word, and a cue that holds another is looked for only where that one was found.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from citator.corpus.treatments.phrases import Row, rows


@dataclass(frozen=True, slots=True)
class Root:
    """A cue that holds no other. ``rows`` and ``longer`` count rows by their place in the table."""

    literal: str
    rows: tuple[int, ...]
    longer: tuple[tuple[str, tuple[int, ...]], ...]


def tried(sentences: Sequence[str]) -> Iterator[tuple[int, list[Row]]]:
    """The number of each sentence with a cue, and its rows in the order of the table.

    ``sentences`` are in lower case, with one space between words.
    """
    starts = list(accumulate((len(words) + 1 for words in sentences), initial=0))
    text = "\n".join(sentences)
    vocabulary = "\n".join(set(text.split()))
    hits: defaultdict[int, set[int]] = defaultdict(set)
    for word, roots in _by_word().items():
        if word not in vocabulary:
            continue
        for root in roots:
            at = text.find(root.literal)
            while at >= 0:
                i = bisect_right(starts, at) - 1
                hits[i].update(root.rows)
                for cue, found_by in root.longer:
                    if cue in sentences[i]:
                        hits[i].update(found_by)
                at = text.find(root.literal, starts[i + 1] - 1)
    table = rows()
    for i in sorted(hits):
        if hits[i]:
            yield i, [table[place] for place in sorted(hits[i])]


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
