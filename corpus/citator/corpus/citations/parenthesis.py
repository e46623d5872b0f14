"""What follows the core of a citation → its pin, the court and year of its own parenthesis, weights, and what it explains.

``964 F.2d 935|, 939 (9th Cir.1992) (en banc) (holding that …)``. Nothing is taken from beyond the citation's own
parentheses, so a year cannot come from the next citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from citator.corpus.citations.courts import court_named
from citator.corpus.citations.dubbed import is_nickname

_PAGES = r"\*{0,3}\d+[a-z]?(?::\d+)?(?: ?[-–—] ?\*{0,2}\d+(?::\d+)?)?"
_NOTES = r"(?:,? ?(?:&|and)? ?(?:at )?(?:nn?|fns?|ns|notes?)\.? ?(?:\d+|\*)(?: ?[-–—] ?\d+)?(?:(?:, ?| ?& ?| and )\d+(?: ?[-–—] ?\d+)?(?! [A-Z]|\d))*)"
_LABEL = (
    r"(?:[lI1]\. ?c\. ?|loc\. ?cit\.,? |pp?\.? ?|pages? |pg\. ?|¶{1,2} ?|par(?:a|as|s)?\. ?|§{1,2} ?|Tr\. ?|_(?=_))"
)
_ITEM = rf"(?:{_LABEL}?(?:{_PAGES}|_{{2,}}(?:[-–—]_{{2,}})?|[—–-]+(?: – ?[—–-]+)?(?=,|$)){_NOTES}?(?: ?\((?!C?CA\d)[A-Za-z0-9]{{1,3}}\))*|{_NOTES})"
_ITEMS = rf"(?P<pin> ?{_ITEM}(?:(?:,| ?&| and) ?{_ITEM})*(?:, note\b| et seq\.)?)(?![A-Za-z0-9])"
_PIN = re.compile(rf"(?: ?(?:[,:;]? ?,? ?\.?at|,|:(?=\d)) ?|(?= ¶| §| n\. ?\d))(?:slip\.? op\.,? (?:at )?)?{_ITEMS}")
_PINNED = re.compile(_ITEMS)
_REST_OF_RANGE = re.compile(r"(?<=\d)[-–]\d{1,4}(?=[,;(]| \(|\. |$)")  # its own pages as far as cited: "61 Mass. 23-24"
_STARTS_PIN = re.compile(r"^(?:at |[lI1]\. ?c\. ?|loc\. ?cit\.,? |pp?\.? ?|pages? )+")
_OPEN = re.compile(r"(?:\](?= \((?:1[6-9]|20)\d\d\)))?,? ?(?=[(\[])")  # "[61 L. Ed. 7] (1917)"
_BRACKETS = re.compile(r"[()\[\]\n]")
# Older reports put the court behind the pages: "144 F.2d 863, 864, C.A.9th; …".
_COURT_BEHIND = re.compile(
    r", ?(?P<court>C\. ?(?:C\. ?)?A\.? ?\d{1,2}(?:th|st|d|nd|rd)?\.?|\d{1,2}(?:th|st|d|nd|rd)? Cir\.)(?=[,;.) ])"
)
_SLIP = re.compile(r",? ?(?:unpublished )?slip\.? op(?:\.|inion),?(?= ?\()")
# A date with one of its parentheses lost: "697 1995)", "(9th Cir. 1990.".
_BROKEN = re.compile(
    r" ?(?:(?P<inside>(?:[\w.]+ ){0,3}(?:1[6-9]|20)\d\d)\)|\((?P<inside2>(?:[\w.]+ ){0,3}(?:1[6-9]|20)\d\d)(?=[.;] |\.?\n))"
)
_REACH = 3000  # characters; a longer parenthetical is a parenthesis that was never closed

_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
_DATED = re.compile(
    rf"(?P<court>[^()]*?)[,;]?[ .]*(?:(?:decided|filed|argued|eff\.|as amended|amended)? ?{_MONTH} ?(?:\d{{1,2}}(?:st|nd|rd|th)?)?,? ?|\d{{1,2}}[/-]\d{{1,2}}[/-])?"
    rf"(?<![\d$§])(?<!No\. \d\d-)(?<!Nos\. \d\d-)(?P<year>1[5-9]\d\d|20\d\d)(?:[-–]\d\d(?:\d\d)?)?(?P<rest>[,;:.]? ?.*)"
)
_SHORT_DATE = re.compile(r"(?P<court>.*?),? ?\d{1,2}[/-]\d{1,2}[/-](?P<year>\d\d)(?P<rest>)")
_JUDGE = r"(?:(?:Mr\. |Chief )?Justices? )?[A-Z][\w.’' -]+(?:,| and) ?(?:C\. ?J|JJ|J)\.?"
_WEIGHT = re.compile(
    rf"(?:(?:in |en )banc|(?:per|PER) curiam|mem(?:orandum)?\.?(?: (?:op(?:inion)?\.?|decision|disposition))?|table(?: decision)?"
    rf"|unpublished(?: \w+)*|plurality(?: op(?:inion|\.)?)?|by an equally divided Court|dict(?:um|a)|opinion of .*|{_JUDGE}.*"
    rf"|(?:\w+,? (?:and )?)*(?:emphas[ie]s|citations?|quotations?|quotation marks|footnotes?|alterations?|brackets?|internal|ellips[ie]s|references?|paragraph breaks?|capitalization)\b.*"
    rf"|(?:C\.?J|J|JJ)\., .*|[Cc]oncurring.*|[Dd]issenting.*|(?:separate )?(?:concurring|dissenting) opinion.*|decision on (?:rehearing|reconsideration)|on rehearing.*|chambers opinion|in chambers"
    rf"|slip op(?:\.|inion)?(?:,? at .*)?|as (?:amended|modified|corrected).*|rev(?:\.|ised)|modified.*|no (?:writ|pet\.).*|(?:pet|writ)\. .*|orig(?:inal|\.) proceeding.*|[Mm]ajority(?: opinion)?|(?:Mr\. )?Justice [\w.’' -]+|same judges?)",
    re.DOTALL,
)
_SAYS = re.compile(r"[A-Za-z]{3}")
_REFERS = re.compile(
    r"(?:\w+ )?(?:quoting|citing|quoted in|cited in|cited with approval|hereinafter|hereafter|collecting|discussing id)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands behind a core: ``end`` is where all of it ends, ``pin_end`` where the pin does.

    ``explains`` is the first parenthetical that says something of the case (its words, in edited offsets);
    ``groups`` are the insides of all its parentheses, ``court`` is what one of them says of the court.
    """

    pin: str | None
    pin_end: int
    year: int | None
    court: str | None
    weights: tuple[str, ...]
    explains: tuple[int, int] | None
    groups: tuple[tuple[int, int], ...]
    end: int
    dated: bool  # a parenthesis with a date or court was there


def pin_at(text: str, at: int, limit: int, *, pinned: bool = False) -> tuple[str | None, int]:
    """The pin cite at ``at``, as printed without its ``at`` or ``p.``, and where it ends.

    ``pinned``: ``at`` is where the page itself begins, as in a short form.

    >>> pin_at("470 U.S. 598, 607-08 & n. 9 (1985)", 12, 40)
    ('607-08 & n. 9', 27)
    """
    match = (_PINNED if pinned else _PIN).match(text, at, limit)
    if match is None or match.end() == at:
        if not pinned and (rest := _REST_OF_RANGE.match(text, at)):
            return text[text.rfind(" ", 0, at) + 1 : rest.end()], rest.end()
        return None, at
    return _STARTS_PIN.sub("", match["pin"].strip()), match.end()


def read(text: str, at: int, limit: int, *, pinned: bool = False) -> Tail:
    """The pin (before ``limit``, where the next citation begins) and the parentheses behind it."""
    pin, pin_end = pin_at(text, at, limit, pinned=pinned)
    year: int | None = None
    court: str | None = None
    dated = False
    weights: list[str] = []
    explains: tuple[int, int] | None = None
    groups: list[tuple[int, int]] = []
    end = pin_end
    if slip := _SLIP.match(text, pin_end):
        pin_end = slip.end()
        end = pin_end
    if named := _COURT_BEHIND.match(text, pin_end):
        court, pin_end = named["court"], named.end()
        end = pin_end
    if broken := _BROKEN.match(text, pin_end):
        found = _date(broken["inside"] or broken["inside2"])
        if found is not None and (year := found[0]):
            return Tail(pin, pin_end, year, found[1], (), None, (), broken.end(), True)
    for start, stop in _groups(text, pin_end):
        inside = text[start:stop]
        date = None if dated else _date(inside)
        if date is not None:
            dated = True
            year, court, rest = date[0], date[1] or court, date[2]
            weights += rest
        elif text[start - 1] == "[":
            break
        elif _WEIGHT.fullmatch(inside.strip()) and len(inside) < 200:
            weights.append(inside.strip())
        elif explains is None and _SAYS.search(inside) and not (_REFERS.match(inside) or is_nickname(f"({inside})")):
            explains = (start, stop)
        groups.append((start, stop))
        end = stop + 1
    return Tail(pin, pin_end, year, court, tuple(weights), explains, tuple(groups), end, dated)


def without(tail: Tail, at: int) -> Tail:
    """``tail`` when the parenthesis around ``at`` holds a parallel citation and explains nothing."""
    explains = None if tail.explains and tail.explains[0] <= at < tail.explains[1] else tail.explains
    return replace(
        tail, explains=explains, groups=tuple(group for group in tail.groups if not group[0] <= at < group[1])
    )


def _groups(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The insides of the parentheses that follow one another at ``at``."""
    while opening := _OPEN.match(text, at):
        start = opening.end() + 1
        stop = _close(text, start)
        if stop is None:
            return
        yield start, stop
        at = stop + 1


def _close(text: str, start: int) -> int | None:
    """Where the parenthesis opened before ``start`` closes; ``None`` if it does not, on this line."""
    closing = ")" if text[start - 1] == "(" else "]"
    opening = text[start - 1]
    depth = 1
    for bracket in _BRACKETS.finditer(text, start, start + _REACH):
        if bracket[0] == opening:
            depth += 1
        elif bracket[0] == closing:
            depth -= 1
            if not depth:
                return bracket.start()
        elif bracket[0] == "\n":
            return None
    return None


def _date(inside: str) -> tuple[int | None, str | None, list[str]] | None:
    """Year, court and further words of a court-and-date parenthesis; ``None`` if it is not one.

    >>> _date("9th Cir.1992"), _date("11th Cir."), _date("holding that in 1992 the rule changed")
    ((1992, '9th Cir', []), (None, '11th Cir.', []), None)
    >>> _date("Nos. 91-1890, 91-1891, slip op. at 7") is None
    True
    """
    inside = inside.removeprefix("(").removesuffix(")")
    if len(inside) > 120:
        return None
    match = _DATED.fullmatch(inside) or _SHORT_DATE.fullmatch(inside)
    if match is None:
        return (None, inside, []) if court_named(inside) else None
    words = match["court"].strip(" ,.;") or None
    named = court_named(words) if words else None
    if words and named is None and not _plausible_court(words):
        return None
    year = int(match["year"])
    rest = match["rest"].strip(" ,;.:")
    extra = [rest] if rest else []
    if words and named is None and _WEIGHT.fullmatch(words):
        extra.insert(0, words)
        words = None
    return (year if year > 99 else 1900 + year if year > 30 else 2000 + year), words, extra


_NUMBER = re.compile(
    r"\d{3}|\d \w+\.\d|^\d+ [A-Z]"
)  # "48 L.Ed.2d 346, 96 S.Ct. 1817" is no court in 1817, "31 L.Ed. 1812" in 1812
_LOWER_WORD = re.compile(
    r"(?<![\w.’'])(?!en\b|banc\b|of\b|for\b|the\b|per\b|curiam\b|in\b|cir\b|decided\b|filed\b|and\b|by\b|v\b)[a-z]{3,}\b"
)


def _plausible_court(words: str) -> bool:
    """Whether ``words`` before a year can be a court that no table knows, and not a sentence."""
    return len(words) < 70 and not _LOWER_WORD.search(words) and not _NUMBER.search(words)
