"""Stances that describe a held decision → its own stances, in the sentences whose words they quote."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from citator.corpus.model import Span
from citator.graph.propositions.model import Stance
from citator.graph.propositions.speaking import Speaker
from citator.graph.propositions.words import quotations

ENOUGH = 6
"""Words in a row that an opinion hardly writes twice."""

_ALTERED = re.compile(r"\[[^\]]*\]\w*|\.\s?\.\s?\.|\*\d+")
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")


def quoted(stances: Iterable[Stance], speakers: Mapping[int, Speaker]) -> Iterator[Stance]:
    """What decisions say in the sentences that other opinions quote, each sentence once.

    ``speakers`` are the readings by number. A quotation is looked for by the first and by the last words of each
    run that no bracket and no ellipsis interrupts; one that is not found, or found twice, is left alone.
    """
    first: dict[str, Speaker] = {}
    for _, speaker in sorted(speakers.items()):
        first.setdefault(speaker.decision, speaker)
    wanted: defaultdict[int, set[str]] = defaultdict(set)
    for stance in stances:
        source = first.get(stance.decision) if stance.described else None
        if source is not None and source.number != stance.reading:
            wanted[source.number].update(_ends(stance.evidence.of(speakers[stance.reading].text)))
    for number, runs in sorted(wanted.items()):
        yield from _said(speakers[number], runs)


def _ends(text: str) -> Iterator[str]:
    for quotation in quotations(text):
        for run in _ALTERED.split(quotation):
            words = _WORD.findall(run.lower())
            if len(words) >= ENOUGH:
                yield " ".join(words[:ENOUGH])
                yield " ".join(words[-ENOUGH:])


def _said(source: Speaker, runs: set[str]) -> Iterator[Stance]:
    """The source's stances in the sentences that hold ``runs``: one walk through its words, however many are wanted."""
    openings = {run.split(" ", 1)[0] for run in runs}
    words = list(_WORD.finditer(source.text))
    spelt = [word[0].lower() for word in words]
    found: defaultdict[str, list[int]] = defaultdict(list)
    for i, word in enumerate(spelt):
        if word in openings and (run := " ".join(spelt[i : i + ENOUGH])) in runs:
            found[run].append(words[i].start())
    sentences: set[Span] = set()
    for starts in found.values():
        if len(starts) == 1 and (sentence := source.sentence_at(starts[0])) is not None:
            sentences.add(sentence)
    for sentence in sorted(sentences):
        yield from source.says("states", sentence)
