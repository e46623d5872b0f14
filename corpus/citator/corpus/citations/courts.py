"""The court named in a citation's parenthesis, or implied by its reporter → its courts-db id.

``9th Cir.``, ``C.A.9``, ``CA9`` and ``Ninth Circuit`` are all ``ca9``; a parenthesis with a year alone leaves the
court to the reporter: ``470 U.S. 598 (1985)`` is the Supreme Court, ``5 P.2d 7 (1931)`` could be of many states.
"""

from __future__ import annotations

import re
from functools import lru_cache

# State or territory: its courts-db prefix is found through the first spelling. Squeezed to letters below.
STATES: dict[str, tuple[str, ...]] = {
    "al": ("Ala.", "Alabama"), "ak": ("Alaska",), "az": ("Ariz.", "Arizona"), "ar": ("Ark.", "Arkansas"),
    "ca": ("Cal.", "California", "Calif."), "co": ("Colo.", "Colorado", "Col."), "ct": ("Conn.", "Connecticut"),
    "de": ("Del.", "Delaware"), "dc": ("D.C.",), "fl": ("Fla.", "Florida"), "ga": ("Ga.", "Georgia"), "gu": ("Guam",),
    "hi": ("Haw.", "Hawaii", "Hawai'i"), "id": ("Idaho",), "il": ("Ill.", "Illinois"), "in": ("Ind.", "Indiana"),
    "ia": ("Iowa", "Ia."), "ks": ("Kan.", "Kansas", "Kans."), "ky": ("Ky.", "Kentucky"), "la": ("La.", "Louisiana"),
    "me": ("Me.", "Maine"), "md": ("Md.", "Maryland"), "ma": ("Mass.", "Massachusetts"), "mi": ("Mich.", "Michigan"),
    "mn": ("Minn.", "Minnesota"), "ms": ("Miss.", "Mississippi"), "mo": ("Mo.", "Missouri"), "mt": ("Mont.", "Montana"),
    "ne": ("Neb.", "Nebraska"), "nv": ("Nev.", "Nevada"), "nh": ("N.H.", "New Hampshire"), "nj": ("N.J.", "New Jersey"),
    "nm": ("N.M.", "New Mexico", "N. Mex."), "ny": ("N.Y.", "New York"), "nc": ("N.C.", "North Carolina"),
    "nd": ("N.D.", "North Dakota", "N. Dak."), "oh": ("Ohio",), "ok": ("Okla.", "Oklahoma", "Okl."),
    "or": ("Or.", "Oregon", "Ore.", "Oreg."), "pa": ("Pa.", "Pennsylvania", "Penn."), "pr": ("P.R.", "Puerto Rico"),
    "ri": ("R.I.", "Rhode Island"), "sc": ("S.C.", "South Carolina"), "sd": ("S.D.", "South Dakota", "S. Dak."),
    "tn": ("Tenn.", "Tennessee"), "tx": ("Tex.", "Texas"), "ut": ("Utah",), "vt": ("Vt.", "Vermont"),
    "va": ("Va.", "Virginia"), "vi": ("V.I.", "Virgin Islands"), "wa": ("Wash.", "Washington"),
    "wv": ("W. Va.", "West Virginia"), "wi": ("Wis.", "Wisconsin", "Wisc."), "wy": ("Wyo.", "Wyoming", "Wy."),
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11,
}  # fmt: skip
# What follows a state's name when a court below its highest decided; the words of one level come to one.
_LEVELS = (
    (re.compile(r"(?:ctof|courtof)?crim(?:inal)?(?:ct)?(?:of)?app(?:eals)?|^cr(?:im|app)?$"), "crimapp"),
    (re.compile(r"civ(?:il)?(?:ctof)?app(?:eals)?"), "civapp"),
    (re.compile(r"appterm|appdept?super|super.*appdept?"), "appterm"),
    (re.compile(r"superct|super(?:ior)?(?:court)?$"), "super"),
    (re.compile(r"co?m+w(?:l|eal)?thct|co?m+wct|co?m+w(?:eal)?th|cmwlth|commw"), "commw"),
    (re.compile(r"chancery|ch$"), "ch"),
    (re.compile(r"(?:spec|dist|dca|ct|court|of|int)*app(?:ellate)?(?:eals?|ct|div|dist|court)*|dca|\d(?:st|nd|rd|d|th)?dep|dist"), "app"),
    (re.compile(r"sup(?:reme|r)?(?:jud(?:icial)?)?(?:ct|court)|supr?$"), "sup"),
)  # fmt: skip
_CITY = re.compile(r"\[[^\]]*\]|(?<=[A-Za-z.])\s?[—–-]+\s?[A-Z].*|,.*")
_SQUEEZE = re.compile(r"[^a-z0-9]")
_BENCH = re.compile(r"(?:in|en)?banc|former|unit[ab]$")
_FORUM = re.compile(r"\d+(?:st|nd|rd|d|th)?(?:jud)?(?:dist|dep|div|cir)\w*")


def _squeeze(words: str) -> str:
    return _SQUEEZE.sub("", words.lower())


_SPELLINGS = {_squeeze(form): state for state, forms in STATES.items() for form in forms}
_STATE = "|".join(sorted(_SPELLINGS, key=len, reverse=True)).replace("wisc|", "wisc(?!t)|")  # "Wis. Ct. App."
_OF_BANKRUPTCY = (
    r"(?:us)?(?:bankr(?:uptcy)?|bkrp?t[ce]y|bky)(?:ct|court)?(?:for)?(?:the)?"  # Bankr., Bkrtcy. Ct., misread Bkrtey.
)
_DISTRICT = re.compile(rf"(?P<bankr>{_OF_BANKRUPTCY})?(?P<side>[nsewmc]?)d(?:ist)?(?P<state>{_STATE})")
_BANKRUPTCY = re.compile(rf"{_OF_BANKRUPTCY}(?P<state>{_STATE})")  # "Bkrtcy. Ct. Mont."
_BANKRUPTCY_PANEL = re.compile(rf"{_OF_BANKRUPTCY}(?:app(?:ellate)?)?panel")
_BANKRUPTCY_COMMA = re.compile(r"^(B(?:an)?kr\w*\.?(?: Ct\.)?), ?")  # "Bkrtcy., N.D. Ga."
_STATE_COURT = re.compile(rf"(?P<state>{_STATE})(?P<level>.*)")
_COURT_OF_STATE = re.compile(rf"(?P<level>.+?)(?P<state>{_STATE})")
_CIRCUIT = re.compile(
    rf"(?:us)?(?:c(?:cca?|ir)?|ca|cca|ctapp|court ?of ?appeals)?(?P<number>\d+|{'|'.join(_ORDINALS)})(?:st|nd|rd|d|th)?c(?:ir(?:c(?:uit)?)?)?"
    rf"|c{{1,2}}a(?P<short>\d+)(?:st|nd|rd|d|th)?(?:cir)?"
)
_SPECIAL = {
    "dccir": "cadc", "cadc": "cadc", "dccircuit": "cadc", "uscadc": "cadc", "appdc": "cadc", "ccadc": "cadc",
    "fedcir": "cafc", "cafed": "cafc", "cafc": "cafc", "federalcircuit": "cafc", "cafedcir": "cafc",
    "ctcl": "cc", "clct": "uscfc", "fedcl": "uscfc", "ctcustpatapp": "ccpa", "ussupct": "scotus", "us": "scotus",
    "scotus": "scotus", "tc": "tax", "bta": "bta", "dc": "dc", "dcapp": "dc", "dcctapp": "dc", "cit": "cit",
    "njappdiv": "njsuperctappdiv", "njsuperappdiv": "njsuperctappdiv", "njsuperctappdiv": "njsuperctappdiv",
    "cavc": "cavc", "nycta": "ny", "nyctapp": "ny", "mdctapp": "md", "ctappny": "ny", "ctappmd": "md", "cma": "armfor", "jpml": "jpml",
    "judpanmultlit": "jpml", "njlawdiv": "njsuper", "njsuperlawdiv": "njsuper", "njsuperctlawdiv": "njsuper", "njchdiv": "njsuper",
    "njsuperchdiv": "njsuper", "njsuperctchdiv": "njsuper", "afcmr": "afcca", "afctcrimapp": "afcca", "nmcmr": "nmcca",
    "nmctcrimapp": "nmcca", "acmr": "acca", "armyctcrimapp": "acca", "bia": "bia",
    "pr": "prsupreme", "puertorico": "prsupreme", "prsupct": "prsupreme",
}  # fmt: skip


@lru_cache(maxsize=4096)
def court_named(words: str) -> str | None:
    """The court that ``words``, of a citation's parenthesis without its date, name.

    >>> court_named("9th Cir."), court_named("C.A.9"), court_named("Tex. App.—Houston [14th Dist.]"), court_named("S.D.N.Y.")
    ('ca9', 'ca9', 'texapp', 'nysd')
    >>> court_named("Bkrtcy. Ct. ED Pa."), court_named("Bkrtcy., N.D.Ga."), court_named("Bankr. Mont."), court_named("Wis. App.")
    ('paeb', 'ganb', 'mtb', 'wisctapp')
    >>> court_named("a plurality") is None
    True
    """
    words = _BANKRUPTCY_COMMA.sub(r"\1 ", words.replace("’", "'"))
    squeezed = _BENCH.sub("", _squeeze(_CITY.sub("", words)))
    if not squeezed:
        return None
    exact, districts, states = _tables()
    if found := _SPECIAL.get(squeezed) or exact.get(squeezed):
        return found
    if match := _CIRCUIT.fullmatch(squeezed):
        number = match["number"] or match["short"]
        number = str(_ORDINALS.get(number, number))
        return f"ca{number}" if 1 <= int(number) <= 11 else None
    squeezed = _BANKRUPTCY_PANEL.sub("bap", squeezed)
    if squeezed.startswith("bap") or squeezed.endswith("bap"):
        circuit = re.search(r"\d+", squeezed)
        return exact.get(f"{circuit[0]}thcirbap") if circuit else None
    if match := _DISTRICT.fullmatch(squeezed):
        return districts.get((bool(match["bankr"]), match["side"], _SPELLINGS[match["state"]]))
    if match := _BANKRUPTCY.fullmatch(squeezed):
        return districts.get((True, "", _SPELLINGS[match["state"]]))
    if squeezed.startswith("dc") and len(squeezed) > 3:  # "D.C. Del.": the district court there
        return court_named(squeezed[2:] if _DISTRICT.fullmatch(squeezed[2:]) else f"d{squeezed[2:]}")
    for pattern in (_STATE_COURT, _COURT_OF_STATE):
        if (match := pattern.fullmatch(squeezed)) and (level := _level(match["level"])) is not None:
            return states.get((_SPELLINGS[match["state"]], level))
    return None


def trial_court_in(words: str, *, bankruptcy: bool = False) -> str | None:
    """The federal district court, or the one of bankruptcy, of the state that ``words`` are the name of, where that
    has one.

    >>> trial_court_in("Ariz."), trial_court_in("DC"), trial_court_in("CD Cal."), trial_court_in("9th Cir.")
    ('azd', 'dcd', None, None)
    >>> trial_court_in("Idaho", bankruptcy=True)
    'idb'
    """
    state = _SPELLINGS.get(_squeeze(words))
    return _tables()[1].get((bankruptcy, "", state)) if state else None


def _level(words: str) -> str | None:
    """The level of a state's court; empty for its highest."""
    if not words:
        return ""
    for pattern, level in _LEVELS:
        if pattern.search(words):
            return level
    return "app" if _FORUM.fullmatch(words) else None


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], dict[tuple[bool, str, str], str], dict[tuple[str, str], str]]:
    """courts-db by its own citation string, by federal district, and by state and level."""
    from courts_db import courts

    exact: dict[str, str] = {}
    districts: dict[tuple[bool, str, str], str] = {}
    states: dict[tuple[str, str], str] = {}
    for court in courts:
        squeezed = _squeeze(court["citation_string"])
        if not squeezed or court["id"] in exact.values():
            continue
        exact.setdefault(squeezed, court["id"])
        if court["system"] == "federal" and (match := _DISTRICT.fullmatch(squeezed)):
            districts.setdefault((bool(match["bankr"]), match["side"], _SPELLINGS[match["state"]]), court["id"])
        elif court["system"] != "federal" and (match := _STATE_COURT.fullmatch(squeezed)):
            for pattern, level in (*_LEVELS, (re.compile(""), "")):
                if pattern.fullmatch(match["level"]):
                    states.setdefault((_SPELLINGS[match["state"]], level), court["id"])
    for state in STATES:
        for level, other in (("civapp", "app"), ("app", "super"), ("app", "civapp"), ("crimapp", "app"), ("sup", "")):
            if (state, level) not in states and (state, other) in states:
                states[state, level] = states[state, other]
    return exact, districts, states


# Reporters that do not bear the name of their court.
_OF_ONE_COURT = {
    "U.S.": "scotus", "S. Ct.": "scotus", "L. Ed.": "scotus", "L. Ed. 2d": "scotus", "U.S. LEXIS": "scotus",
    "Dall.": "scotus", "Cranch": "scotus", "Wheat.": "scotus", "Pet.": "scotus", "How.": "scotus", "Black": "scotus",
    "Wall.": "scotus", "Otto": "scotus", "A.D.": "nyappdiv", "A.D.2d": "nyappdiv", "A.D.3d": "nyappdiv",
    "Ohio St.": "ohio", "Ohio St. 2d": "ohio", "Ohio St. 3d": "ohio", "NMSC": "nm", "NMCA": "nmctapp",
    "COA": "coloctapp", "Vet. App.": "cavc", "Fed. Cl.": "uscfc", "Ct. Cl.": "cc", "Cl. Ct.": "uscfc", "T.C.": "tax",
    "T.C. Memo.": "tax", "T.C. Summary Opinion": "tax", "B.T.A.": "bta", "App. D.C.": "cadc", "U.S. App. D.C.": "cadc", "C.C.P.A.": "ccpa",
    "Allen": "mass", "Gray": "mass", "Cush.": "mass", "Pick.": "mass", "Gratt.": "va", "Leigh": "va", "Munf.": "va",
    "La. Ann.": "la", "Ohio": "ohio", "Pa. D. & C.": "", "Pa. C.": "", "Ill. Ct. Cl.": "ilclaimsct",
}  # fmt: skip
_SERIES = re.compile(r",? ?(?:\d+(?:st|nd|rd|d|th)|LEXIS|\(\d\w+\))$")


@lru_cache(maxsize=1024)
def court_within(name: str, words: str) -> str | None:
    """The court that ``words`` name in the state of the reporter ``name``, when they do not name the state.

    >>> court_within("N.J. Super.", "App. Div."), court_within("F.2d", "App. Div.")
    ('njsuperctappdiv', None)
    """
    match = _STATE_COURT.fullmatch(_squeeze(name)) if name not in _OF_ONE_COURT else None
    return court_named(f"{match['state']} {words}") if match else None


@lru_cache(maxsize=1024)
def court_of_reporter(name: str) -> str | None:
    """The one court whose decisions the reporter ``name`` (an edition's normal form) holds.

    >>> court_of_reporter("U.S."), court_of_reporter("Cal. App. 3d"), court_of_reporter("IL"), court_of_reporter("F.2d")
    ('scotus', 'calctapp', 'ill', None)
    """
    if name in _OF_ONE_COURT:
        return _OF_ONE_COURT[name] or None
    while (shorter := _SERIES.sub("", name)) != name:
        name = shorter
    state, _, level = name.partition(" ")
    if state.lower() in STATES and state.isupper():
        name = f"{STATES[state.lower()][0]} {level}"
    match = _STATE_COURT.fullmatch(_squeeze(name))
    if match is None:
        return None
    if any(pattern.fullmatch(match["level"]) for pattern, _ in _LEVELS) or not match["level"]:
        return court_named(name)
    return None
