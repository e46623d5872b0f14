"""The edited text of an opinion → every authority in it that is no case: laws, rules, papers, writings."""

from __future__ import annotations

from collections.abc import Iterable

from citator.corpus.citations.authorities import (
    books,
    codes,
    constitutions,
    declared,
    elsewhere,
    encyclopedias,
    executive,
    journals,
    legislative,
    marks,
    papers,
    restatements,
    rules,
    session_laws,
    works,
)
from citator.corpus.citations.authorities.found import Found
from citator.corpus.model import Citation, Opinion, Span
from citator.corpus.offsets import Edited

__all__ = ["Found", "find", "recognise"]


def find(edited: Edited, opinion: Opinion) -> list[Citation]:
    """Every authority that is no case, at its place in the opinion, in order.

    A bare section or rule has no ``authority`` here when the text nearby does not name its code or set.
    """
    citations = [_citation(edited, opinion, found) for found in recognise(edited.text)]
    return sorted(citations, key=lambda citation: citation.span)


def recognise(text: str) -> list[Found]:
    """Everything the recognisers claim of ``text``, in order, without overlaps.

    >>> [found.cite for found in recognise("See 21 U.S.C. §§ 841 and 846; Fed.R.App.P. 35(a)(1).")]
    ['21 U.S.C. § 841', '21 U.S.C. § 846', 'Fed. R. App. P. 35']
    """
    claimed = _disjoint(
        [
            *codes.find(text),
            *constitutions.find(text),
            *rules.find(text),
            *legislative.find(text),
            *session_laws.find(text),
            *journals.find(text),
            *books.find(text),
            *restatements.find(text),
            *encyclopedias.find(text),
            *papers.find(text),
            *elsewhere.find(text),
            *executive.find(text),
        ]
    )
    claimed = _disjoint([*claimed, *works.find(text, claimed)])
    claimed = _disjoint([*claimed, *marks.find(text, _taken(claimed))])
    return declared.apply(text, _disjoint([*claimed, *marks.bare(text, _numbers(claimed), _taken(claimed))]))


def _disjoint(found: Iterable[Found]) -> list[Found]:
    """In order; of two that overlap the one that begins first stays, then the longer."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _taken(claimed: list[Found]) -> list[tuple[int, int]]:
    return [(found.start, max(found.end, found.full_end)) for found in claimed]


def _numbers(claimed: list[Found]) -> set[str]:
    """The numbers of sections cited with a mark."""
    laws = (found.cite for found in claimed if found.kind in ("statute", "statute_short"))
    return {cite.rsplit(" ", 1)[1] for cite in laws if cite and "§" in cite}


def _citation(edited: Edited, opinion: Opinion, found: Found) -> Citation:
    span = edited.span(found.start, found.end)
    words = span.of(opinion.text)
    span = Span(span.end - len(words.lstrip()), span.end)  # a section mark that was lost is the gap it left
    first = edited.original(found.name_start) if found.name_start is not None else span.start
    last = edited.span(found.start, max(found.end, found.full_end)).end
    part, note = opinion.part_at(span.start), opinion.footnote_at(span.start)
    resolved = found.kind not in ("statute_short", "rule", "xref", "journal_short")
    return Citation(
        span=span,
        kind=found.kind,
        full=Span(min(first, span.start), max(last, span.end)),
        cite=found.cite,
        name=found.name,
        name_span=edited.span(found.name_start, found.name_start + len(found.name or ""))
        if found.name_start is not None
        else None,
        pin=found.pin,
        year=found.year,
        authority=found.authority or (found.cite if resolved else None),
        parallel_of=edited.original(found.parallel_of) if found.parallel_of is not None else None,
        part=part.id if part else "",
        footnote=note.number if note else None,
        page=opinion.page_at(span.start),
    )
