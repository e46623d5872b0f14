"""A court's full name, as captions print it → its courts-db id."""

from __future__ import annotations

import re
from functools import lru_cache

_ORDINALS = dict(
    zip(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"],
        range(1, 12),
        strict=True,
    )
)
_CIRCUIT = re.compile(
    rf"\b(?:(?P<word>{'|'.join(_ORDINALS)})|(?P<number>1?\d)(?:st|nd|rd|d|th)) ?cir(?:cuit)?\b|\b(?P<dc>district of columbia|d\. ?c\.) ?cir(?:cuit)?\b"
    r"|\b(?P<federal>federal|fed\.) ?cir(?:cuit)?\b",
    re.I,
)
_FEDERAL_APPEALS = re.compile(r"\bappeals\b|\bunited states\b|^\W*[\w. ]{1,24}cir", re.I)
_PANEL = re.compile(r"bankruptcy appellate panel", re.I)
_SIDES = {"n": "northern", "s": "southern", "e": "eastern", "w": "western", "m": "middle", "c": "central"}
_SIDE = re.compile(r"\b([NSEWMC])\. ?D\.,? (?=[A-Z])|\bD\.,? (?=[A-Z])|\bD\. ?(?=[A-Z][a-z])")
_TAIL = re.compile(
    r",? *(?:(?:en|in) ban[ck]|at [a-z]+|(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|\d+(?:st|nd|rd|d|th)) )?"
    r"(?:appellate |judicial |supreme judicial )?(?:district|department|division|circuit|dist|div|dep't)\b.*|division .*)$",
    re.I,
)
_DIVISION = re.compile(r",? [a-z]+ division\b.*$", re.I)
_TEXAS = re.compile(
    r"\b(?:\w+th|first|second|third|\w+ district of texas|supreme judicial district)\b.*\b(?:court of (?:civil )?appeals|texas)|court of (?:civil )?appeals.*\b(?:of texas|texas)\b",
    re.I,
)
_DIVISION_BY_LETTERS = re.compile(r", [NSEWC]\. ?D$")  # "District Court, N. D. Illinois, E. D."
_OHIO = re.compile(r"^court of appeals\b.*\bcounty, ohio\b", re.I)  # "COURT OF APPEALS / STARK COUNTY, OHIO"
_HAWAII = re.compile(r"\b(hawai).?i\b", re.I)
_APPELLATE_DIVISION = re.compile(r"\bappellate division\b", re.I)
_DROPPED = re.compile(
    r"\b(?:the|of|for|in|and|state|commonwealth of|dist|honorable|judges?)\b|unite[sd] states|\bu\.? ?s\b\.?"
)
_TOO_GENERAL = {
    "court supreme",
    "trial court",
    "us trial court",
    "appeals court",
    "court superior",
    "circuit court",
    "us circuit court",
}
# Courts that courts-db calls otherwise.
_ALSO = {
    "us appeals court customs": "ccpa",
    "appeals columbia court": "dc",
    "trial appeal california court": "calctapp",
}
_WORD = re.compile(r"[a-z0-9]+")


def court_id(name: str) -> str | None:
    """The id of the court called ``name``; None when the words name none, or more than one.

    >>> court_id("UNITED STATES COURT OF APPEALS FOR THE NINTH CIRCUIT"), court_id("Supreme Court of New Jersey")
    ('ca9', 'nj')
    >>> court_id("United States District Court, D. Oregon"), court_id("the Circuit Court") is None
    ('ord', True)
    """
    name = _HAWAII.sub(r"\1i", " ".join(name.replace("’", "'").split())).strip(" .,:;|")
    if (match := _CIRCUIT.search(name)) and _FEDERAL_APPEALS.search(name) and "louisiana" not in name.lower():
        return _circuit(match, name)
    if _APPELLATE_DIVISION.search(name) and re.search(r"supreme court|new york", name, re.I):
        return "nyappdiv"
    name = _DIVISION_BY_LETTERS.sub("", name)
    for words in (name, _DIVISION.sub("", name), _TAIL.sub("", name)):
        folded = _folded(words)
        if folded in _TOO_GENERAL:
            continue
        for key in (folded, f"us {folded}"):
            ids = {_ALSO[key]} if key in _ALSO else _names().get(key, set())
            if len(ids) == 1:
                return next(iter(ids))
    if _TEXAS.search(name):
        return "texapp"
    return "ohioctapp" if _OHIO.search(name) else None


def _circuit(match: re.Match[str], name: str) -> str | None:
    if _PANEL.search(name):
        return None
    if match["dc"]:
        return "cadc"
    if match["federal"]:
        return "cafc"
    number = _ORDINALS[match["word"].lower()] if match["word"] else int(match["number"])
    return f"ca{number}" if 1 <= number <= 11 else None


def _folded(words: str) -> str:
    """The words that tell courts apart, in no order.

    >>> _folded("Supreme Court of the State of Utah") == _folded("Utah Supreme Court")
    True
    """
    words = _SIDE.sub(lambda m: f"{_SIDES[m[1].lower()]} district of " if m[1] else "district of ", words)
    low = re.sub(r"\bd\. ?c\.", "district of columbia", words.lower())
    federal = "us " if re.search(r"unite[sd] states|\bu\.? ?s\b", low) else ""
    trial = "trial " if "district court" in low else ""
    kept = set(_WORD.findall(_DROPPED.sub(" ", low)))
    return federal + trial + " ".join(sorted(kept - {"district"}))


@lru_cache(maxsize=1)
def _names() -> dict[str, set[str]]:
    from courts_db import courts

    names: dict[str, set[str]] = {}
    for court in courts:
        for name in (court["name"], *court["examples"]):
            folded = _folded(name)
            names.setdefault(folded, set()).add(court["id"])
            if court["system"] == "federal":
                bare = folded.removeprefix("us ")
                names.setdefault(f"us {bare}", set()).add(court["id"])
                names.setdefault(bare, set()).add(court["id"])
    return names
