"""A case called by its name alone (``Bourgeois stated …``, ``the Norwood case``) → a citation of kind ``name_ref``.

Names of cases cited in this opinion are looked for in one pass over the capitalised words. A whole name that is
cited nowhere else (``in Smith v. Jones``) is an authority too, under that name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from citator.corpus.citations import names as case_names
from citator.corpus.citations.dubbed import NUMBERED, dubbed
from citator.corpus.citations.name_senses import AFTER_IT, Sense, sense
from citator.corpus.citations.parenthesis import pin_at
from citator.corpus.citations.short_names import COMMON, JOINTS, fold, parties, second_names, short_names
from citator.corpus.model import Citation, Opinion
from citator.corpus.offsets import Edited

_CAPITALISED = re.compile(rf"[A-Z](?:[\w&’']|(?!{AFTER_IT})[–-](?=\w))*\.?")
_POSSESSIVE = re.compile(r"['’]s?$")
_NEXT = re.compile(r"[.,]?\s+(?P<word>[\w&’'.-]+)")
_CORPORATE = re.compile(
    r",? (?:Inc|Co|Corp|Ltd|Company|Corporation|(?:R\. ?R|Ry|Railroad|Railway)(?:\.? Co)?)\b[.,]?(?= [a-z])"
)
_LINK = re.compile(r"(?:,|,? and|,? or)\s+(?:the )?")
_PARTY = r"[A-Z][\w’'&-]+(?: (?:of (?:the )?|& |and )?[A-Z][\w’'&-]+){0,4}(?:,? (?:Inc|Co|Corp|Ltd)\.)?"
_VERSUS = " v. "
_IN_CASE = re.compile(rf"\b(?:[Ii]n|[Uu]nder|case of|holding of) (?P<first>{_PARTY})\Z")
_AGAINST = re.compile(rf"(?P<second>{_PARTY})(?=[,.;:)]? [a-z“(]|[.;:)]|, (?:we|the|this|where)\b)")
_PAGE = re.compile(r"(?P<surely>,)? at (?=(?:pp?\. ?)?\*?\d+(?!\d|[.:]\d))")
_PAGE_ENDS = re.compile(r" ?[.,;:)(\]”\"]|$")
_VOLUME = re.compile(r", ?(?P<volume>\d+)(?= [A-Z][\w. ]*\.)")  # of a parallel: "Harlow, at 331, 106 S.Ct., at 66"
_LONGEST = 120  # characters of the first party, and what leads to it
_ELSEWHERE = re.compile(r", (?:ante|post),? (?:at|pp?\.) [\d_]")
_NUMBERED = re.compile(r"Nos?\. ")
_DOES_NOTHING = re.compile(r"[.,;:)\]”\"]|\s(?:and|or|but|to|by|with|for|in)\b")  # what follows a name that has no verb
_FUZZY_FROM, _FUZZY_RATIO = 9, 92.0
_MANY = 3  # times as often a decision as a person: then the person is an exception


@dataclass(frozen=True, slots=True)
class _Spot:
    """A name in the edited text, and what its surroundings make of it."""

    start: int
    end: int
    short: str
    name: str
    sense: Sense
    authority: str | None = None


def find(edited: Edited, opinion: Opinion, citations: Iterable[Citation]) -> list[Citation]:
    """Every place where a case is called by its name alone; ``citations`` are those with more than a name."""
    citations = list(citations)
    own = opinion.decision.name or ""
    # Parentheses are left out of what is covered: cases are spoken of in them too.
    covered = [(edited.edited(c.full.start), edited.edited(c.end - 1) + 1) for c in citations]
    given = [(c, *said) for c in citations if c.kind == "full_case" and (said := dubbed(opinion.text, c))]
    covered = sorted([*covered, *((edited.edited(at.start), edited.edited(at.end)) for _, _, at in given)])
    names = _Names(citations, {called: c.name or called for c, called, _ in given})
    spots = list(_spots(edited.text, names, covered)) if names.by_first else []
    judge = _Judge(edited.text, spots, names, frozenset(parties(own)))
    opens = edited.edited(opinion.parts[0].start) if opinion.parts else 0  # a head names parties, counsel and places
    meant = [spot for spot in spots if (spot.start >= opens or " v " in spot.short) and judge.means_the_case(spot)]
    covered = sorted([*covered, *((spot.start, spot.end) for spot in meant)])
    meant += (spot for spot in _companions(edited.text, own) if not _covered(covered, spot.start))
    covered = sorted([*covered, *((spot.start, spot.end) for spot in meant)])
    meant += _unreported(edited.text, own, covered)
    return [_citation(edited, opinion, spot) for spot in meant]


def _covered(covered: list[tuple[int, int]], at: int) -> bool:
    i = bisect_right(covered, (at, 1 << 62)) - 1
    return i >= 0 and at < covered[i][1]


class _Names:
    """Short names of the cited cases by their first word."""

    def __init__(self, citations: Iterable[Citation], given: Mapping[str, str]) -> None:
        self.by_first: dict[str, list[tuple[str, ...]]] = {}
        self._long: dict[str, list[tuple[str, str]]] = {}
        self._closest: dict[str, tuple[str, str] | None] = {}
        self._plain: dict[str, bool] = {}
        seen: set[str] = set()
        for c in citations:
            if c.kind in ("full_case", "short_case", "supra") and c.name:
                for short in short_names(c.name) if c.kind == "full_case" else (fold(c.name),):
                    if short not in seen and _fit(short, c):
                        seen.add(short)
                        self._add(short, c.name)
        self.numbered: set[str] = set()  # what the opinion itself calls a case, with a numeral: "Ardley II"
        for called, name in given.items():
            if (short := fold(called)) not in COMMON:
                if NUMBERED.search(called):
                    self.numbered.add(short)
                if short not in seen:
                    seen.add(short)
                    self._add(short, name)
        self.second: set[str] = set()  # by the second party a case is called only where the words around leave no doubt
        for c in citations:
            for short in second_names(c.name) if c.kind == "full_case" and c.name else ():
                if short not in seen:
                    seen.add(short)
                    self.second.add(short)
                    self._add(short, c.name or "")
        for known in self.by_first.values():
            known.sort(key=lambda words: -len(words))

    def _add(self, short: str, name: str) -> None:
        words = tuple(short.split())
        self.by_first.setdefault(words[0], []).append(words)
        if len(words) == 1 and len(short) >= _FUZZY_FROM:
            self._long.setdefault(short[:3], []).append((short, name))

    def misspelt(self, word: str) -> tuple[str, str] | None:
        """The one name that ``word`` is a misprint of, with the whole name of its case; only long names count."""
        if len(word) < _FUZZY_FROM or word[:3] not in self._long:
            return None
        if word not in self._closest:
            from rapidfuzz import fuzz

            close = [one for one in self._long[word[:3]] if fuzz.ratio(word, one[0]) >= _FUZZY_RATIO]
            self._closest[word] = close[0] if len(close) == 1 else None
        return self._closest[word]

    def plain_word(self, short: str, text: str) -> bool:
        """Whether a one-word name is also a word of this text (*Price*, *Hunter*)."""
        if short not in self._plain:
            # The search for the letters comes first: as a rule they stand nowhere.
            plain = " " not in short and short in text
            self._plain[short] = plain and re.search(rf"\b{re.escape(short)}\b", text) is not None
        return self._plain[short]


def _fit(short: str, c: Citation) -> bool:
    """Whether a short name can be looked for; what a short form calls its case may be garbled."""
    return len(short) > 2 and short not in COMMON and (c.kind == "full_case" or not any(map(str.isdigit, short)))


def _spots(text: str, names: _Names, covered: list[tuple[int, int]]) -> Iterator[_Spot]:
    """Every place where a known name stands outside ``covered``."""
    until = 0
    for word in _CAPITALISED.finditer(text):
        start = word.start()
        if start < until or text[start - 1 : start].isalnum():
            continue
        first = fold(word[0])
        if (first in names.by_first or names.misspelt(first)) and not _covered(covered, start):
            spot = _spot(text, word, first, names)
            if spot is not None:
                until = spot.end
                yield spot


def _spot(text: str, word: re.Match[str], first: str, names: _Names) -> _Spot | None:
    start = word.start()
    for words in names.by_first.get(first, ()):
        if end := _end(text, word, words):
            whole = _CORPORATE.match(text, end)  # "the Harlow Gas Co. case"
            if whole and sense(text, start, whole.end()) is Sense.DECISION:
                end = whole.end()
            short = " ".join(words)
            surely = "v" in words or short in names.numbered or (text.startswith(", at ", end) and _pin(text, end)[0])
            return _Spot(start, end, short, text[start:end], Sense.DECISION if surely else sense(text, start, end))
    if first not in names.by_first and (meant := names.misspelt(first)):
        end = start + len(_POSSESSIVE.sub("", word[0].rstrip(".")))
        return _Spot(start, end, *meant, sense(text, start, end))
    return None


def _end(text: str, word: re.Match[str], words: tuple[str, ...]) -> int | None:
    """Where a name of ``words`` ends that begins at ``word``; None when the text reads otherwise."""
    last = word[0].rstrip(".")
    at = word.start() + len(last)
    for expected in words[1:]:
        following = _NEXT.match(text, at)
        if following is None or fold(following["word"]) != expected:
            return None
        if following["word"].islower() and expected not in JOINTS:  # "cell site data", not "Cell Site Data"
            return None
        last = following["word"].rstrip(".,")
        at = following.start("word") + len(last)
    return at - len(last) + len(_POSSESSIVE.sub("", last))


class _Judge:
    """Tells names of cases from the people so named, by what stands around a name here and elsewhere."""

    def __init__(self, text: str, spots: list[_Spot], names: _Names, own: frozenset[str]) -> None:
        self._text, self._names, self._own = text, names, own
        self._by_start = {spot.start: spot for spot in spots}
        self._persons = Counter(spot.short for spot in spots if spot.sense is Sense.PERSON)
        self._decisions = Counter(spot.short for spot in spots if spot.sense is Sense.DECISION)
        self._people_at = {(spot.short, self._line(spot)) for spot in spots if spot.sense is Sense.PERSON}

    def _line(self, spot: _Spot) -> int:
        return self._text.rfind("\n", 0, spot.start)

    def means_the_case(self, spot: _Spot) -> bool:
        """Surely by the words around, else unless the name is a person's hereabouts, or a word of the language."""
        if spot.sense in (Sense.DECISION, Sense.PERSON):
            return spot.sense is Sense.DECISION and not (spot.short in self._names.second and spot.short in self._own)
        if spot.short in self._names.second:
            return self._listed(spot) or (self._decisions[spot.short] > 1 and not self._persons[spot.short])
        persons = self._persons[spot.short]
        if spot.short in self._own or (persons > 5 and persons > 3 * self._decisions[spot.short]):
            return False
        surely = self._decisions[spot.short] >= _MANY * max(1, persons) and _DOES_NOTHING.match(self._text, spot.end)
        hereabouts = not surely and (spot.short, self._line(spot)) in self._people_at
        return spot.sense is Sense.LIKELY or not (hereabouts or self._names.plain_word(spot.short, self._text))

    def _listed(self, spot: _Spot) -> bool:
        """Whether a list of names goes on from ``spot`` that ends in decisions: "the Harlow, Dent and Ames decisions"."""
        link = _LINK.match(self._text, spot.end)
        following = self._by_start.get(link.end()) if link else None
        if following is None:
            return False
        first = following.short not in self._names.second  # whose sense does not depend on lists
        return (first and self.means_the_case(following)) or self._listed(following)


def _companions(text: str, own: str) -> Iterator[_Spot]:
    """Cases decided together with this one: ``Smith v. Jones, ante, p. 7``, and later ``Jones, ante, at 9``."""
    known: dict[str, str] = {}
    for there in _ELSEWHERE.finditer(text):
        at = there.start()
        named = case_names.before(text, text.rfind("\n", 0, at) + 1, at)
        if named is None or not named.near or _NUMBERED.match(named.name) or fold(named.name) == fold(own):
            continue
        if _VERSUS in named.name:
            for short in (*short_names(named.name), *second_names(named.name)):
                known.setdefault(short, named.name)
            known[fold(named.name)] = named.name
        if name := known.get(fold(named.name)):
            yield _Spot(named.start, named.end, fold(named.name), named.name, Sense.DECISION, authority=name)


def _unreported(text: str, own: str, covered: list[tuple[int, int]]) -> Iterator[_Spot]:
    """Whole names with no citation anywhere: ``in Smith v. Jones``; not that of the case at hand."""
    parts = set(fold(own).split()) - JOINTS
    at = text.find(_VERSUS)
    while at >= 0:
        if not _covered(covered, at) and (left := _IN_CASE.search(text, max(0, at - _LONGEST), at)):
            right = _AGAINST.match(text, at + len(_VERSUS))
            if right and not _covered(covered, left.start("first")):
                start, end = left.start("first"), right.end()
                name = text[start:end]
                if len(parts & set(fold(name).split())) < 2:
                    yield _Spot(start, end, fold(name), name, Sense.DECISION, authority=name)
        at = text.find(_VERSUS, at + 1)


def _pin(text: str, end: int) -> tuple[str | None, int]:
    """The page behind a name that ends at ``end``, and where it ends: "Harlow, at p. 149", "see Harlow at 12."."""
    page = _PAGE.match(text, end)
    volume = _VOLUME.search(text, end, end + 80) if page else None
    pin, until = pin_at(text, end, volume.start() if volume else end + 80) if page else (None, end)
    return (pin, until) if page and (page["surely"] or _PAGE_ENDS.match(text, until)) else (None, end)


def _citation(edited: Edited, opinion: Opinion, spot: _Spot) -> Citation:
    span = edited.span(spot.start, spot.end)
    pin, end = _pin(edited.text, spot.end)
    part, note = opinion.part_at(span.start), opinion.footnote_at(span.start)
    return Citation(
        span=span,
        kind="name_ref",
        full=edited.span(spot.start, end),
        name=spot.name,
        pin=pin,
        authority=spot.authority,
        part=part.id if part else "",
        footnote=note.number if note else None,
        page=opinion.page_at(span.start),
    )
