"""What a file's markup said of its parts, notes and court, in its own words → the same in ours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from citator.corpus.model import Facts, Footnote, Part
from citator.corpus.structure.bylines import parse, surname
from citator.corpus.structure.courts import court_id

_STARS = re.compile(r"\[?\*{1,4}\d+\]?")
_OPENING = 600


def settle_parts(text: str, parts: Sequence[Part]) -> tuple[Part, ...]:
    """Authors as surnames, and the kind the opening words tell where the markup's word for it says less."""
    return tuple(_settle_part(text, part) for part in parts)


def _settle_part(text: str, part: Part) -> Part:
    opening = text[part.start : min(part.end, part.start + _OPENING)]
    byline = parse(" ".join(_STARS.sub(" ", opening).split()))
    kind, author = part.kind, None
    if byline is not None:
        author = byline.author
        if byline.kind == "dissent" and kind == "concurrence_in_part":
            kind = "dissent"
        elif byline.kind in ("per_curiam", "plurality") and kind == "lead":
            kind = byline.kind
    if author is None and part.author:
        said = parse(" ".join(part.author.split()))
        author = said.author if said is not None else surname(re.split(r"[,:;(]", part.author)[0]) or None
    return replace(part, kind=kind, author=author)


def settle_notes(notes: Sequence[Footnote], parts: Sequence[Part]) -> tuple[Footnote, ...]:
    """Each note in the part its mark stands in."""
    known = {part.id for part in parts}
    return tuple(note if note.part in known else replace(note, part=_part_of(note, parts)) for note in notes)


def _part_of(note: Footnote, parts: Sequence[Part]) -> str:
    at = note.start if note.ref is None else note.ref
    before = [part.id for part in parts if part.start <= at]
    return before[-1] if before else parts[0].id if parts else ""


def settle_facts(facts: Facts) -> Facts:
    """A court's full name as its id; an id stays."""
    if facts.court is None or " " not in facts.court:
        return facts
    return replace(facts, court=court_id(facts.court))
