"""Words for a point of law, as a lawyer puts them, against the words in which opinions put theirs.

The measure is the share of what was asked that a passage says, counting rare words more: it can be
explained, and it never joins two points because both are long.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

__all__ = ["ENOUGH", "Matcher", "same_point", "terms"]

#: A passage that says this share of the question is about it.
ENOUGH = 0.5

_WORD = re.compile(r"[^\W_]+(?:['’][a-z]+)?")

# Words of English, and of every opinion, that say nothing about which point is meant.
_EMPTY = frozenset(
    """a about above after all also among an and any are as at be because been before being below between both but by
    can cannot case cases cir circuit could court courts decision did do does for from further had has have he her
    here his how however id if in into is it its law may might more must no nor not of on only opinion or other our
    out over own same see shall she should since so some still such than that the their them then there these they
    this those to too under united until up upon us v was we were what when where whether which while who whom why
    will with would you states good""".split()  # noqa: SIM905
)


@cache
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@cache
def _stemmer():  # type: ignore[no-untyped-def]
    import snowballstemmer

    return snowballstemmer.stemmer("english")


def terms(words: str) -> frozenset[str]:
    """The stems that carry meaning.

    >>> sorted(terms("Disparities among co-defendants do not satisfy the effect prong"))
    ['codefend', 'dispar', 'effect', 'prong', 'satisfi']
    """
    found = _WORD.findall(words.lower().replace("co-", "co"))
    return frozenset(_stem(word) for word in found if word not in _EMPTY)


class Matcher:
    """Scores passages against words. ``background`` is what the library says elsewhere: it tells which words are rare."""

    def __init__(self, words: str, background: Iterable[str]) -> None:
        documents = [terms(passage) for passage in background]
        seen = Counter(term for document in documents for term in document)
        self._weights: Mapping[str, float] = {
            term: math.log(1 + (len(documents) + 1) / (seen[term] + 0.5)) for term in terms(words)
        }
        self._total = sum(self._weights.values())

    def score(self, passage: str) -> float:
        """From 0 (none of what was asked) to 1 (all of it).

        >>> Matcher("statistical disparity", ["the indictment", "the statistics"]).score("a mere disparity of statistics")
        1.0
        """
        if not self._total:
            return 0.0
        said = terms(passage)
        return round(sum(weight for term, weight in self._weights.items() if term in said) / self._total, 3)


def same_point(one: str, other: str, background: Sequence[str]) -> bool:
    """Whether two passages are about one point of law: either says enough of the other.

    >>> same_point("statistics alone suffice", "evidence must be more than statistics alone", ["the sentence"])
    True
    """
    return max(Matcher(one, background).score(other), Matcher(other, background).score(one)) >= ENOUGH
