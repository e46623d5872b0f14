"""Points of law in, every stance that a decision takes to one out: whose it is, and the same in rows as a library gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from citator.corpus.model import Part, Reading
from citator.graph.claims import DECISION
from citator.graph.identity import Identity, Register
from citator.graph.nodes import proposition_iri
from citator.graph.propositions.model import Proposition, Stance
from citator.graph.sheet import iri
from citator.graph.store import Row


@dataclass(frozen=True, slots=True)
class Taken:
    """A stance, and the decision whose it is; ``text`` is the id of the text that tells it."""

    stance: Stance
    holder: Identity
    text: str


def taken(proposition: Proposition, texts: Sequence[str], register: Register) -> Iterator[Taken]:
    """The stances to a point of law of decisions that the library knows."""
    for stance in proposition.stances:
        text = texts[stance.reading]
        holder = register.meant(text, stance.decision) if stance.described else register.own(text)
        if holder is not None and holder.kind == DECISION:
            yield Taken(stance, holder, text)


def rows(
    propositions: Iterable[Proposition], readings: Sequence[Reading], texts: Sequence[str], register: Register
) -> Iterator[Row]:
    """What a library answers that is asked for every stance, from the points of law themselves; a row may come twice."""

    @cache
    def parts(reading: int) -> Mapping[str, Part]:
        return {part.id: part for part in readings[reading].opinion.parts}

    for proposition in propositions:
        node = proposition_iri(proposition.id).value
        for each in taken(proposition, texts, register):
            part = parts(each.stance.reading).get(each.stance.part)
            yield {
                "proposition": node,
                "wording": proposition.wording,
                "case": iri(each.holder.slug).value,
                "stance": each.stance.manner,
                "ownWords": not each.stance.described,
                "part": None if part is None else part.kind,
                "author": None if part is None else part.author,
                "page": each.stance.page,
                "footnote": each.stance.footnote,
                "source": each.text,
                "start": each.stance.evidence.start,
                "end": each.stance.evidence.end,
            }
