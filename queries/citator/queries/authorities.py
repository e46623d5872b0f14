"""A Reading → its table of authorities, as FRAP 28(a)(3) and Supreme Court Rule 34.2 want it.

Every authority stands once, its parallels merged and its later history appended, with every page on
which it is cited. A bare name in running text ("Bourgeois stated") is talk of a case, not a citation of
it, and adds no page unless asked for. Sorting is by the name as printed, so *In re* stands under I and
*Ex parte* under E: Word sorts the same way when it rebuilds a table of authorities.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citator.corpus.model import CASE_KINDS, Citation, CitationKind, Reading
from citator.graph.courts import court

__all__ = ["CATEGORIES", "UNRESOLVED", "Authority", "authorities", "locators"]

CATEGORIES: dict[str, frozenset[CitationKind]] = {
    "Cases": frozenset({"full_case", "short_case", "supra", "name_ref", "docket"}),
    "Constitutional provisions": frozenset({"constitution"}),
    "Statutes": frozenset({"statute", "statute_short"}),
    "Rules, regulations and guidelines": frozenset({"rule", "regulation", "guideline", "guideline_short"}),
    "Legislative material": frozenset({"legislative"}),
    "Books and articles": frozenset({"journal", "journal_short", "book"}),
    "Other authorities": frozenset({"news", "other"}),
}
UNRESOLVED = "References that could not be resolved"

# The opinion itself, its other parts and the record of the case are no authorities.
_NOT_CITED: frozenset[CitationKind] = frozenset({"self_cite", "xref", "record"})
_KEPT_WEIGHTS = ("en banc", "per curiam")


@dataclass(frozen=True, slots=True)
class Authority:
    """One row. ``pages`` are locators in order: ``1513``, ``1513 n.1``, or ``¶ 4`` where no pages are printed."""

    category: str
    name: str | None
    citation: str
    pages: tuple[str, ...]
    authority: str | None = None


def authorities(reading: Reading, *, names: bool = False) -> tuple[Authority, ...]:
    """Rows in the order of the table; with ``names``, pages on which a case is only named count too."""
    cited: dict[str, list[Citation]] = defaultdict(list)
    open_: list[Citation] = []
    for citation in reading.citations:
        if citation.kind in _NOT_CITED:
            continue
        if citation.authority is None:
            open_.append(citation)
        else:
            cited[citation.authority].append(citation)
    history = _history(reading.citations)
    rows = [
        row
        for authority, citations in cited.items()
        if (row := _row(reading, authority, citations, history, names)) is not None
    ]
    order = list(CATEGORIES)
    rows.sort(key=lambda row: (order.index(row.category), _sort_key(row)))
    return (*rows, *_unresolved(reading, open_))


def locators(reading: Reading) -> str:
    """What the numbers in the table are."""
    if reading.opinion.pages:
        return "Numbers are the printed pages marked in the text; n. is a note on that page."
    return "The text marks no printed pages: ¶ counts its paragraphs."


def _row(
    reading: Reading, authority: str, citations: list[Citation], history: dict[str, list[Citation]], names: bool
) -> Authority | None:
    if all(citation.history_of is not None and not _by_another_case(citation) for citation in citations):
        return None  # cited only as the later history of the same case, and appended there
    counted = [citation for citation in citations if names or citation.kind != "name_ref"] or citations
    category = _category(citations)
    words = authority
    if category == "Cases":
        words = _cites(authority, citations) + _parenthesis(citations)
        for later in history.get(authority, ()):
            name = f" {later.name}" if later.name and _by_another_case(later) else ""
            words += f", {later.history}{name}, {later.cite or later.authority}{_parenthesis([later])}"
    return Authority(
        category,
        next((citation.name for citation in citations if citation.name), None) if category != "Statutes" else None,
        words,
        _pages(reading, counted),
        authority,
    )


def _category(citations: Sequence[Citation]) -> str:
    """By the first citation that says what it is; *id.* does not."""
    for citation in citations:
        for category, kinds in CATEGORIES.items():
            if citation.kind in kinds:
                return category
    return "Cases" if all(citation.kind in CASE_KINDS for citation in citations) else "Other authorities"


def _cites(authority: str, citations: Sequence[Citation]) -> str:
    """The first citation and every parallel given anywhere in the opinion."""
    cites = [authority, *(c.cite for c in citations if c.kind == "full_case" and c.cite and not _placeholder(c.cite))]
    return ", ".join(dict.fromkeys(cites))


def _placeholder(cite: str) -> bool:
    """``— U.S. —``: a volume and page still to come."""
    return not any(character.isdigit() for character in cite.split()[0])


def _parenthesis(citations: Sequence[Citation]) -> str:
    decided = court(next((citation.court for citation in citations if citation.court), None))
    year = next((citation.year for citation in citations if citation.year), None)
    short = "" if decided is None or decided.id == "scotus" else decided.abbreviation
    inside = " ".join(part for part in (short, str(year) if year else "") if part)
    weights = {weight for citation in citations for weight in citation.weights}
    return (f" ({inside})" if inside else "") + "".join(f" ({kept})" for kept in _KEPT_WEIGHTS if kept in weights)


def _history(citations: Iterable[Citation]) -> dict[str, list[Citation]]:
    """Authority → the citations that give its history, each step once."""
    by_start = {citation.start: citation for citation in citations}
    found: dict[str, dict[tuple[str | None, str | None], Citation]] = defaultdict(dict)
    for citation in by_start.values():
        head = by_start.get(citation.history_of) if citation.history_of is not None else None
        if head is not None and head.authority and citation.history and citation.parallel_of is None:
            found[head.authority].setdefault((citation.history, citation.authority), citation)
    return {authority: list(steps.values()) for authority, steps in found.items()}


def _by_another_case(citation: Citation) -> bool:
    """``overruled by Mistretta v. United States``: an authority of its own, unlike ``aff'd``."""
    return (citation.history or "").startswith(("overruled", "abrogated", "superseded", "disapproved"))


def _unresolved(reading: Reading, citations: Iterable[Citation]) -> tuple[Authority, ...]:
    """One row a reference, in text order, with the words around it as they stand and the reason."""
    why = {item.span.start: item for item in reading.unresolved}
    spans = {citation.start: citation.full for citation in citations}
    spans |= {start: item.span for start, item in why.items() if start not in spans}
    rows = []
    for start, span in sorted(spans.items()):
        reason = f" ({why[start].why})" if start in why else ""
        words = " ".join(span.of(reading.text).split())
        rows.append(Authority(UNRESOLVED, None, words + reason, (_locator(reading, start),)))
    return tuple(rows)


def _pages(reading: Reading, citations: Iterable[Citation]) -> tuple[str, ...]:
    ordered = sorted(citations, key=lambda citation: _place(reading, citation.start))
    return tuple(dict.fromkeys(_locator(reading, citation.start) for citation in ordered))


def _place(reading: Reading, offset: int) -> tuple[int, int, int]:
    """Where in the print: a note stands at the foot of the page that bears its mark, after the page's text."""
    note = reading.opinion.footnote_at(offset)
    if note is None or note.ref is None:
        return (_page_index(reading, offset), 0, offset)
    return (_page_index(reading, note.ref), 1, offset)


def _page_index(reading: Reading, offset: int) -> int:
    return sum(page.start <= offset for page in reading.opinion.pages)


def _locator(reading: Reading, offset: int) -> str:
    opinion = reading.opinion
    note = opinion.footnote_at(offset)
    page = opinion.page_at(offset)
    if page is None:
        at = note.ref if note is not None and note.ref is not None else offset
        page = f"¶ {sum(paragraph.start <= at for paragraph in opinion.paragraphs)}"
    return page if note is None else f"{page} n.{note.number}"


def _sort_key(row: Authority) -> tuple[list[tuple[int, str]], str]:
    """Letters without case or marks, numbers by size.

    >>> a, b = (Authority("Statutes", None, s, ()) for s in ("8 U.S.C. § 1326", "18 U.S.C. § 3731"))
    >>> _sort_key(a) < _sort_key(b)
    True
    """
    words = re.findall(r"\d+|[^\W\d_]+", f"{row.name or ''} {row.citation}".casefold().replace("&", "and"))
    return [(int(word), "") if word.isdecimal() else (1 << 40, word) for word in words], row.citation
