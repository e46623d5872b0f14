"""A case called by its name alone (``Bourgeois stated …``, ``the Adkins case``) → a citation of kind ``name_ref``.

Only names of cases cited in this opinion are looked for, in one pass over the capitalised words. The same name
may be a person: what stands around it tells a decision ("in Daas", "Smith court") from a party ("Daas's sentence",
"Smith appealed").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from citator.corpus.citations.short_names import COMMON, JOINTS, fold, parties, short_names
from citator.corpus.model import Citation, Opinion
from citator.corpus.offsets import Edited

_CAPITALISED = re.compile(r"[A-Z][\w&’'-]*\.?")
_POSSESSIVE = re.compile(r"['’]s?$")
_NEXT = re.compile(r"[.,]?\s+(?P<word>[\w&’'.-]+)")
_AFTER = re.compile(r"(?P<possessive>['’]s?)?(?P<gap>,?\s+)(?P<word>[\w’'-]+)?")
_BEFORE = re.compile(r"(?P<word>[\w’'.]+)(?P<gap>[,;:]?\s*[“\"(\[]?)$")
_PARTY = re.compile(r",?\s+vs?\.\s")
_VERB = re.compile(r"\s+(?P<first>[a-z]+)(?:\s+(?:not\s+|also\s+)?(?P<second>[a-z]+))?")
_FUZZY_FROM, _FUZZY_RATIO = 9, 92.0


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# What a decision has and does, and what a person has and does.
_DECISION_NOUNS = _words(
    "court court's courts case cases decision decisions opinion panel majority plurality dissent concurrence dissenters court’s doctrine rule test standard"
    " framework holding analysis rationale reasoning line exception presumption claim factors inquiry progeny approach principle deference language ruling"
    " instruction teaching teachings requirement requirements mandate command definition discussion logic dicta dictum formulation statement conclusion"
    " interpretation reading prong threshold criteria facts burden explanation admonition observation insistence recognition rejection focus emphasis"
)
_PERSONS_TOO = _words(
    "claim claims case cases inquiry facts burden explanation statement conclusion presumption insistence ruling"
)
_DECISION_VERBS = _words(
    "held holds hold holding stated states state made makes does did is was has concluded concludes explained explains recognized recognizes requires required"
    " established establishes adopted adopts rejected rejects involved involves concerned concerns controls governs supports supported stands stand applied applies"
    " decided overruled overrules distinguished noted observed announced reasoned suggests suggested teaches taught instructs instructed forecloses compels"
    " dealt addressed addresses clarified reaffirmed relied relies presents presented predates itself"
)
_PERSON_VERBS = _words(
    "appealed appeals argued argues contends contended claims claimed testified testifies pleaded pled pleads moved moves filed files sought seeks sued sues asserts asserted"
    " asked asks requested refused drove went told said says admitted denied denies alleges alleged maintains insists challenges challenged objected objects entered"
    " received served lived worked bought sold met called fired shot signed agreed had would could might may must can cannot submits responded replied complains"
    " complained petitioned possessed used sold bought killed died refuses declined knew believed wanted"
)
_PERSON_PARTICIPLES = _words(
    "convicted sentenced charged arrested indicted acquitted prosecuted tried fired hired shot killed injured detained deported released incarcerated employed represented"
    " terminated discharged searched stopped questioned"
)
_DECISIONS_DOING = _words(
    "addressing considering dealing referring applying interpreting construing discussing controlling binding"
)
_DONE_TO_PERSONS = _words(
    "told asked informed charged arrested sued convicted sentenced against indicted stopped questioned searched advised shot killed hired fired paid gave served represented between"
)
_EVENTS = re.compile(
    r"\b(?:arrests?|convictions?|sentences?|trials?|(?:re)?prosecutions?|custody|indictments?|testimony|deportation|death|behalf|possession) of $"
)
_ADVERB = re.compile(r",?\s+(?:also|then|thus|too|never|later|simply|further|not|[a-z]+ly)\b")
_BE = _words("was were is are been being had has be")
_PERSON_TITLES = _words(
    "Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Judge Justice Justices Chief Officer Agent Detective Sergeant Sgt. Deputy Trooper Lieutenant Captain Professor Prof. Senator Sen. Rep."
    " Representative President Governor Secretary Attorney Sheriff Warden defendant Defendant defendants plaintiff Plaintiff petitioner Petitioner respondent Respondent appellant Appellant"
    " appellee Appellee claimant Claimant debtor Debtor victim co-defendant codefendant witness J. C.J."
)
_SURE_BEFORE = _words("in In under Under unlike Unlike overrule overruled overruling distinguishing pre-")
# Words that open a sentence before a name; any other capitalised word makes it part of a longer name.
_OPENERS = _words(
    "In See The Under Since Unlike Following After Before Both And But While Although Because Like From To Thus Cf. Accord Neither Nor Even If When Where As By Of With For Our"
    " Instead Moreover However Further Furthermore First Second Third Finally Similarly Rather Here There Indeed Nevertheless Nonetheless Nothing Neither Until Also Contrary Applying"
    " Citing Quoting Only That This What Yet So Or Two Each Not Whether Compare Clearly Accordingly Therefore Consequently Even Unless Though At On"
)


class _Sense(Enum):
    DECISION = 2  # "in Daas", "the Smith court"
    LIKELY = 1  # "Bourgeois stated"
    OPEN = 0
    PERSON = -1


@dataclass(frozen=True, slots=True)
class _Spot:
    """A name in the edited text, and what its surroundings make of it."""

    start: int
    end: int
    short: str
    name: str
    sense: _Sense


def find(edited: Edited, opinion: Opinion, citations: Iterable[Citation]) -> list[Citation]:
    """Every place where a case among ``citations`` is called by its name alone, in order of the edited text."""
    citations = list(citations)
    names = _Names(citations)
    if not names.by_first:
        return []
    own = frozenset(parties(opinion.decision.name)) if opinion.decision.name else frozenset()
    # Their parentheses are left out: cases are spoken of in them too.
    covered = sorted((edited.edited(c.full.start), edited.edited(c.end - 1) + 1) for c in citations)
    spots = list(_spots(edited.text, names, covered))
    judge = _Judge(edited.text, spots, names, own)
    return [_citation(edited, opinion, spot) for spot in spots if judge.means_the_case(spot)]


class _Judge:
    """Tells names of cases from the people so named, by what stands around a name here and elsewhere."""

    def __init__(self, text: str, spots: list[_Spot], names: _Names, own: frozenset[str]) -> None:
        self._text, self._names, self._own = text, names, own
        self._persons = Counter(spot.short for spot in spots if spot.sense is _Sense.PERSON)
        self._decisions = Counter(spot.short for spot in spots if spot.sense is _Sense.DECISION)
        self._people_at = {(spot.short, self._line(spot)) for spot in spots if spot.sense is _Sense.PERSON}

    def _line(self, spot: _Spot) -> int:
        return self._text.rfind("\n", 0, spot.start)

    def means_the_case(self, spot: _Spot) -> bool:
        """Surely by the words around, else unless the name is a person's hereabouts, or a word of the language."""
        if spot.sense in (_Sense.DECISION, _Sense.PERSON):
            return spot.sense is _Sense.DECISION
        persons = self._persons[spot.short]
        if spot.short in self._own or (persons > 5 and persons > 3 * self._decisions[spot.short]):
            return False
        if spot.sense is _Sense.LIKELY:
            return True
        return (spot.short, self._line(spot)) not in self._people_at and not self._names.plain_word(
            spot.short, self._text
        )


class _Names:
    """Short names of the cited cases by their first word."""

    def __init__(self, citations: Iterable[Citation]) -> None:
        self.by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._long: dict[str, list[tuple[str, str]]] = {}
        self._cache: dict[str, tuple[str, str] | None] = {}
        self._plain: dict[str, bool] = {}
        seen: set[str] = set()
        for c in citations:
            if c.kind not in ("full_case", "short_case", "supra") or not c.name:
                continue
            shorts = short_names(c.name) if c.kind == "full_case" else (fold(c.name),)
            for short in shorts:
                unfit = short in seen or short in COMMON or len(short) < 3
                if not unfit and (c.kind == "full_case" or not any(map(str.isdigit, short))):
                    seen.add(short)
                    self._add(short, c.name)
        for known in self.by_first.values():
            known.sort(key=lambda one: -len(one[0]))

    def _add(self, short: str, name: str) -> None:
        words = tuple(short.split())
        self.by_first.setdefault(words[0], []).append((words, name))
        if len(words) == 1 and len(short) >= _FUZZY_FROM:
            self._long.setdefault(short[:3], []).append((short, name))

    def misspelt(self, word: str) -> tuple[str, str] | None:
        """The one name that ``word`` is a misprint of, with the whole name of its case; only long names count."""
        if word not in self._cache:
            self._cache[word] = self._closest(word)
        return self._cache[word]

    def _closest(self, word: str) -> tuple[str, str] | None:
        near = self._long.get(word[:3])
        if not near or len(word) < _FUZZY_FROM:
            return None
        from rapidfuzz import fuzz

        close = [one for one in near if fuzz.ratio(word, one[0]) >= _FUZZY_RATIO]
        return close[0] if len(close) == 1 else None

    def plain_word(self, short: str, text: str) -> bool:
        """Whether a one-word name is also a word of this text (*Price*, *Hunter*)."""
        if short not in self._plain:
            self._plain[short] = " " not in short and re.search(rf"\b{re.escape(short)}\b", text) is not None
        return self._plain[short]


def _spots(text: str, names: _Names, covered: list[tuple[int, int]]) -> Iterator[_Spot]:
    until, i = 0, 0
    for word in _CAPITALISED.finditer(text):
        start = word.start()
        if start < until or text[start - 1 : start].isalnum():
            continue
        first = fold(word[0])
        known = names.by_first.get(first)
        if known is None and (len(first) < _FUZZY_FROM or names.misspelt(first) is None):
            continue
        i = bisect_right(covered, (start, len(text))) - 1
        if i >= 0 and start < covered[i][1]:
            continue
        spot = _spot(text, word, first, known or [], names)
        if spot is not None:
            until = spot.end
            yield spot


def _spot(
    text: str, word: re.Match[str], first: str, known: list[tuple[tuple[str, ...], str]], names: _Names
) -> _Spot | None:
    for words, _ in known:
        end = _end(text, word, words)
        if end is not None:
            name = text[word.start() : end]
            return _Spot(word.start(), end, " ".join(words), name, _sense(text, word.start(), end, whole="v" in words))
    if not known and (meant := names.misspelt(first)):
        end = word.start() + len(_POSSESSIVE.sub("", word[0].rstrip(".")))
        return _Spot(word.start(), end, meant[0], meant[1], _sense(text, word.start(), end, whole=False))
    return None


def _end(text: str, word: re.Match[str], words: tuple[str, ...]) -> int | None:
    """Where a name of ``words`` ends that begins at ``word``; None when the text reads otherwise."""
    at, last = word.start() + len(word[0].rstrip(".")), word[0].rstrip(".")
    for expected in words[1:]:
        following = _NEXT.match(text, at)
        if following is None or fold(following["word"]) != expected:
            return None
        if following["word"].islower() and expected not in JOINTS:  # "cell site data", not "Cell Site Data"
            return None
        last = following["word"].rstrip(".,")
        at = following.start("word") + len(last)
    return at - len(last) + len(_POSSESSIVE.sub("", last))


def _sense(text: str, start: int, end: int, *, whole: bool) -> _Sense:
    """What the words around a name say it is."""
    before = _BEFORE.search(text, max(0, start - 24), start)
    after = _AFTER.match(text, end)
    previous = before["word"] if before else ""
    following = (after["word"] or "") if after else ""
    if whole:
        return _Sense.DECISION
    if _PARTY.match(text, end) or text.startswith("v. ", start - 3):
        return _Sense.PERSON  # one side of a whole name
    if previous in _PERSON_TITLES or text.startswith((", J.", ", C.J.", ", C. J.", ", Circuit", ", JJ."), end):
        return _Sense.PERSON
    if (
        previous[:1].isupper()
        and before
        and before["gap"] == " "
        and previous not in _OPENERS
        and not previous.endswith(".")
    ):
        return _Sense.PERSON
    if following[:1].isupper() and after and after["gap"] == " " and following.lower() not in _DECISION_NOUNS:
        return _Sense.PERSON
    if after and after["possessive"]:
        following_two = _VERB.match(text, after.end("possessive"))
        of_decision = following_two and not (_DECISION_NOUNS - _PERSONS_TOO).isdisjoint(following_two.groups())
        return _Sense.DECISION if of_decision else _Sense.PERSON
    if following.lower() in _DECISION_NOUNS and after and after["gap"].strip() == "":
        return _Sense.DECISION
    if previous in _SURE_BEFORE:
        return _Sense.DECISION
    if previous in _DONE_TO_PERSONS or _EVENTS.search(text, max(0, start - 24), start):
        return _Sense.PERSON
    return _by_verb(text, end)


def _by_verb(text: str, end: int) -> _Sense:
    """What the verb behind a name says it is."""
    adverb = _ADVERB.match(text, end)
    verb = _VERB.match(text, adverb.end() if adverb else end)
    if verb is None:
        return _Sense.OPEN
    if verb["first"] in _BE:
        second = verb["second"] or ""
        does = second in _PERSON_PARTICIPLES or (second.endswith("ing") and second not in _DECISIONS_DOING)
        return _Sense.PERSON if does else _Sense.OPEN
    if verb["first"] in _PERSON_VERBS:
        return _Sense.PERSON
    return _Sense.LIKELY if verb["first"] in _DECISION_VERBS else _Sense.OPEN


def _citation(edited: Edited, opinion: Opinion, spot: _Spot) -> Citation:
    span = edited.span(spot.start, spot.end)
    part, note = opinion.part_at(span.start), opinion.footnote_at(span.start)
    return Citation(
        span=span,
        kind="name_ref",
        full=span,
        name=spot.name,
        part=part.id if part else "",
        footnote=note.number if note else None,
        page=opinion.page_at(span.start),
    )
