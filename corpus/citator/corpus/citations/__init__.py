"""Opinion → every citation in it: of cases here, of other authorities in ``authorities``."""

from __future__ import annotations

from citator.corpus.citations import authorities, circuits, names_alone, names_at_marks, short
from citator.corpus.citations.assembly import assemble, in_order
from citator.corpus.citations.occurrences import place
from citator.corpus.citations.repair import repair
from citator.corpus.citations.reporters import scan
from citator.corpus.citations.short import Core
from citator.corpus.model import Citation, Footnote, Opinion

__all__ = ["find"]


def find(opinion: Opinion) -> tuple[Citation, ...]:
    """Every citation of ``opinion``, in order, no core overlapping another but for one that a page's end breaks:
    the notes at its foot, with citations of their own, stand in the midst of it.

    ``authority`` is set where the citation itself says it (a full citation and its parallels, a statute); what
    *id.*, *supra* and short forms mean is for the resolver.
    """
    edited = repair(opinion)
    text = edited.text
    others: dict[int, Citation] = {}
    cores = [short.core(cite) for cite in scan(text)]
    cores += [*short.references(text), *short.dockets(text)]
    for citation in authorities.find(edited, opinion):
        start, end = edited.edited(citation.span.start), edited.edited(citation.span.end - 1) + 1
        others[start] = citation
        cores.append(Core(start, end, citation.kind, opens=edited.edited(citation.full.start)))
    mentions = assemble(text, short.settled(text, in_order(cores)))
    found = names_at_marks.named(edited, opinion, list(place(edited, opinion, mentions, others)))
    found = circuits.told(edited, opinion, found)
    found += names_alone.find(edited, opinion, found)
    kept: list[Citation] = []
    ends: dict[Footnote | None, int] = {}  # of the last citation in the running text, and in each note
    for citation in sorted(found, key=lambda citation: citation.span):
        note = opinion.footnote_at(citation.start)
        if citation.start >= ends.get(note, 0):
            kept.append(citation)
            ends[note] = citation.end
    return tuple(kept)
