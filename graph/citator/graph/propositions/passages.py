"""Readings → passages: the places where an opinion speaks to a point of law, with the stances taken there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citator.corpus.model import Reading, Span
from citator.graph.propositions.model import Stance
from citator.graph.propositions.places import Place, places
from citator.graph.propositions.speaking import Speaker
from citator.graph.propositions.stances import stances
from citator.graph.propositions.words import Meaning, meaning, quotations, stem

FEW_WORDS = 4
"""With fewer stems than this a passage says nothing by itself (``We disapprove any contrary statement there``)."""

_NEAR = 3  # passages
_BEHIND = 3  # characters between a sentence and the citation that follows it
_LANGUAGE = re.compile(r"\b(?:[Tt]his|[Tt]hat|[Ss]uch) (?:language|phrase|phrasing|wording|dictum|dicta)\b")
_TURNS = re.compile(r"\W*(?:But|However|Nevertheless|Nonetheless|On the other hand|Yet)\b")
_HYPHEN_OF_LINE = re.compile(r"(?<=[a-z])-\s*\n\s*(?=[a-z])")


@dataclass(frozen=True, slots=True)
class Passage:
    """``span`` of a reading speaks to a point of law; ``wording`` are its words, ``authorities`` whom it describes.

    ``cited`` are the places of decisions that it is said to rest on, ``page`` where it stands itself, ``own`` whose
    words it is when a decision speaks for itself.
    """

    reading: int
    span: Span
    wording: str
    meaning: Meaning
    stances: tuple[Stance, ...]
    authorities: frozenset[str]
    cited: frozenset[tuple[str, Place]] = frozenset()
    own: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages, by number, that the opinion itself ties together, and how."""

    one: int
    other: int
    why: str


def passages(readings: Sequence[tuple[int, Reading]]) -> tuple[list[Passage], list[Link]]:
    """Passages of numbered readings, in their order, and what ties passages of one reading."""
    told = stances([Speaker(number, reading) for number, reading in readings])
    found: list[Passage] = []
    links: list[Link] = []
    for number, reading in readings:
        own = list(_passages_of(reading, told[number]))
        links += _links(reading, own, len(found))
        found += own
    return found, links


def _passages_of(reading: Reading, told: Sequence[Stance]) -> Iterator[Passage]:
    """Stances whose evidence overlaps by half of the shorter are taken in one passage."""
    words = _Words(reading)
    group: list[Stance] = []
    span = Span(0, 0)
    for stance in told:
        evidence = stance.evidence
        if group and 2 * (min(span.end, evidence.end) - evidence.start) < min(len(span), len(evidence)):
            yield words.passage(span, group)
            group = []
        span = Span(span.start, max(span.end, evidence.end)) if group else evidence
        group.append(stance)
    if group:
        yield words.passage(span, group)


class _Words:
    """Passages of one reading without the citations in them, and without the names of cases."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._citations = sorted(reading.citations, key=lambda citation: citation.full)
        self._starts = [citation.full.start for citation in self._citations]
        self._by_start = {citation.start: citation for citation in self._citations}
        names = [citation.name for citation in reading.citations] + [reading.decision.name]
        self._names = frozenset(
            stem(word) for name in set(names) if name for word in re.findall(r"[a-z’'-]{3,}", name.lower())
        )

    def passage(self, span: Span, stances: Sequence[Stance]) -> Passage:
        wording = self._wording(span)
        kept = tuple(dict.fromkeys(stances))
        described = frozenset(stance.decision for stance in kept if stance.described)
        own = next((stance for stance in kept if not stance.described), None)
        page = own.page if own and own.page and own.page.isdecimal() else None
        return Passage(
            kept[0].reading, span, wording, meaning(wording, self._names), kept, described,
            self._cited(span, kept), own.decision if own else None, int(page) if page else None,
        )  # fmt: skip

    def _cited(self, span: Span, stances: Sequence[Stance]) -> frozenset[tuple[str, Place]]:
        """The pages that the citations of the described decisions point to, those in ``span`` or right behind it."""
        decisions: dict[str, str] = {}
        pins: list[tuple[str, str]] = []
        for stance in stances:
            citation = self._by_start.get(stance.citation) if stance.described and stance.citation is not None else None
            if citation is not None and citation.authority is not None:
                decisions[citation.authority] = stance.decision
                pins += [(stance.decision, citation.pin)] if citation.pin else []
        near = slice(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end + _BEHIND))
        pins += [
            (decisions[citation.authority], citation.pin)
            for citation in self._citations[near]
            if citation.pin and citation.authority in decisions
        ]
        return frozenset((decision, place) for decision, pin in pins for place in places(pin))

    def _wording(self, span: Span) -> str:
        """The words at ``span``, of citations only the case's name and what is said of it in parentheses."""
        text, pieces, at = self._text, [], span.start
        for citation in self._citations[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]:
            if citation.full.end <= at:
                continue
            pieces.append(text[at : max(at, citation.full.start)])
            name = citation.span if citation.kind == "name_ref" else citation.name_span
            kept = [name] if name and 5 * len(citation.full) < 3 * len(span) else []
            kept += [citation.parenthetical] if citation.parenthetical else []
            pieces += [text[max(at, words.start) : min(words.end, span.end)] for words in kept]
            at = citation.full.end
        pieces.append(text[at : span.end])
        return " ".join(_HYPHEN_OF_LINE.sub("", " ".join(pieces)).split())


def _links(reading: Reading, own: Sequence[Passage], first: int) -> Iterator[Link]:
    """What ties the passages of one reading, which are numbered from ``first``.

    One citation that tells the same thing twice: in a parenthesis, and for the sentence it stands behind. And a
    passage that goes on about a decision where the one before it, in its paragraph, left off.
    """
    by_citation: dict[int, int] = {}
    for i, passage in enumerate(own):
        for stance in passage.stances:
            if stance.citation is not None:
                one = by_citation.setdefault(stance.citation, i)
                if one != i and _tell_the_same(own[one].meaning.stems, passage.meaning.stems):
                    yield Link(first + one, first + i, "one citation stands for both")
        language = _of_language(own, i)
        if language is not None:
            yield Link(first + language, first + i, "what it calls “that language”")
            continue
        paragraph = reading.opinion.paragraph_at(passage.span.start) or passage.span
        before = _before(own, i, paragraph)
        if before is not None and _goes_on(own[before], passage):
            shared = min(own[before].authorities & passage.authorities)
            yield Link(first + before, first + i, f"one sentence after the other on {shared}")


def _before(own: Sequence[Passage], i: int, paragraph: Span) -> int | None:
    """The passage right before ``own[i]`` if it is on the same decision, or the last that is when that says little."""
    for before in range(i - 1, max(i - 1 - _NEAR, -1), -1):
        if own[before].span.start < paragraph.start:
            return None
        if own[before].authorities & own[i].authorities:
            return before
        if len(own[i].meaning.stems) >= FEW_WORDS:
            return None
    return None


def _of_language(own: Sequence[Passage], i: int) -> int | None:
    """The passage on the same decision, not far before, whose quoted words ``own[i]`` calls *that language*."""
    if _LANGUAGE.search(own[i].wording):
        for before in range(i - 1, max(i - 1 - _NEAR, -1), -1):
            if own[before].authorities & own[i].authorities and quotations(own[before].wording):
                return before
    return None


def _tell_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one says little or nothing of its own, or half of what it says the other says too."""
    fewer = min(len(one), len(other))
    return not fewer or len(other) < FEW_WORDS <= len(one) or 2 * len(one & other) >= fewer


def _goes_on(before: Passage, after: Passage) -> bool:
    """Whether ``after`` says little of its own, or a third of it was said before, and does not turn to the contrary."""
    stems = after.meaning.stems
    return not _TURNS.match(after.wording) and (
        0 < len(stems) < FEW_WORDS or 3 * len(before.meaning.stems & stems) >= len(stems) > 0
    )
