"""Citations of an opinion → what is known of each case: its reporter slots, its names, where it is spoken of."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from citator.corpus.citations.short_names import COMMON, fold, short_names
from citator.corpus.model import Citation

_SLOT = re.compile(r"(?P<slot>\S.*?),? (?:at )?(?P<page>\*?\d[\d,]*|_+|[ivxlc]+)$")
_VOLUME = re.compile(r",? \d+ [A-Z][\w. ]*,?$")  # "Hall v. Roe, 7 Pa., supra"
_PAGE = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d+")
_PAGES_ON = 60  # a page given without its case's first page lies within so many pages of it
LONGEST = 400  # pages of one decision
_TELLING = 6  # letters of a name that another is seldom like
_PARAGRAPH = 10_000  # so high a page is one of a loose-leaf service, which numbers decisions: "9 FERC ¶ 61,222"


def slot_of(cite: str | None) -> tuple[str, int | None] | None:
    """Volume and reporter, and the page.

    >>> slot_of("518 U.S. 81"), slot_of("116 S. Ct. at 2044")
    (('518 U.S.', 81), ('116 S. Ct.', 2044))
    """
    match = _SLOT.match(cite) if cite else None
    if match is None:
        return None
    page = match["page"].replace(",", "").lstrip("*")
    return match["slot"].removesuffix(" ¶"), int(page) if page.isdigit() else None


def _is_blank(cite: str) -> bool:
    return "_" in cite


def _by_its_name(c: Citation) -> str | None:
    """What a case goes by while it has no page: ``Seila Law LLC v. CFPB, 591 U.S. ___``."""
    if not c.name or not c.cite:
        return None
    said = c.cite[0].isdigit() or (" v. " in c.name and c.history is None and c.parallel_of is None)
    return f"{c.name}, {c.cite}" if said else None


def _slip(one: str, other: str) -> bool:
    """Whether two names differ by a letter in one word, or by ``rn`` for ``m``; a numeral is no slip.

    >>> _slip("elm bum", "elm burn"), _slip("tollan", "tolland"), _slip("ardley i", "ardley ii")
    (True, True, False)
    """
    from rapidfuzz.distance import Levenshtein

    differing = [pair for pair in zip(one.split(), other.split(), strict=False) if pair[0] != pair[1]]
    if len(differing) != 1 or one.count(" ") != other.count(" "):
        return False
    a, b = (word.replace("rn", "m") for word in differing[0])
    return a == b or (a[0] == b[0] and min(map(len, differing[0])) >= _TELLING and Levenshtein.distance(a, b) == 1)


@dataclass
class Case:
    """A decision this opinion cites. ``slots`` holds (volume and reporter, first page) of every parallel."""

    authority: str
    name: str | None = None
    slots: list[tuple[str, int | None]] = field(default_factory=list)

    @property
    def paged(self) -> bool:
        """Whether its first page is known in some reporter."""
        return any(first is not None for _, first in self.slots)

    def holds(self, page: int, pages: int = LONGEST) -> bool:
        """Whether ``page`` can be a page of this decision, of so many ``pages``, in one of its reporters.

        A loose-leaf service counts its pages apart from its decisions: ``77 FERC ¶ 61,777, at 62,888``.
        """
        if page >= _PARAGRAPH and "¶" in self.authority:
            return True
        return not self.slots or any(first is None or first <= page <= first + pages for _, first in self.slots)


class Cases:
    """Every decision cited in full somewhere in the opinion."""

    def __init__(self, citations: Iterable[Citation]) -> None:
        self._first: dict[str, str] = {}  # a citation → the first citation of the same case
        self._cases: dict[str, Case] = {}
        self._named: dict[str, str] = {}  # a whole name → the case first cited by it
        self._slots: dict[str, list[tuple[int, str]]] = {}
        self._blank: dict[str, list[str]] = {}  # volume and reporter of cases whose page was not known yet
        self._names: dict[str, list[str]] = {}
        self._words: dict[str, list[str]] = {}  # a word → the names it occurs in
        self._seen: dict[str, list[int]] = {}  # authority → where it is cited or spoken of, in order
        full = [c for c in citations if c.kind in ("full_case", "docket") and c.cite]
        heads = {c.start: c for c in full}
        for c in full:
            earlier = heads.get(c.history_of) if c.history_of is not None else None
            named = earlier is None or earlier.name != c.name  # else the name stays that of the decision first cited
            self._add(c, heads.get(c.parallel_of) if c.parallel_of is not None else None, named=named)
        for slots in self._slots.values():
            slots.sort()

    def _add(self, c: Citation, head: Citation | None, *, named: bool = True) -> None:
        authority = self._authority(c, head)
        if authority is None:
            return
        case = self._cases.setdefault(authority, Case(authority))
        if case.name and c.name != case.name and self._named.get(c.name or "", authority) != authority:
            named = False  # a stray name before a later cite: it is another case's
        case.name = case.name or c.name
        if case.name:
            self._named.setdefault(case.name, authority)
        if (slot := slot_of(c.cite)) and slot not in case.slots and slot[0][0].isdigit():
            case.slots.append(slot)
            if slot[1] is not None:
                self._slots.setdefault(slot[0], []).append((slot[1], authority))
            else:
                self._blank.setdefault(slot[0], []).append(authority)
        for short in short_names(c.name) if c.name and named else ():
            self._call(short, authority)

    def _authority(self, c: Citation, head: Citation | None) -> str | None:
        """The first citation of the case. "— U.S. —" stands for many: only parallels or a name tell which."""
        cite = str(c.cite)
        first = (head.authority or head.cite if head else c.authority) or cite
        if _is_blank(first):
            return _by_its_name(c)
        if _is_blank(cite):
            return self._first.get(first, first)
        authority = self._first.get(cite) or self._first.get(first) or first
        self._first[cite] = authority
        if head is not None and head.cite and not _is_blank(head.cite):
            self._first.setdefault(head.cite, authority)
        return authority

    def of_full(self, c: Citation) -> str | None:
        """The authority of a full cite: the first citation under which its case is known."""
        if c.authority and not _is_blank(c.authority):
            return self._first.get(c.authority, c.authority)
        return self._first.get(c.cite or "", c.cite) if c.cite and not _is_blank(c.cite) else _by_its_name(c)

    def call(self, words: str, authority: str) -> None:
        """Take note of a name the opinion itself gives a case (``Letter Carriers, 418 U.S. at 283``)."""
        name = fold(words)
        if name not in COMMON and len(name) > 2:
            self._call(name, authority)

    def _call(self, short: str, authority: str) -> None:
        if short not in self._names:
            for word in set(short.split()):
                self._words.setdefault(word, []).append(short)
        called = self._names.setdefault(short, [])
        if authority not in called:
            called.append(authority)

    def saw(self, authority: str, at: int) -> None:
        """Take note that ``authority`` is cited or spoken of at ``at``."""
        insort(self._seen.setdefault(authority, []), at)

    def get(self, authority: str | None) -> Case | None:
        return self._cases.get(authority) if authority else None

    @property
    def any(self) -> bool:
        """Whether the opinion cites any case in full."""
        return bool(self._cases)

    def in_slot(self, cite: str | None, name: str | None) -> str | None:
        """The case in whose pages a short form (``518 U.S. at 92``) points: the last that begins before the page."""
        slot = slot_of(cite)
        if slot is None:
            return None
        called = set(self.called(name)) if name else set()
        page = slot[1]
        longest = LONGEST if page is None or page < _PARAGRAPH else LONGEST * 3
        before = [a for first, a in self._slots.get(slot[0], ()) if page is None or first <= page <= first + longest]
        before = [a for a in before if a in called] or before
        if before and (page is not None or len(before) == 1):
            return before[-1]
        blank = self._blank.get(slot[0], [])
        blank = [a for a in blank if a in called] or blank
        return blank[0] if len(set(blank)) == 1 else None

    def called(self, name: str) -> list[str]:
        """The cases that go by ``name``; its first words may be words of the sentence, its last a volume."""
        words = fold(_VOLUME.sub("", name)).split()
        for i in range(len(words)):
            short = " ".join(words[i:])
            if short in COMMON:
                return []
            if found := self._names.get(short) or self._by_words(words[i:]):
                return found
        return self._by_side(name) if "v" in words else []

    def _by_side(self, name: str) -> list[str]:
        """The one case whose side goes by a name that ``name``, spelt otherwise than where it was cited, gives it:
        *Ardley v. OLA* for *Ardley v. Office of Ladders*."""
        for short in short_names(name)[1:]:
            if found := self._names.get(short):
                return found if len(found) == 1 else []
        return []

    def _by_words(self, words: list[str]) -> list[str]:
        """Cases whose name holds ``words`` in a row."""
        if len(words) == 1 and len(words[0]) < 4:
            return []
        sought = f" {' '.join(words)} "
        names = [name for name in self._words.get(words[0], ()) if sought in f" {name} "]
        return list(dict.fromkeys(authority for name in names for authority in self._names[name]))

    def _misread(self, name: str) -> list[str]:
        """The one case whose name a scan or a slip has changed by a letter: ``Elm Bum, supra`` for *Elm Burn*."""
        words = fold(name)
        if len(words) < _TELLING:
            return []
        alike = {a for other, named in self._names.items() if _slip(words, other) for a in named}
        return list(alike) if len(alike) == 1 else []

    def introduced(self, authorities: list[str], at: int) -> list[str]:
        """Those already cited or spoken of before ``at``."""
        return [a for a in authorities if (seen := self._seen.get(a)) and seen[0] < at]

    def called_before(self, name: str, at: int) -> list[str]:
        """The cases that go by ``name`` at ``at``. One that is introduced only later yields to one whose longer name
        holds the same words and is known by now: *Perkins* is
        first of all the *Roe v. Adams, Perkins & Co.* that was cited."""
        called = self.called(name) or self._misread(name)
        if not called or self.introduced(called, at):
            return called
        return self.introduced(self._by_words(fold(name).split()), at) or called

    def nearest(self, authorities: list[str], at: int, *, since: int = 0) -> str | None:
        """Of several, the one cited or spoken of last before ``at`` (not before ``since``), else the next after it."""
        before = [
            (seen[i - 1], a) for a in authorities if (seen := self._seen.get(a)) and (i := bisect_left(seen, at)) > 0
        ]
        before = [one for one in before if one[0] >= since] or before
        if before:
            return max(before)[1]
        after = [(seen[0], a) for a in authorities if (seen := self._seen.get(a))]
        return min(after)[1] if after else (authorities[0] if authorities else None)


def bare_pages(citations: list[Citation]) -> list[Citation]:
    """``261 U. S. 553`` alone, or behind a short name, is a page of the case cited as ``261 U. S. 525``: a short form."""
    known: dict[str, list[tuple[int, str | None]]] = {}
    bare: list[int] = []
    for i, c in enumerate(citations):
        slot = slot_of(c.cite) if c.kind == "full_case" else None
        if slot is None or slot[1] is None or c.parallel_of is not None or c.history is not None:
            continue
        if c.year is None and (c.name is None or " v. " not in c.name):
            bare.append(i)
        else:
            known.setdefault(slot[0], []).append((slot[1], c.name))
    found = list(citations)
    for i in bare:
        c = citations[i]
        slot = slot_of(c.cite)
        assert slot is not None
        assert slot[1] is not None
        for first, name in known.get(slot[0], ()):
            if 0 < slot[1] - first <= _PAGES_ON and (c.name is None or (name and fold(c.name) in short_names(name))):
                found[i] = replace(c, kind="short_case", cite=f"{slot[0]} at {slot[1]}", authority=None)
    return found


def page_of(pin: str | None) -> int | None:
    """The first page of a pin.

    >>> page_of("1180-81"), page_of("pp. 45, 64"), page_of("62,365"), page_of("*10"), page_of("n. 3"), page_of(None)
    (1180, 45, 62365, None, None, None)
    """
    if not pin or pin.lstrip().startswith(("*", "n", "¶", "§")):
        return None
    page = _PAGE.search(pin)
    return int(page[0].replace(",", "")) if page else None
