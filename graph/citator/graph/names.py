"""Case names and citations as keys: what makes two strings the same slot, the same caption, the same name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

_SLOT = re.compile(r"(?P<volume>\d[\d-]*) (?P<reporter>.*\S) (?P<page>\S*\d\S*)")
_NOMINATIVE = re.compile(r" \([^)]*\)")  # 5 U.S. (1 Cranch) 137 is 5 U.S. 137
_PARTIES = re.compile(r"\s+(?:vs?\.?|against)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*")
_UNITED_STATES = re.compile(r"\b(?:U\. ?S\.(?: ?A\.)?|United States of America|USA?)(?!\w)")
_EMPTY_WORDS = frozenset(
    "the of and in re ex parte rel on behalf et al a an for inc co corp llc llp lp ltd no v vs matter application".split()  # noqa: SIM905
)
_ANY_SOVEREIGN = frozenset({"state", "people", "commonwealth"})
_LONGEST_SLUG = 80


def slug(text: str) -> str:
    """Lower-case words joined by hyphens, dots and apostrophes dropped: what an IRI ends in.

    >>> slug("48 F.3d 1508"), slug("U.S.S.G. § 5K2.0"), slug("Inmates of Attica v. Rockefeller")
    ('48-f3d-1508', 'ussg-5k2-0', 'inmates-of-attica-v-rockefeller')
    """
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    plain = re.sub(r"(?<=[a-z])\.(?=\w)|(?<=\w)\.(?=[a-z])|['’]", "", plain)
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(words) <= _LONGEST_SLUG and words:
        return words
    return (words[: _LONGEST_SLUG - 9] + "-" + sha256(text.encode(errors="replace")).hexdigest()[:8]).strip("-")


@lru_cache(maxsize=65536)
def reporter_slot(cite: str) -> tuple[str, str, str] | None:
    """Volume, reporter and page of a case citation, the reporter squeezed; ``None`` when it is none.

    >>> reporter_slot("84 L. Ed. 2d 547"), reporter_slot("84 L.Ed.2d 547") == reporter_slot("84 L. Ed. 2d 547")
    (('84', 'led2d', '547'), True)
    >>> reporter_slot("5 U.S. (1 Cranch) 137")
    ('5', 'us', '137')
    >>> reporter_slot("21 U.S.C. § 841") is reporter_slot("Bivens") is None
    True
    """
    match = _SLOT.fullmatch(_NOMINATIVE.sub("", cite.strip()))
    if match is None or "§" in cite:
        return None
    reporter = re.sub(r"[^a-z0-9]", "", match["reporter"].casefold())
    return (match["volume"], reporter, match["page"].casefold()) if reporter else None


@lru_cache(maxsize=65536)
def caption_key(name: str) -> str:
    """A caption without what varies from one printing to the next.

    >>> caption_key("U.S. v. Caperna") == caption_key("United States of America v. Caperna, et al.")
    True
    >>> caption_key("Smith v. Jones") == caption_key("Jones v. Smith")
    False
    """
    return " v ".join(" ".join(_party_words(party)) for party in _parties(name))


def _parties(name: str) -> list[str]:
    return _PARTIES.split(_UNITED_STATES.sub("United States", name), maxsplit=1)


def _party_words(party: str) -> list[str]:
    words = (re.sub(r"['’.&]", "", word).casefold() for word in _WORD.findall(party))
    return [word for word in words if word not in _EMPTY_WORDS]


@lru_cache(maxsize=65536)
def same_name(caption: str, name: str) -> bool:
    """Whether ``name`` is ``caption``, in full, abbreviated or shortened to a party.

    >>> same_name("United States v. Gutierrez", "Gutierrez"), same_name("United States v. Gutierrez", "Guiterrez")
    (True, False)
    >>> same_name("Western Pacific Railroad Commission v. Doe", "W. Pac. R.R. Comm'n v. Doe")
    True
    """
    if caption_key(caption) == caption_key(name):
        return True
    ours, theirs = _parties(caption), _parties(name)
    if len(ours) == len(theirs) == 2:
        return all(map(_same_party, map(_party_words, ours), map(_party_words, theirs)))
    words = [word for party in ours for word in _party_words(party)]
    given = [word for party in theirs for word in _party_words(party)]
    return _covers(words, given) or _covers(given, words)


def _same_party(one: list[str], other: list[str]) -> bool:
    if _ANY_SOVEREIGN & {*one[:1], *other[:1]}:  # a state court's People is another court's California
        return True
    return _covers(one, other) or _covers(other, one)


def _covers(words: list[str], given: list[str]) -> bool:
    return bool(given) and all(any(_same_word(word, short) for word in words) for short in given)


def _same_word(one: str, other: str) -> bool:
    """Equal, or one an abbreviation of the other: its letters in order, and clearly fewer of them."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if short[:1] != long[:1] or len(short) > 0.75 * len(long):
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)
