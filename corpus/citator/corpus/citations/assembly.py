"""Cores of the edited text → mentions: what belongs to each before and behind it, and to which other it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from citator.corpus.citations import groups, history, names, parenthesis, signals
from citator.corpus.citations.courts import court_named, court_of_reporter, court_within, trial_court_in
from citator.corpus.citations.names import Named
from citator.corpus.citations.parenthesis import Tail
from citator.corpus.citations.short import Core
from citator.corpus.model import Signal

_CASES = frozenset({"full_case", "short_case", "placeholder", "id", "supra", "docket"})
_SEPARATORS = ' ,;)]"”’—'
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEARLY = frozenset({"neutral", "specialty_west", "specialty_lexis"})  # kinds of reporters whose volumes are years


@dataclass(slots=True)
class Mention:
    """One citation while it is being put together; offsets count in the edited text.

    ``head`` is the first mention of its parallel group (itself, as a rule), ``history_of`` the mention whose
    history it tells, ``within`` the one in whose parenthesis it stands.
    """

    core: Core
    tail: Tail
    start: int  # where its name begins, or the core
    name: Named | None = None
    year: int | None = None
    court: str | None = None
    signal: Signal | None = None
    history: str | None = None
    head: Mention | None = None
    history_of: Mention | None = None
    within: Mention | None = None
    depth: int = 0
    string: int = 0
    parallels: int = 0  # how many more citations its group has

    @property
    def case_name(self) -> str | None:
        """The name it bears, or that of the case whose parallel or history it is."""
        mention: Mention | None = self
        while mention is not None:
            if mention.name is not None and mention.name.name:
                return mention.name.name
            mention = mention.head or mention.history_of
        return None


def assemble(text: str, cores: list[Core]) -> list[Mention]:
    """``cores`` in order, each with what belongs to it."""
    return _Assembly(text, cores).mentions


class _Assembly:
    def __init__(self, text: str, cores: list[Core]) -> None:
        self.text = text
        self.mentions: list[Mention] = []
        self._open: list[Mention] = []  # those in whose parentheses the text still is
        self._done = 0  # end of all that belongs to mentions before
        self._group: list[Mention] = []
        self._string = 0
        for i, (core, (depth, opened)) in enumerate(zip(cores, groups.nesting(text, cores), strict=True)):
            following = cores[i + 1].start if i + 1 < len(cores) else len(text)
            self._add(core, following, depth, opened)
        self._close_group()

    def _add(self, core: Core, following: int, depth: int, opened: int) -> None:
        previous = self.mentions[-1] if self.mentions else None
        while self._open and self._open[-1].tail.end <= core.start:
            self._done = max(self._done, self._open.pop().tail.end)
        low = max(self._done, opened + 1, self.text.rfind("\n", self._done, core.start) + 1)
        if previous is not None:
            low = max(low, previous.tail.pin_end)
        mention = Mention(core, self._tail(core, following), core.start, depth=depth)
        mention.within = next(
            (m for m in reversed(self._open) if any(a <= core.start < b for a, b in m.tail.groups)), None
        )
        between = self.text[previous.tail.pin_end : core.start] if previous is not None else ""
        if previous is not None and self._is_parallel(mention, previous, between):
            self._join(mention)
        else:
            self._close_group()
            self._group = [mention]
            self._introduce(mention, low)
        if mention.tail.groups:
            self._open.append(mention)
        else:
            self._done = max(self._done, mention.tail.end)
        self.mentions.append(mention)

    def _is_parallel(self, mention: Mention, previous: Mention, between: str) -> bool:
        core, group = mention.core, [member.core for member in self._group]
        reporters = core.cite is not None and previous.core.cite is not None
        adjoining = mention.within in (previous, previous.within)  # no parenthesis of it, behind one with another page
        if reporters and adjoining and groups.in_parenthesis(self.text, previous.tail.pin_end, core):
            mention.within = previous.within
            previous.tail = parenthesis.without(previous.tail, core.start)
            return True
        return mention.within is previous.within and groups.is_parallel(group, between, core)

    def _tail(self, core: Core, following: int) -> Tail:
        if core.kind == "short_case" and core.cite is not None and core.cite.page:
            at = self.text.rfind(core.cite.page, core.start, core.end)
            return parenthesis.read(self.text, at, following, pinned=True)
        if core.note:  # "supra note 7, at 12": the page is behind the note
            return parenthesis.read(self.text, self.text.index(core.note, core.end) + len(core.note), following)
        return parenthesis.read(self.text, core.end, following)

    def _join(self, mention: Mention) -> None:
        first = self._group[0]
        self._group.append(mention)
        mention.string, mention.signal = first.string, first.signal

    def _introduce(self, mention: Mention, low: int) -> None:
        """What stands before: name, signal, history, and whether the string of citations goes on."""
        core = mention.core
        if core.kind in _CASES and core.kind != "id":
            if self.text[low - 1 : core.start].strip() == "(":  # Gibbons v. Ogden (9 Wheat. 1)
                low = max(self._done, self.text.rfind("\n", self._done, core.start) + 1)
            mention.name = names.before(self.text, low, core.start)
            if mention.name is not None and mention.name.near:
                mention.start = mention.name.start
        elif core.opens is not None:
            opens = max(low, min(core.opens, core.start))
            found = signals.before(self.text, opens, core.start)  # "See 9 Yale L.J. 1", where no author is named
            mention.start = core.start if found and found[1] == opens else opens
        before = self.mentions[-1] if self.mentions else None
        while before is not None and before.within is not mention.within:
            before = before.within
        begin = mention.start
        if found := signals.before(self.text, low, begin):
            mention.signal, begin = found
        goes_on = False
        if before is not None:
            between = self.text[max(self._done, before.tail.pin_end) : begin]
            if mention.signal is None and core.kind in _CASES and (told := history.told(between)):
                mention.history, mention.history_of = told, before.head or before
            goes_on = mention.history is not None or _continues(between)
        if before is not None and goes_on:
            mention.string = before.string
            mention.signal = mention.signal or before.signal
        else:
            self._string += 1
            mention.string = self._string

    def _close_group(self) -> None:
        """Share among parallels what only the first (name) or the last (court and year) of them has."""
        group, self._group = self._group, []
        if not group:
            return
        head = next((member for member in group if member.core.kind != "placeholder"), group[0])
        named = group[0].name
        last = group[-1].tail
        year = last.year or next((m.tail.year for m in group if m.tail.year), None) or (named.year if named else None)
        year = year or _year_of_volume([member.core for member in group])
        words = next((m.tail.court for m in reversed(group) if m.tail.court), None)
        if words is None and named and not _of_the_supreme_court(group[0].core):
            words = named.court
        court = _court([member.core for member in group], words, year)
        before = group[0].history_of
        if court is None and before is not None and _same_series(before.core, group[0].core):
            court = before.court
        for member in group:
            member.year, member.court = year, court
            member.parallels = len(group) - 1
            if member is not group[0]:
                member.name = named
            if member is not head:
                member.head = head
            member.history, member.history_of = group[0].history, group[0].history_of


def _year_of_volume(cores: list[Core]) -> int | None:
    """The year that is the volume: ``2006-Ohio-2095``, ``2010 ME 5``; of a database's number, where it stands first.

    ``510 U.S. 399, 1993 WL 384805`` may be a brief of the year before.
    """
    for core in cores:
        cite = core.cite if core.kind == "full_case" else None
        kinds = {edition.reporter.cite_type for edition in cite.editions} if cite else set()
        said = kinds & _YEARLY if core is cores[0] else "neutral" in kinds
        if said and cite and cite.volume and _YEAR.fullmatch(cite.volume):
            return int(cite.volume)
    return None


def _continues(between: str) -> bool:
    """Whether the string of citations goes on over ``between``."""
    return bool(between) and between.strip(_SEPARATORS) in ("", "and", "with", "or", "&")


def _same_series(one: Core, other: Core) -> bool:
    return one.cite is not None and other.cite is not None and groups.family(one) == groups.family(other)


def _of_the_supreme_court(core: Core) -> bool:
    """Whether a state before ``core`` is no court but the end of a party's name: *Dept. of Parks, La., 263 U.S. 7*."""
    return core.cite is not None and court_of_reporter(core.cite.name()) == "scotus"


def _court(cores: list[Core], words: str | None, year: int | None) -> str | None:
    """The court that ``words`` name, by themselves or in the state of a reporter; or the court of a reporter."""
    reporters = [core.cite.name(year) for core in cores if core.cite is not None]
    if words and (court := court_named(words)):
        federal = any(name.startswith("F. Supp.") for name in reporters)
        if court == "dc" and any(
            name.startswith("F.") for name in reporters
        ):  # "Roe v. Doe, D.C., 5 F. 7": some district
            return None
        bankruptcy = "B.R." in reporters
        trial = trial_court_in(words, bankruptcy=bankruptcy) if federal or bankruptcy else None
        return trial or court  # "5 F. Supp. 7 (Ore. 1969)"
    if _year_of_volume(cores[:1]):  # every court of Ohio numbers its decisions "2006-Ohio-2095"
        reporters = [name for name in reporters if name != "Ohio"]
    courts = [court_within(name, words) for name in reporters] if words else []
    return next(filter(None, [*courts, *map(court_of_reporter, reporters)]), None)


def in_order(cores: Iterable[Core]) -> list[Core]:
    """``cores`` in text order; of two that overlap the longer stays, then the one given first."""
    kept: list[Core] = []
    for core in sorted(cores, key=lambda core: core.start):
        if kept and core.start < kept[-1].end:
            if core.end - core.start <= kept[-1].end - kept[-1].start:
                continue
            kept.pop()
        kept.append(core)
    return kept
