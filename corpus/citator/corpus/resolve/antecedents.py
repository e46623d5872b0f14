"""*Id.* → the authority cited before it, line by line: each part and each footnote has antecedents of its own.

The last authority cited in running text is meant. What is quoted or cited in another citation's parenthesis is no
antecedent, a law merely spoken of catches no *id.*, and a page must be a page of the work.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass

from citator.corpus.model import Citation
from citator.corpus.resolve.cases import Cases, page_of, slot_of
from citator.corpus.resolve.laws import is_restatement

_SECTION_PIN = re.compile(r"^(?:at )?(?:§|sec|art)", re.I)
_SECTION = re.compile(r"§+ ?(?P<number>[\w.:-]*\w)")
_IN_CHAPTER = re.compile(r"(?P<what>ch|tit|pt)\. \w+,?")
_CODE = re.compile(r"(?P<code>.*?) §+ (?P<number>\S+)$")
_TITLE = re.compile(r"\w+-\w+-(?:\w+-)*")  # 35-44-3-3: what stands before the section alone
_CHAPTER = re.compile(r"^\d{4} .*(?:ch\.|No\.|Act) \d+$")
_NEUTRAL = re.compile(r"(?:1[89]|20)\d\d[ -]\D|\d+ (?:FERC|FCC|F\.C\.C\.)|\D")
_PAGE_TO_COME = re.compile(r"[_—–-]{2,}")  # "Id., at ___ (slip op., at 14)"
_OF_A_VOLUME = re.compile(r"Cong\. (?:Rec|Globe)|Fed\. Reg\.")  # whose volume is the source, whatever page came first
_IN_VOLUME = 1_000  # a page so high is one of such a volume
_RULING = re.compile(r"SSR |Rev\. (?:Rul|Proc)\. |I\.R\.S\. Notice ")  # has no sections
_KEPT = 10  # how far back an id. may reach
_FAR = 100  # pages that two cites of one source are seldom apart
_SHORT = 60  # pages of a decision of usual length
_LONGEST_WORK = 900  # pages of an act or an article

HERE = "another opinion of this decision"
LAWS = frozenset({"statute", "statute_short", "rule", "regulation", "constitution", "guideline", "guideline_short"})
_PAGED = frozenset({"journal", "journal_short", "legislative", "regulation", "statute", "other"})
WORKS = frozenset({"journal", "journal_short", "book", "news", "legislative", "record", "other"})


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What an *id.* may mean. ``passing``: a law spoken of in a sentence rather than cited for it.

    ``authority`` is None for a citation that could not be told itself: an *id.* must not reach past it.
    """

    authority: str | None
    citation: Citation
    passing: bool = False
    here: bool = False  # another opinion of this very decision: "Ante, at 7"

    @property
    def is_law(self) -> bool:
        """A law cited by sections; the Statutes at Large and the Federal Register have pages."""
        return self.citation.kind in LAWS and _paged(self.citation) is None


class Line:
    """The antecedents of one stretch of text, the last one last."""

    def __init__(self, before: tuple[Antecedent, ...] = (), beyond: Antecedent | None = None) -> None:
        """``before``: what had been cited where the line begins; ``beyond``: what the note before a note cites last,
        meant if nothing else can be."""
        self._recent: deque[Antecedent] = deque(before, maxlen=_KEPT)
        self._beyond = [beyond] if beyond else []
        self._inside: dict[int, list[Antecedent]] = {}  # start of a citation → what stands in its parentheses

    def take(self, c: Citation, *, passing: bool = False, aside: bool = False, here: bool = False) -> None:
        """``c`` has been read; ``aside``: it is the source of what another is quoted for."""
        antecedent = Antecedent(c.authority, c, passing, here)
        if c.within is not None:
            self._inside.setdefault(c.within, []).append(antecedent)
        elif not (aside or c.history_of is not None or c.parallel_of is not None):
            self._recent.append(antecedent)

    def snapshot(self) -> tuple[Antecedent, ...]:
        return tuple(self._recent)

    def candidates(self, c: Citation) -> list[Antecedent]:
        """Antecedents for an *id.* ``c``, the nearest first."""
        recent = [a for a in reversed(self._recent) if a.citation.start != c.within] + self._beyond
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
    page = page_of(c.pin)
    if section:
        return _of_section(section, candidates)
    if c.pin and c.pin.lstrip().startswith("¶"):
        found = next((a for a in candidates if _has_paragraphs(a)), None)
        why = "nothing cited shortly before it is cited by paragraphs"
    elif page is not None:
        found = _of_page(page, candidates, cases)
        why = f"no authority cited shortly before has a page {page}"
    elif c.pin and _PAGE_TO_COME.match(c.pin):
        found = next((a for a in candidates if not a.is_law), None)
        why = "only laws are cited before it"
    else:
        found = next((a for a in candidates if not a.passing), None)
        why = "only laws are spoken of before it"
    if found is None:
        return None, why
    if found.here:
        return None, HERE
    return found.authority, "" if found.authority else "what is cited before it could not be told"


def _of_section(section: str, candidates: list[Antecedent]) -> tuple[str | None, str]:
    """*Id.* with a section: the law last cited, or its code's other section."""
    laws = (a.authority for a in candidates if (a.is_law or is_restatement(a.citation)) and a.authority)
    law = next((law for law in laws if not _RULING.match(law)), None)
    if law is None:
        return candidates[0].authority, "" if candidates[0].authority else "no law is cited before it"
    number, code = _SECTION.search(section), _CODE.match(law)
    if number is None or code is None:
        return law, ""
    title = _TITLE.match(code["number"]) if "-" not in number["number"] else None
    if chapter := _IN_CHAPTER.match(section):
        whole, count = re.subn(rf"\b{chapter['what']}\. ?\w+(?=,?$)", chapter[0].rstrip(","), code["code"])
        return (f"{whole} § {number['number']}", "") if count else (law, "")
    return f"{code['code']} § {title[0] if title else ''}{number['number']}", ""


def _of_page(page: int, candidates: list[Antecedent], cases: Cases) -> Antecedent | None:
    """The nearest that can have the page; if the page is far into it, a decision that begins just before the page."""
    holding = [a for a in candidates if _holds(a, page, cases)]
    if len(holding) > 1 and _is_far(holding[0], page, cases):
        near = (a for a in holding[1:] if _is_near(a, page, cases))
        return next(near, holding[0])
    return holding[0] if holding else None


def _is_near(a: Antecedent, page: int, cases: Cases) -> bool:
    """Whether the page is of a decision that begins just before it, or close to where another opinion of this was cited."""
    if a.authority is None:
        return a.citation.kind == "xref"
    case = cases.get(a.authority)
    return case is not None and case.paged and case.holds(page, _SHORT)


def _is_far(a: Antecedent, page: int, cases: Cases) -> bool:
    """Whether the page is far behind the first page of a decision, or far from where a book was last cited."""
    if case := cases.get(a.authority):
        return not case.holds(page, _FAR)
    pin, first = page_of(a.citation.pin), _paged(a.citation)
    if first is not None:
        return not first <= page <= first + _LONGEST_WORK
    return pin is not None and abs(pin - page) > _FAR


def _holds(antecedent: Antecedent, page: int, cases: Cases) -> bool:
    c = antecedent.citation
    if case := cases.get(antecedent.authority):
        return case.holds(page)
    if antecedent.is_law:
        return False
    if antecedent.authority is None:
        slot, pin = slot_of(c.cite), page_of(c.pin)
        known = slot[1] if slot and slot[1] else pin
        return known is None or abs(known - page) <= _FAR
    first = _paged(c)
    if first is not None:
        whole_volume = min(first, page) >= _IN_VOLUME and _OF_A_VOLUME.search(c.cite or "")
        return first <= page <= first + _LONGEST_WORK or bool(whole_volume)
    if c.kind == "news":
        return page < _FAR
    return True


def _paged(c: Citation) -> int | None:
    """The first page of a journal, a volume of statutes, a register: what has volume and page.

    A session law cited by its chapter has the page at which it was cited.
    """
    if c.kind == "statute" and _CHAPTER.search(c.cite or ""):
        return page_of(c.pin) if c.pin and c.pin[0] in "ap" else None
    slot = slot_of(c.cite) if c.cite and c.cite[0].isdigit() and "§" not in c.cite else None
    return slot[1] if slot and c.kind in _PAGED else None


def _has_paragraphs(a: Antecedent) -> bool:
    """Filings, treatises and decisions with a neutral citation (``2010 ME 5``) are cited by paragraphs, and so are an agency's."""
    if a.citation.kind in ("record", "book", "docket"):
        return True
    return not a.is_law and _NEUTRAL.match(a.authority or "") is not None
