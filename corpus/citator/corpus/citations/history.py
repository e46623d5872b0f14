"""The words between two citations → the subsequent history they tell: ``, aff'd,`` ``, overruled on other grounds by``.

The later citation then belongs to the earlier one: it says what became of it.
"""

from __future__ import annotations

import re

_ACT = (
    r"(?:aff(?:['’]?d|irmed|['’]?g|irming|m['’]d)|rev(?:['’]?d|ersed|['’]?g|ersing)|vac(?:['’]?d|ated|ating|['’]?g)|remand(?:ed|ing)"
    r"|mod(?:['’]?d|ified|['’]?g|ifying)|amend(?:ed|ing)|supersed(?:ed|ing)|withdrawn|depublished|reinstated|enf(?:['’]?d|orced)|rendered"
    r"|overrul(?:ed|ing)|abrogat(?:ed|ing)|disapprov(?:ed|ing)(?: of)?|disavowed|limited|criticized|questioned|distinguished|clarified|explained|followed|adhered to"
    r"|dismissed|adopted|approved|quashed|stay(?:ed| granted| denied)|transferred|appeal (?:dismissed|denied|docketed|filed|pending|after remand)|app(?:eal)?\.? (?:dismissed|dism['’]d|denied|den\.)"
    r"|(?:petition for )?(?:cert(?:iorari)?\.?|writ of certiorari|review|reh(?:['’]?g|earing)|leave to appeal|transfer|further review|appeal|writ|pet\.?|petition|prob\. juris\.|probable jurisdiction|application|jurisdiction|permission to appeal)"
    r"(?: en banc| for rehearing| for review| to appeal)? (?:denied|den\.?|den['’]d|granted|dismissed|noted|filed|pending|ref(?:['’]?d|used)(?:,? n\. ?r\. ?e\.)?|postponed)"
    r"|no (?:pet|writ)\.?(?: h(?:ist|\.)?\.?)?|opinion (?:withdrawn|vacated|amended|modified|corrected|on (?:remand|rehearing))|judgment (?:vacated|affirmed|reversed)"
    r"|on (?:remand|reh(?:['’]g|earing)|reargument|reconsideration|appeal|transfer)(?: en banc| (?:from|to))?|after remand|reasoning adopted|rev['’]g and remanding)"
)
_JOIN = (
    r"(?:,|;| and| &| in part| in relevant part| on other grounds?| on (?:unrelated|different) grounds?| upon other grounds?| as to other grounds?|"
    r" en banc| per curiam| mem(?:\.|orandum)?| by an? equally[ -]divided (?:court|Court)| without (?:published )?op(?:inion|\.)| by statute"
    r"| as recognized| as stated| on rehearing| on reh['’]g| with(?:out)? opinion| nom\.| sub\.?| sua sponte| for (?:other|further) \w+| with directions| with instructions"
    r"| \((?:\d{4}|per curiam|mem\.|en banc|table|Table)\)| other grounds?| in| by| on| as| to| insofar as inconsistent)"
)
_CLAUSE = re.compile(
    rf"(?:[\s,;.)\]”]|^)*(?:and |but |, )?(?P<act>{_ACT}(?:{_JOIN}*[,;]? ?{_ACT})*{_JOIN}*?)[,:]?(?: ?sub\.? ?nom\.?,?)?[\s,:]*$",
    re.I,
)
_TELLING = re.compile(r"aff|rev|vac|cert|den|grant|rem|mod|amend|super|withd|overrul|abrog|disap|dismiss|reh|ref|pet|writ|enf|adopt|on |opinion|limit|quest|clarif|crit|distin|expl|follow|adher|quash|stay|app|transf|review|leave|juris|deni|depub|reinst|judg|no |after|disav|render|approv", re.I)  # fmt: skip
_NORMAL = (
    (re.compile(r"\baff(?:irmed|d|m'd)\b"), "aff'd"),
    (re.compile(r"\brev(?:ersed|d)\b"), "rev'd"),
    (re.compile(r"\bvac(?:'d|d)\b"), "vacated"),
    (re.compile(r"\bmod(?:'d|d)\b"), "modified"),
    (re.compile(r"\b(?:petition for )?(?:cert(?:iorari)?\.?|writ of certiorari) (?=den|gr|dis)"), "cert. "),
    (re.compile(r"\bden(?:\.|'d|$)"), "denied"),
    (re.compile(r"\brehearing\b"), "reh'g"),
    (re.compile(r" +"), " "),
)


def told(between: str) -> str | None:
    """The history that ``between``, the words from one citation to the next, tells in its normal form.

    >>> told(", affirmed, "), told("; overruled on other grounds by "), told(", and the court affirmed it in ")
    ("aff'd", 'overruled on other grounds by', None)
    """
    if len(between) > 160 or not _TELLING.search(between):
        return None
    match = _CLAUSE.match(between)
    if match is None:
        return None
    words = match["act"].replace("’", "'").lower().strip(" ,;")
    for pattern, normal in _NORMAL:
        words = pattern.sub(normal, words)
    return words.strip(" ,;")
