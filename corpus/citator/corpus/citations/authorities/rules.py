"""Rules of court: ``Fed.R.App.P. 35(a)(1)``, ``Federal Rule of Criminal Procedure 16``, ``Rule 16`` → ``Fed. R. Crim. P. 16``.

A bare rule takes the set that its number, or the last rule before it, was cited with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citator.corpus.citations.authorities import sections
from citator.corpus.citations.authorities.found import Found, positions
from citator.corpus.citations.authorities.heads import state_named

_SUBJECTS = {
    "Civ": "Civ. P.", "Crim": "Crim. P.", "Cr": "Crim. P.", "App": "App. P.", "Evid": "Evid.", "Bankr": "Bankr. P.",
    "Juv": "Juv. P.", "Prof": "Prof’l Conduct",
}  # fmt: skip
_SUBJECT = (
    r"(?P<subject>Civ|Crim|Cr|App|Evid|Bankr|Juv|Prof)(?:il|inal|ellate|ence|uptcy|enile|essional|l)?\.?,?\s?"
    r"(?:Conduct\s?|P(?:roc(?:edure|\.)?|rac(?:tice|\.)|\.)?\s?)?(?:&\s?P\.\s?)?"
)
_NUMBER = r"(?P<number>\d{1,4}[A-Za-z]?(?:\.\d+)?(?:[-:]\d+)?)(?![\d])"
# "Fed.R.App.P. 35", "Federal Rules of Evidence 403", "Fed. Rule Crim. Proc. 16", "Ark.R.Civ.P. 12"
_SET = re.compile(rf"R(?:\.|ules?)\s?(?:of\s)?{_SUBJECT}(?:,?\s?[Rr]ules?\s)?{_NUMBER}")
_WHOSE = re.compile(r"(?P<whose>(?:Fed(?:eral|\.)?|(?:[A-Z][a-z]*\.?\s?){1,3})\s?)\Z")
_LETTERS = re.compile(
    rf"(?P<set>F\.?R\.?C\.?P\.?|F\.?R\.?Civ\.?P\.?|F\.?R\.?Cr(?:im)?\.?P\.?|F\.?R\.?E\.?|F\.?R\.?A\.?P\.?|Civ\.\s?R\.|Crim\.\s?R\.|App\.\s?R\.|Evid\.\s?R\.|I\.R\.C\.P\."
    r"|LCvR|LCrR|(?<![A-Z]\.\s)(?<!\d\s)L\.\s?R\.(?=\s\d{1,3}(?:[.-]\d|\([a-z]\)))|L\.\s?Cv\.\s?R\.|C\.R\.C\.P\.|N\.?R\.?C\.?P\.?|N\.?R\.?A\.?P\.?|RCFC|Pa\.\s?R\.\s?A\.\s?P\.|N\.J\.R\.E\.|W\.R\.A\.P\.|V\.R\.C\.P\.|MCR|MRE|RAP|RCr|CrR"
    r"|CR(?=\s\d{1,2}(?:\.\d\d)?\()|ER(?=\s\d{3,4}\b)|CR(?=\s\d{1,2}\.\d\d\b)|(?<![A-Z]\.\s)R\.(?=\s\d:\d)"
    rf"|DR(?=\s\d-\d{{3}})|EC(?=\s\d-\d)|RPC(?=\s\d\.\d)|Disciplinary\sRules?(?=\s\d-)|Ethical\sConsiderations?(?=\s\d-)|I\.C\.R\.|I\.R\.E\.|Loc(?:al|\.)?\sR\.|S(?:up)?\.\s?Ct\.\s?R\.|(?:Cir|CIR)\.\sR\.)\s?(?:Rule\s)?{_NUMBER}"
)
_BARE = re.compile(rf"[Rr]ules?\s{_NUMBER}")
_BEFORE_BARE = re.compile(
    r"(?P<whose>(?:(?:Fed(?:eral|\.)|[A-Z][\w.]*)\s)?(?:Supreme Court|Sup\. ?Ct\.|S\. ?Ct\.|Circuit|Cir\.|District|Local|Civil|Civ\.|Criminal|Crim\.|Appellate|Evidence|Evid\.|Bankruptcy|Bankr\.|Court|Model"
    r"|Rules of Court,|App\.)(?:\sCourt)?)\s\Z"
)
_BEHIND = re.compile(
    rf",?\s(?:of\s(?:the\s|our\s)?)?(?:(?P<whose>Federal|Fed\.|[A-Z][a-z]+\.?(?:\s[A-Z]\w+)?)\s?)?R(?:ules|\.)\s?(?:of\s)?{_SUBJECT}"
)
# "Rule 4 of the Rules Governing Section 2254 Cases", "Section 2255 Rule 5(b)", "Habeas Rule 4"
_HABEAS = r"(?:(?:28\sU\.\s?S\.\s?C\.\s(?:foll(?:owing|\.)\s)?)?(?:[Ss]ections?|§+)\s?(?P<section>225[45])|[Hh]abeas(?:\s[Cc]orpus)?)"
_BEFORE_HABEAS = re.compile(rf"(?<!\w){_HABEAS},?\s\Z")
_BEHIND_HABEAS = re.compile(
    rf",?\s(?:of\s)?(?:the\s)?(?:Federal\s)?(?:[Rr]ules\s(?:[Gg]overning|[Ff]or)\s(?:both\s)?{_HABEAS}(?:\s(?:and|or)\s(?:[Ss]ection\s|§\s?)?225[45])?(?:\s(?:[Cc]ases|[Pp]roceedings)"
    rf"(?:\sin\s(?:the\s)?United\sStates\sDistrict\sCourts)?)?|{_HABEAS.replace('section', 'whose')}\s(?:[Cc]ases\s)?[Rr]ules)"
)
_LETTER_SETS = {
    "frcp": "Fed. R. Civ. P.", "frcivp": "Fed. R. Civ. P.", "frcrimp": "Fed. R. Crim. P.", "frcrp": "Fed. R. Crim. P.",
    "crcp": "Colo. R. Civ. P.", "nrcp": "Nev. R. Civ. P.", "nrap": "Nev. R. App. P.", "njre": "N.J. R. Evid.", "parap": "Pa. R. App. P.",
    "vrcp": "Vt. R. Civ. P.", "wrap": "Wyo. R. App. P.", "r": "N.J. Ct. R.",
    "fre": "Fed. R. Evid.", "frap": "Fed. R. App. P.", "ircp": "Idaho R. Civ. P.", "icr": "Idaho Crim. R.", "ire": "Idaho R. Evid.",
    "disciplinaryrule": "DR", "disciplinaryrules": "DR", "ethicalconsideration": "EC", "ethicalconsiderations": "EC",
}  # fmt: skip
_LETTER_STARTS = (
    "F.R", "FR", "Civ. R", "Civ.R", "Crim. R", "Crim.R", "App. R", "App.R", "Evid. R", "Evid.R", "I.R", "I.C.R", "Loc",
    "S. Ct. R", "Sup. Ct. R", "Cir. R", "CIR. R", "DR ", "EC ", "RPC ", "Disciplinary Rule", "Ethical Consideration",
)  # fmt: skip
# How sets known by their letters end: "C.R.C.P.", "NRAP ", "LCvR ", "R. 4:67-1"; the letters begin a little before.
_LETTER_ENDS = ("R.C.P", "R.A.P", "CP ", "AP ", "CR ", "ER ", "RE ", "RCFC ", "vR ", "rR ", "RCr ", "L.R. ", "L. R. ")
_OF_NEW_JERSEY = re.compile(r"R\. \d:\d")
# What stands before the name of a set: the end of another sentence, a word that opens this one.
_STOP = re.compile(
    r"\A.*(?:\b(?:See|Under|The|In|Of|And|Cf\.|But|Also|By|Accord|Although|Because)\s|\n|[a-z]{5}\.\s|\s(?=Fed(?:eral|\.)))",
    re.DOTALL,
)
_JOINT = re.compile(r"(?:,\s(?:and\s|or\s)?|\s(?:and|or|&)\s)(?=\d)")
_JOINT_PINNED = re.compile(
    r"(?:,|,?\s(?:and|or|&))\s(?=\d{1,4}(?:[.-]\d+)?\([A-Za-z\d]{1,2}\))"
)  # "Fed. R. App. P. 4(c) and 31(b)"
_CIRCUIT = re.compile(r"(?P<whose>\b(?:\d{1,2}(?:st|nd|rd|th|d|ST|ND|RD|TH|D)|D\.C\.|Fed\.)\s)\Z")
_SECURITIES = re.compile(r"10b-\d+|14[ade]-\d+|13d-\d+|144A?\b")


# The set that is spoken of shortly before a bare rule: "The Federal Rules of Evidence are silent. See Rule 801."
_SPOKEN_OF = re.compile(rf"(?:Federal|Fed\.)\sRules?\sof\s{_SUBJECT}(?!\d)")
_RECENT = 400  # characters
_DIGITS = {"Evid.": (3, 4), "Bankr. P.": (4, 4)}  # how many a federal rule's number has; the others have one or two


def find(text: str) -> Iterator[Found]:
    """Every rule cited. Those whose set is not named have no authority."""
    until = -1
    starts = {m.start(): m for m in _SET.finditer(text)}
    for at in positions(text, *_LETTER_STARTS):
        if (letters := _LETTERS.match(text, at)) and not text[at - 1 : at].isalnum():
            starts.setdefault(at, letters)
    for at in sorted({*positions(text, *_LETTER_ENDS), *(rule.start() for rule in _OF_NEW_JERSEY.finditer(text))}):
        for letters in _LETTERS.finditer(text, max(0, at - 8), at + 24):
            if letters.start() <= at < letters.end() and not text[letters.start() - 1 : letters.start()].isalnum():
                starts.setdefault(letters.start(), letters)
                break
    for at in positions(text, "Rule", "rule "):
        if (bare := _BARE.match(text, at)) and (text[at] == "R" or text[at - 7 : at - 1] == "Court,"):
            starts.setdefault(at, bare)
    for at in sorted(starts):
        if at >= until:
            for found in _rules(text, starts[at]):
                until = max(found.end, found.full_end)
                yield found


def _rules(text: str, match: re.Match[str]) -> Iterator[Found]:
    start, name = match.start(), None
    if match.re is _SET:
        whose = _WHOSE.search(text, max(0, start - 24), start)
        words, start = _trimmed(whose, start)
        name = f"{_court(words)} R. {_SUBJECTS[match['subject']]}".strip()
    elif match.re is _LETTERS:
        letters = re.sub(r"[.\s]", "", match["set"]).lower()
        name = _LETTER_SETS.get(letters, match["set"])
        if letters == "cirr":
            words, start = _trimmed(_CIRCUIT.search(text, max(0, start - 6), start), start)
            name = f"{words.lower() if words[:1].isdigit() else words} Cir. R.".strip()
    else:
        words, start = _trimmed(_BEFORE_BARE.search(text, max(0, start - 40), start), start)
        name = _set_name(words) if words else None
        if habeas := _BEFORE_HABEAS.search(text, max(0, start - 40), start):
            name, start = _of_habeas(habeas["section"]), habeas.start()
    yield from _numbers(text, start, match, name)


def _numbers(text: str, start: int, match: re.Match[str], name: str | None) -> Iterator[Found]:
    several = re.search(r"[Rr]ules\s", match[0]) is not None
    at = match.start("number")
    cited: list[sections.Section] = []
    while section := next(iter(sections.read(text, at, several=False)), None):
        cited.append(section)
        joint = (_JOINT if several else _JOINT_PINNED).match(text, section.until)
        if joint is None:
            break
        at = joint.end()
    if not cited:
        return
    if name is None and (behind := _BEHIND.match(text, cited[-1].until)):
        name = f"{_court(behind['whose'] or '')} R. {_SUBJECTS[behind['subject']]}".strip()
    year, full_end = sections.year_after(text, cited[-1].until)
    if name is None and (habeas := _BEHIND_HABEAS.match(text, cited[-1].until)):
        name, full_end = _of_habeas(habeas["section"] or habeas["whose"]), habeas.end()
    for i, section in enumerate(cited):
        begin = start if i == 0 else section.start
        end = full_end if i == len(cited) - 1 else section.until
        if name is None and _SECURITIES.fullmatch(section.number):
            cite = f"17 C.F.R. § {'230' if section.number.startswith('144') else '240'}.{section.number}"
            yield Found(
                begin, section.end, "regulation", cite, authority=cite, pin=section.pin, year=year, full_end=end
            )
            continue
        cite = f"{name or _spoken_of(text, begin, section.number) or 'Rule'} {section.number}"
        yield Found(
            begin, section.end, "rule", cite, authority=cite if name else None, pin=section.pin, year=year, full_end=end
        )


def _spoken_of(text: str, at: int, number: str) -> str | None:
    """The one set named in words shortly before ``at`` that has a rule of that number."""
    if not number.isdigit():
        return None
    low = max(0, at - _RECENT, text.rfind("\n", 0, at) + 1)
    sets = {_SUBJECTS[spoken["subject"]] for spoken in _SPOKEN_OF.finditer(text, low, at)}
    sets = {one for one in sets if _DIGITS.get(one, (1, 2))[0] <= len(number) <= _DIGITS.get(one, (1, 2))[1]}
    return f"Fed. R. {sets.pop()}" if len(sets) == 1 else None


def _of_habeas(section: str | None) -> str:
    return f"Rules Governing § {section or '2254'} Cases R."


def _trimmed(whose: re.Match[str] | None, start: int) -> tuple[str, int]:
    if whose is None:
        return "", start
    words = whose["whose"]
    lead = _STOP.match(words)
    cut = lead.end() if lead else 0
    return words[cut:].strip(" ,"), whose.start("whose") + cut


def _court(words: str) -> str:
    words = words.strip()
    if words in ("Federal", "Fed", "Fed.", "F."):
        return "Fed."
    return state_named(words) or re.sub(r"\.(?=[A-Z]\w)", ". ", words)


def _set_name(words: str) -> str | None:
    """``Local`` → Local Rule; ``Federal Civil`` → Fed. R. Civ. P."""
    first, *rest = words.split()
    subject = _SUBJECTS.get(re.sub(r"(il|inal|ellate|ence|uptcy|\.)$", "", (rest or [first])[-1]))
    if subject:
        return f"{_court(first)} R. {subject}" if rest else f"R. {subject}"
    return f"{words} Rule" if not words.endswith(",") else f"{words} rule"
