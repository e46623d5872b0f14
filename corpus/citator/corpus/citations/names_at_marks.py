"""A note that opens with a citation → the citation with the name that its mark stands behind.

``In United States v. Salerno,3 the Court …`` calls for the note ``481 U.S. 739 (1987).``
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from citator.corpus.citations import names
from citator.corpus.model import Citation, Footnote, Opinion
from citator.corpus.offsets import Edited

_CASE = re.compile(r" v\. |^(?:In re|Ex parte|Matter of) ", re.I)
_SPACE = " \t\n,.;:[("


def named(edited: Edited, opinion: Opinion, citations: Sequence[Citation]) -> list[Citation]:
    """``citations``, those that open a note without a name called as the text before the mark calls them."""
    opening = {c.start: c for c in citations if c.kind == "full_case" and not c.name and c.parallel_of is None}
    known: dict[int, str] = {}
    for note in opinion.footnotes if opening else ():
        if note.ref is not None and note.start in opening and (name := _before(edited, note)):
            known[note.start] = name
    if not known:
        return list(citations)
    return [
        replace(c, name=name) if (name := known.get(c.start if c.parallel_of is None else c.parallel_of)) else c
        for c in citations
    ]


def _before(edited: Edited, note: Footnote) -> str | None:
    """The name of a case that ends where the mark of ``note`` stands."""
    assert note.ref is not None
    text, at = edited.text, edited.edited(note.ref)
    found = names.before(text, text.rfind("\n", 0, at) + 1, at)
    if found is None or not found.near or text[found.end : at].strip(_SPACE):
        return None
    return found.name if _CASE.search(found.name) else None
