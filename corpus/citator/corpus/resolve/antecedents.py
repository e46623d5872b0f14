"""*Id.* → the authority cited before it, line by line: each part and each footnote has antecedents of its own.

The last authority cited in running text is meant. What is quoted or cited in another citation's parenthesis is no
antecedent, a law merely spoken of catches no *id.*, and a page must be a page of the work.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass

from citator.corpus.model import Citation
from citator.corpus.resolve.cases import Cases, page_of

_SECTION_PIN = re.compile(r"^(?:at )?(?:§|sec|art)", re.I)
_SECTION = re.compile(r"§+ ?(?P<number>[\w.:-]*\w)")
_CODE = re.compile(r"(?P<code>.*?) §+ \S+$")
_KEPT = 10  # how far back an id. may reach

LAWS = frozenset({"statute", "statute_short", "rule", "regulation", "constitution", "guideline", "guideline_short"})
WORKS = frozenset({"journal", "journal_short", "book", "news", "legislative", "record", "other"})


@dataclass(frozen=True, slots=True)
class Antecedent:
    """An authority an *id.* may mean. ``passing``: a law spoken of in a sentence rather than cited for it."""

    authority: str
    citation: Citation
    passing: bool = False

    @property
    def is_law(self) -> bool:
        return self.citation.kind in LAWS


class Line:
    """The antecedents of one stretch of text, the last one last."""

    def __init__(self, before: tuple[Antecedent, ...] = ()) -> None:
        self._recent: deque[Antecedent] = deque(before, maxlen=_KEPT)
        self._inside: dict[int, list[Antecedent]] = {}  # start of a citation → what stands in its parentheses

    def take(self, c: Citation, authority: str, *, passing: bool = False) -> None:
        """``c`` has been read and means ``authority``."""
        antecedent = Antecedent(authority, c, passing)
        if c.within is not None:
            self._inside.setdefault(c.within, []).append(antecedent)
        elif not (c.history_of is not None or c.parallel_of is not None):
            self._recent.append(antecedent)

    def snapshot(self) -> tuple[Antecedent, ...]:
        return tuple(self._recent)

    def candidates(self, c: Citation) -> list[Antecedent]:
        """Antecedents for an *id.* ``c``, the nearest first."""
        recent = [a for a in reversed(self._recent) if a.citation.start != c.within]
        if c.within is not None:
            return [*reversed(self._inside.get(c.within, [])), *recent]
        return recent


def meant(c: Citation, line: Line, cases: Cases, next_section: str | None) -> tuple[str | None, str]:
    """The authority that the *id.* ``c`` means, and why none when it is None.

    ``next_section`` is the section cited directly behind (``Id. § 2510(12)``).
    """
    candidates = line.candidates(c)
    if not candidates:
        return None, "nothing is cited before it in this part or note"
    section = next_section or (c.pin if c.pin and _SECTION_PIN.match(c.pin) else None)
    if section:
        return _of_section(section, candidates)
    page = page_of(c.pin)
    fitting = [a for a in candidates if not a.passing]
    if page is not None:
        fitting = [a for a in candidates if not a.is_law]
        for antecedent in fitting:
            if _holds(antecedent, page, cases):
                return antecedent.authority, ""
        return None, f"no authority cited shortly before has a page {page}"
    if not fitting:
        return None, "only laws are spoken of before it"
    return fitting[0].authority, ""


def _of_section(section: str, candidates: list[Antecedent]) -> tuple[str | None, str]:
    """*Id.* with a section: the law last cited, or its code's other section."""
    law = next((a for a in candidates if a.is_law), None)
    if law is None:
        return candidates[0].authority, ""
    number, code = _SECTION.search(section), _CODE.match(law.authority)
    if number and code:
        return f"{code['code']} § {number['number']}", ""
    return law.authority, ""


def _holds(antecedent: Antecedent, page: int, cases: Cases) -> bool:
    if case := cases.get(antecedent.authority):
        return case.holds(page)
    if antecedent.citation.kind in ("journal", "journal_short"):
        first = re.search(r"(\d+)$", antecedent.authority)
        return first is None or int(first[1]) <= page <= int(first[1]) + 250
    if antecedent.citation.kind == "news":
        return page < 150
    return True


