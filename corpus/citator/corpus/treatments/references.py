"""Citations → the case references of running text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citator.corpus.model import CASE_KINDS, Citation
from citator.corpus.treatments.passages import Ref

OPENING = re.compile(r"\s{0,3}\((?![a-z0-9]{1,2}\))")
A_CASE = re.compile(r"\bvs?\.? |\b(?:in re|ex parte|matter of)\b", re.IGNORECASE)


def references(text: str, citations: Sequence[Citation]) -> list[Ref]:
    """Case references in running text; what stands in another's parenthesis or history is no reference of its own."""
    refs: list[Ref] = []
    begun: dict[int, int] = {}  # "_ U.S. _, 118 S. Ct. 488": the name stands before a parallel of the citation proper
    for citation in citations:
        if citation.kind not in CASE_KINDS or citation.kind == "self_cite":
            continue
        if citation.kind == "supra" and citation.authority is None and not A_CASE.search(citation.name or ""):
            continue  # a treatise, a paper of the file
        start = begun.get(citation.start, min(citation.full.start, citation.start))
        if citation.parallel_of is not None and citation.parallel_of > citation.start:
            begun.setdefault(citation.parallel_of, start)
            continue
        end = _past_parentheses(text, _trimmed(text, citation))
        head = refs[-1] if refs else None
        if head is not None and (
            start < head.end or citation.parallel_of is not None or citation.history_of is not None
        ):
            if end > head.end and (citation.parallel_of is not None or citation.history_of is not None):
                refs[-1] = Ref(head.start, end, head.citation)
            continue
        if citation.within is None:
            refs.append(Ref(start, end, citation))
    return refs


def _trimmed(text: str, citation: Citation) -> int:
    end = max(citation.full.end, citation.end)
    while end > citation.end and text[end - 1] in " \n\r.;,":
        end -= 1
    return end


def _past_parentheses(text: str, end: int) -> int:
    """The end of the parentheses that follow a cite: ``(1990) (en banc) (holding that …)``."""
    while m := OPENING.match(text, end):
        depth, at = 1, m.end()
        limit = min(len(text), at + 2000)
        while at < limit and depth:
            depth += {"(": 1, ")": -1}.get(text[at], 0)
            at += 1
        if depth:
            return end
        end = at
    return end
