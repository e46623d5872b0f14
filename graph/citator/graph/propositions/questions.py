"""Propositions, as the passages each is made of → the questions they answer, agreeing or not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from hashlib import sha256
from math import log, sqrt

from citator.graph.propositions.agglomerate import agglomerate
from citator.graph.propositions.likeness import ranked, sharing_rare_terms
from citator.graph.propositions.model import Question
from citator.graph.propositions.passages import Passage
from citator.graph.propositions.words import stem, words_of

SAME_QUESTION = 0.2
"""Average likeness of propositions that answer one question."""
_SAME_STANDARD = 0.14
_SPREAD = 3  # a word of fewer propositions says what one court said, not what is asked
_COMMON = 64
_WORDS_OF_LABEL = 4


def questions(points: Sequence[Sequence[Passage]]) -> dict[int, Question]:
    """The question of each proposition, by its number, that shares one with another."""
    groups, _ = agglomerate(len(points), _likenesses(points), SAME_QUESTION)
    asked: dict[int, Question] = {}
    for group in groups:
        if len(group) > 1:
            asked |= dict.fromkeys(group, _name([passage for number in group for passage in points[number]]))
    return asked


def _likenesses(points: Sequence[Sequence[Passage]]) -> dict[tuple[int, int], float]:
    """Cosines of what propositions speak of, seldom words weighing more; a doctrine that both name adds to it."""
    bags = [Counter(s for passage in point for s in sorted(passage.meaning.stems)) for point in points]
    spread = Counter(s for bag in bags for s in bag)
    words, terms = ranked([[s for s in bag if spread[s] >= _SPREAD] for bag in bags])
    vectors = [
        {term: (1 + log(bag[words[term]])) * log(1 + len(points) / spread[words[term]]) for term in sorted(of_bag)}
        for bag, of_bag in zip(bags, terms, strict=True)
    ]
    lengths = [sqrt(sum(weight**2 for weight in vector.values())) or 1.0 for vector in vectors]
    standards = [frozenset(s for passage in point for s in passage.meaning.standards) for point in points]
    alike: dict[tuple[int, int], float] = {}
    for one, other in sharing_rare_terms(terms, _COMMON):
        shared = terms[one] & terms[other]
        if len(shared) > 1:
            here, there = vectors[one], vectors[other]
            cosine = sum([here[s] * there[s] for s in sorted(shared)]) / (lengths[one] * lengths[other])
            alike[one, other] = round(cosine + _SAME_STANDARD * bool(standards[one] & standards[other]), 6)
    return alike


def _name(passages: Sequence[Passage]) -> Question:
    """A question named by the words most of its passages share, as they are most often written."""
    spread = Counter(s for passage in passages for s in passage.meaning.stems)
    shared = sorted(spread, key=lambda s: (-spread[s], s))[:_WORDS_OF_LABEL]
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for passage in passages:
        for word in words_of(passage.wording):
            written[stem(word)][word] += 1
    label = ", ".join(min(written[s], key=lambda word: (-written[s][word], word)) for s in shared)
    return Question("q-" + sha256(label.encode()).hexdigest()[:12], label)
