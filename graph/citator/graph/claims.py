"""A Reading in, claims out: what one text says of each authority it means, its own decision included."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from citator.corpus.model import CASE_KINDS, Citation, Decision, Reading
from citator.graph.names import caption_key, reporter_slot, slug

DECISION = "decision"
_REPEATS = frozenset({"id", "supra", "name_ref", "self_cite", "xref", "record"})
_LETTERS = re.compile(r"[^\W\d_]{2}")
_DIGIT = re.compile(r"\d")
_BLANK = re.compile(r"_|—|[-–]{2}")  # 564 U.S. ___ names no one decision
_TAIL = re.compile(r" \([^)]*\)$")  # No. 90-10430 (1991)
_NAMED = frozenset({"name_ref", "self_cite"})


@dataclass(frozen=True, slots=True)
class Claim:
    """What one text says of one authority.

    ``key`` is equal in two claims that are surely about the same authority. ``kind`` is ``decision`` or what
    ``Citation.kind`` calls the authority. ``cites`` are its citations in normal form, the one it goes by first.
    ``names``, ``years`` and ``courts`` have one member for each citation that gives one. ``own`` is set where
    the authority is the decision whose text it is; ``pages`` are then the first and last printed page marked.
    """

    text: str
    key: str
    kind: str
    authority: str | None
    cites: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    courts: tuple[str, ...] = ()
    dockets: tuple[str, ...] = ()
    en_banc: bool = False
    own: Decision | None = None
    pages: tuple[int, int] | None = None


def text_id(reading: Reading) -> str:
    """What the text of a reading is called."""
    return text_id_of(reading.opinion.document.path, reading.opinion.document.sha256)


def text_id_of(file: str, sha256: str) -> str:
    """A text is called by its file's name and the first digits of its digest, wherever the file lies.

    >>> text_id_of("/opinions/Armstrong II.txt", "9f86d081884c7d65")
    'armstrong-ii-9f86d081'
    """
    return f"{slug(PurePath(file).stem)}-{sha256[:8]}"


def claims(reading: Reading) -> tuple[Claim, ...]:
    """Own decision first, then every authority meant, in order of key."""
    text = text_id(reading)
    own = _own(text, reading)
    cited: defaultdict[str, list[Citation]] = defaultdict(list)
    for citation in reading.citations:
        if citation.authority is not None and citation.kind not in ("self_cite", "xref", "record"):
            cited[citation.authority].append(citation)
    for authority in _meant_elsewhere(reading):
        cited.setdefault(authority, [])
    itself = {citation.authority for citation in reading.citations if citation.kind == "self_cite"}
    itself.add(reading.decision.name)
    found = (
        Claim(text, own.key, DECISION, authority) if authority in itself else _claim(text, authority, citations)
        for authority, citations in cited.items()
    )
    return (own, *sorted(found, key=lambda claim: (claim.key, claim.authority)))


def cite_key(cite: str) -> str:
    """The key of a case citation, however it is spaced.

    >>> cite_key("84 L. Ed. 2d 547"), cite_key("84 L.Ed.2d 547"), cite_key("T.C. Memo. 2019-233")
    ('84-led2d-547', '84-led2d-547', 'tc-memo-2019-233')
    """
    slot = reporter_slot(cite)
    return "-".join(slot) if slot is not None else slug(cite)


def _known(decision: Decision) -> Decision:
    """The decision without an estimated year: its basis still tells the estimate, but nothing is dated by it."""
    if dict(decision.basis).get("year", "").startswith("estimate"):
        return replace(decision, year=None)
    return decision


def _own(text: str, reading: Reading) -> Claim:
    decision = reading.decision
    pages = [int(page.page) for page in reading.opinion.pages if page.page.isdecimal()]
    decision = _known(decision)
    cites = tuple(cite for cite in (decision.citation, *decision.other_citations) if cite)
    return Claim(
        text=text,
        key=cite_key(cites[0]) if cites else f"text {text}",
        kind=DECISION,
        authority=decision.citation,
        cites=cites,
        names=(decision.name,) if decision.name else (),
        years=(decision.year,) if decision.year else (),
        courts=(decision.court,) if decision.court else (),
        dockets=(decision.docket,) if decision.docket else (),
        en_banc=bool(decision.en_banc),
        own=decision,
        pages=(pages[0], pages[-1]) if pages else None,
    )


def _meant_elsewhere(reading: Reading) -> Iterator[str]:
    for treatment in reading.treatments:
        yield from (target.authority for target in treatment.targets if target.authority is not None)
        if treatment.acting_case is not None:
            yield treatment.acting_case
    yield from (item.authority for item in reading.cited_for)


def _claim(text: str, authority: str, citations: list[Citation]) -> Claim:
    kind = _kind(authority, citations)
    if kind != DECISION:
        return Claim(text, f"{kind} {slug(authority)}", kind, authority)
    full = [citation for citation in citations if citation.kind in ("full_case", "docket")]
    # Only a parallel is another citation of the same decision: a cite of its history is another decision's.
    written = {c.cite for c in full if c.kind == "full_case"}
    parallels = (c.cite for c in full if c.cite and c.parallel_of is not None)
    cites = tuple(
        cite
        for cite in dict.fromkeys((authority, *parallels))
        if reporter_slot(cite) or (cite in written and _DIGIT.search(cite) and not _BLANK.search(cite))
    )
    names = tuple(c.name for c in (full or citations) if c.name and _LETTERS.search(c.name))
    courts = tuple(c.court for c in full if c.court)
    years = tuple(c.year for c in full if c.year)
    docket = _TAIL.sub("", authority) if any(c.kind == "docket" for c in full) and not cites else None
    by_cite = cites[:1] == (authority,)
    return Claim(
        text=text,
        key=cite_key(authority) if by_cite else _key_without_cite(text, authority, docket, names, courts, years),
        kind=DECISION,
        authority=authority,
        cites=cites,
        names=names or (() if by_cite or docket else (authority,)),
        years=years,
        courts=courts,
        dockets=(docket,) if docket else (),
        en_banc=any("en banc" in weight.lower() for c in full for weight in c.weights),
    )


def _kind(authority: str, citations: list[Citation]) -> str:
    firsts = [citation.kind for citation in citations if citation.kind not in _REPEATS]
    if firsts:
        return DECISION if firsts[0] in CASE_KINDS else firsts[0].removesuffix("_short")
    if reporter_slot(authority) or " v. " in authority or any(citation.kind in _NAMED for citation in citations):
        return DECISION
    return "statute" if "§" in authority else "other"


def _key_without_cite(
    text: str,
    authority: str,
    docket: str | None,
    names: tuple[str, ...],
    courts: tuple[str, ...],
    years: tuple[int, ...],
) -> str:
    """A name is one decision across texts only with a docket number, or a court and a year."""
    name = caption_key(names[0] if names else authority)
    if docket is not None and (courts or names):
        return f"docket {courts[0] if courts else name} {slug(docket)}"
    if courts and years:
        return f"name {name} {courts[0]} {years[0]}"
    return f"name {name} in {text}"
