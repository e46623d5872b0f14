"""The name of a case → the short names it goes by: ``United States v. Bourgeois`` → *Bourgeois*.

Names are compared folded: lower case, no points, hyphens or possessives, so ``Banue-los-Rodriguez's`` is
``banuelosrodriguez``.
"""

from __future__ import annotations

import re
from functools import lru_cache

_VERSUS = re.compile(r"\s+vs?\.?\s+")
_PROCEDURAL = re.compile(
    r"^(?:In\s+re:?|In\s+the\s+Matter\s+of|Matter\s+of|Ex\s+parte|Application\s+of|Petition\s+of|Estate\s+of|In\s+the\s+Interest\s+of"
    r"|(?:State|People|Commonwealth|United\s+States|[A-Z]\w+(?:\s[A-Z]\w+)?)\s+ex\s+rel\.?)\s+(?:the\s+)?",
    re.I,
)
_RELATOR = re.compile(r"\s+(?:ex\s+rel\.?|on\s+relation\s+of)\s+", re.I)
_PLACE = re.compile(
    r"^(?:City|County|Town|Village|Borough|Township|Parish|Estate|University|Bank|Board of \w+)\s+of\s+", re.I
)
_TAIL = re.compile(
    r"(?:,?\s+(?:Inc|Incorporated|Corp|Corporation|Co|Company|Cos|Ltd|Limited|L\.?\s?L\.?\s?[CP]|L\.?\s?P|P\.?\s?C|N\.?\s?A|S\.?\s?A|A\.?\s?G|Jr|Sr|I{2,3}|et\s+al|et\s+ux|Plc|GmbH|P\.?\s?S\.?\s?C|F\.?\s?S\.?\s?B|PLLC|LLLP|AFL[-–]CIO|NAACP)\b\.?)+\.?$",
    re.I,
)
_PARTNER = re.compile(r"\s*([A-Z][a-z]{3,}(?:-[A-Z][a-z]+)?)(?:\s+&.*)?")
_WORD = re.compile(r"[^\s,()]+")
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_DUBBED = re.compile(r"\s*\((?P<dubbed>[A-Z][\w&’'–. -]{0,40}?)\)$")  # "Harlow v. Dent (Harlow II)"
JOINTS = frozenset({"v", "vs", "of", "the", "and", "&", "de", "la", "for", "in", "ex", "rel", "re", "parte", "on"})

# Parties that name thousands of cases, and so none.
_COMMON = frozenset(
    """united states|us|usa|u s|america|state|people|commonwealth|government|commissioner|commr|cir|comr|secretary|director|warden|superintendent|sheriff
    attorney general|board|department|dept|commission|agency|bureau|doe|roe|john doe|jane doe|does|in re|ex parte|estate|school board
    board of education|nlrb|eeoc|sec|ftc|epa|ins|fcc|ferc|irs|fda|dea|osha|doj|dhs|uscis|fbi|fdic|hud|va|usda|nrc|ssa|hhs|dol|bia|irs|state bar
    commissioner of internal revenue|internal revenue service|national labor relations board|the people|the state|united states of america
    alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky
    louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico
    new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont
    virginia|washington|west virginia|wisconsin|wyoming|district of columbia|puerto rico|city|county|town|village|immigration and naturalization service
    attorney general of the united states|workmens compensation appeals board|industrial commission|unemployment insurance appeals board|superior court
    district court|municipal court|circuit court|court of appeals|supreme court|grand jury|national bank|the district|us district court|university|bank|trust|company|union|insurance|general|national|american
    first|international|federal|public|old|white house|west|north|south|east|central|pacific|atlantic|western|eastern|southern|northern|great|standard|consolidated""".replace(
        "\n", "|"
    ).split("|")
)
COMMON = frozenset(" ".join(name.split()) for name in _COMMON)


@lru_cache(maxsize=65536)
def fold(words: str) -> str:
    """``words`` for comparison.

    >>> fold("Banue-los-Rodriguez's"), fold("Pincus Bros., Inc.")
    ('banuelosrodriguez', 'pincus bros inc')
    """
    kept = []
    for word in _WORD.findall(words):
        plain = re.sub(r"[^\w&]", "", _POSSESSIVE.sub("", word)).lower()
        if plain:
            kept.append(plain)
    return " ".join(kept)


@lru_cache(maxsize=8192)
def short_names(name: str) -> tuple[str, ...]:
    """Folded names by which the case may be called, the whole name first.

    >>> short_names("United States v. Bourgeois")
    ('united states v bourgeois', 'bourgeois')
    >>> short_names("Norwood v. New York ex rel. Tassoni")
    ('norwood v new york ex rel tassoni', 'norwood', 'tassoni')
    >>> short_names("United States v. Adams, Perkins & Co.")[1:]
    ('adams', 'perkins')
    >>> short_names("Hallam Savings, FSB v. United States")[1:]
    ('hallam savings',)
    >>> short_names("Peter Hallam Games, Inc. v. United States Secret Service")[1:]
    ('peter hallam games', 'peter hallam')
    >>> short_names("Harlow v. Dent (Harlow II)")
    ('harlow v dent harlow ii', 'harlow v dent', 'harlow ii', 'harlow')
    """
    found = [fold(name)]
    if dubbed := _DUBBED.search(name.rstrip(" ,.")):
        name = name[: dubbed.start()]
        found += [fold(name), fold(dubbed["dubbed"])]
    sides = _VERSUS.split(name.strip(" ,."), maxsplit=1)
    for side in sides:
        called = [called for called in _called(side) if called not in COMMON and len(called) > 2]
        found += called
        if called and len(sides) == 2 and not _RELATOR.search(sides[1]):
            break
    return tuple(dict.fromkeys(short for short in found if short))


@lru_cache(maxsize=8192)
def second_names(name: str) -> tuple[str, ...]:
    """Folded names of the second party of a case that goes by its first as a rule.

    >>> second_names("Ward v. Race Horse"), second_names("Peter Hallam Games, Inc. v. United States")
    (('race horse',), ())
    """
    sides = _VERSUS.split(_DUBBED.sub("", name.strip(" ,.")), maxsplit=1)
    known = short_names(name)
    second = _called(sides[1]) if len(sides) == 2 else []
    return tuple(called for called in second if called not in COMMON and called not in known and len(called) > 3)


def parties(name: str) -> tuple[str, ...]:
    """The folded names of both sides, common ones left out: who the case at hand is about.

    >>> parties("Roper v. Tolland Airlines, Inc.")
    ('roper', 'tolland airlines', 'tolland', 'airlines')
    """
    found: list[str] = []
    for side in _VERSUS.split(name.strip(" ,."), maxsplit=1):
        called = _called(side)
        found += called
        found += [word for whole in called for word in whole.split() if len(word) > 3]
    return tuple(dict.fromkeys(one for one in found if one not in COMMON))


def same_parties(one: str, other: str) -> bool:
    """Whether two names can be of one case in two courts, where the parties may stand the other way round.

    >>> same_parties("Vermont v. Brill", "State v. Brill"), same_parties("Hale Co. v. Roe", "In re Hale Company")
    (True, True)
    >>> same_parties("Ortiz v. NLRB", "National Labor Relations Board v. Ortiz"), same_parties("Roe v. Ohio", "Doe v. Ohio")
    (True, False)
    """
    here, there = (_VERSUS.split(name.strip(" ,."), maxsplit=1) for name in (one, other))
    if len(here) != len(there):
        single, both = (here, there) if len(here) == 1 else (there, here)
        return any(_same_party(single[0], side) == "own" for side in both)
    for crossed in (there, there[::-1]):
        alike = [_same_party(a, b) for a, b in zip(here, crossed, strict=True)]
        if all(alike) and "own" in alike:
            return True
    return False


def share_a_party(one: str, other: str) -> bool:
    """Whether a party of one case, by a name of its own, is a party of another.

    >>> share_a_party("Hale Co.", "Roe v. Hale Company"), share_a_party("Ohio", "Roe v. State")
    (True, False)
    """
    here, there = (_VERSUS.split(name.strip(" ,."), maxsplit=1) for name in (one, other))
    return any(_same_party(a, b) == "own" for a in here for b in there)


def _same_party(one: str, other: str) -> str | None:
    """``own`` for parties of the same name, ``common`` for two that name thousands of cases."""
    names = [_party(side) for side in (one, other)]
    if all(name in COMMON for name in names):
        return "common"
    if names[0] == names[1]:
        return "own"
    if any(name in COMMON for name in names):
        return "own" if _initials(names[0]) == names[1] or _initials(names[1]) == names[0] else None
    words = [[word for word in name.split() if word not in JOINTS] for name in names]
    fewer, more = sorted(words, key=len)
    shared = [word for word in fewer if any(_abbreviates(word, whole) for whole in more)]
    return "own" if 2 * len(shared) >= len(fewer) > 0 and fewer[0] in shared and len(fewer[0]) > 2 else None


def _party(side: str) -> str:
    name = fold(_TAIL.sub("", _PROCEDURAL.sub("", side.strip())).strip(" ,.").split(",")[0])
    return name.removeprefix("the ")


def _abbreviates(word: str, whole: str) -> bool:
    """One is the other, or its beginning."""
    short, long = sorted((word, whole), key=len)
    return short == long or (len(short) > 3 and long.startswith(short))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word not in JOINTS)


def _called(side: str) -> list[str]:
    """Short names for one party, longest first."""
    relator = _RELATOR.split(side)
    if len(relator) > 1:
        return [*_called(relator[0]), *_called(relator[-1])]
    side = _PROCEDURAL.sub("", side.strip())
    whole = _TAIL.sub("", side).strip(" ,.")
    whole, *others = whole.split(",")  # "Smith, Jones & Co., Trustees": by the first of several …
    found = [fold(whole)]
    if "&" in side:  # … or, of a firm, by a partner
        found += [fold(partner[1]) for other in others if (partner := _PARTNER.fullmatch(other))]
    if place := _PLACE.match(whole):
        found.append(fold(whole[place.end() :]))
    words = found[-1].split()
    if len(words) >= 3:
        cut = 2 if words[1] not in JOINTS else 3
        if words[cut - 1] not in JOINTS:
            found.append(" ".join(words[:cut]))
    return found
