"""The opening words of an opinion (``REINHARDT, Circuit Judge, dissenting:``) → who speaks, and in which role."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citator.corpus.model import PartKind

_WORD = r"(?:(?:[A-Z]\.)+|(?:St|Wm|Geo|Jas|Chas|Thos|Jos|Edw|Robt)\.|[A-Z][\w’'`]*(?:-[A-Z]\w*)*|de|del|der|la|von|van)"
_NAME = rf"(?P<name>(?:{_WORD} ){{0,5}}?{_WORD})(?:,? (?:JR|SR|Jr|Sr|II|III|IV)\b\.?)?"
_RANK = (
    r"(?:(?i:(?:united states |u\.s\. )?(?:(?:chief|presiding|senior|acting|associate|administrative|circuit|district|"
    r"appellate|vice|special|superior|superior court|retired|supernumerary|military|magistrate|bankruptcy|county|"
    r"surrogate|assigned|supernumerary|court|of|the|appeals|supreme) )*"
    r"(?:judges?|justices?|chancellor|commissioner|surrogate|referee|judge of the [a-z ]+)\b)"
    r"|J\. ?[CS]\. ?C\.|(?:Acting )?(?:[ACPSVT]\. ?){0,3}J{1,2}s?\.(?: ?[A-Z]\.)?)"
)
_TITLE = (
    r"(?:(?:M[a-zA-Z]s?\.|Madam|MRS\.) )?"
    r"(?:(?:Chief|Associate|Presiding|Senior|Circuit|District|Acting|Vice|CHIEF|ASSOCIATE|PRESIDING|SENIOR|CIRCUIT|DISTRICT|ACTING|VICE) )*"
    r"(?:Justice|Judge|JUSTICE|JUDGE|Chancellor|CHANCELLOR)"
)
_JOINED = r"(?:,? ?\(?(?:with|in|and|for)? ?(?:whom|which)\b.{3,400}?,|,? joined by .{3,300}?,|,? after (?:stating|making) .{3,80}?,|,)?"
_ROLE = r"(?P<role>(?:respectfully |specially |separately |reluctantly |also )*(?:dissenting|concurring)\b(?P<rest>[^.:;—]{0,160}))"
_DELIVERED = r"(?P<delivered>(?:delivered|announced|wrote|filed) the['’.,]? (?:following )?(?:opinion|judgment|decision|unanimous)\b[^.:]{0,120})"
_END = r"(?:[.:;—*]|\[|\)|$|\d)"

_AFTER = rf"{_JOINED} ?(?:[(\[—–-] ?)?(?:{_ROLE}|{_DELIVERED})"
# "Hon. Jane Roe, United States District Judge", alone; in a list of a bench it has no such rank.
_HONORABLE = r"(?:(?:Hon\.|HON\.|Honorable) (?=[^,]+, (?:United States|U\.S\.) (?:(?:Chief|Senior) )?(?:District|Magistrate|Bankruptcy) Judge\.?$))?"
_BY_RANK = re.compile(rf"{_HONORABLE}{_NAME}(?:,| ,) (?P<rank>{_RANK})(?:{_AFTER}|(?P<bare>(?<=\.) | ?[.:—*\[]|\d?$))")
_BY_TITLE = re.compile(rf"(?P<rank>{_TITLE}) {_NAME}(?:{_AFTER}|(?P<bare>(?<![ .][A-Z]) ?[.:]))")
_TERSE = re.compile(
    r"(?P<name>[A-Z][A-Z’'-]{2,}|[A-Z][a-z]{2,}) (?P<rank>(?:[CP]\. ?)?J\.)(?P<bare> ?[:—–-]?$)(?P<role>)?(?P<rest>)?(?P<delivered>)?"
)
_CHIEF = re.compile(rf"(?P<rank>(?i:the chief justice))(?P<name>){_AFTER}")
_PER_CURIAM = re.compile(
    r"(?:PER CURIAM|Per Curiam|BY THE COURT|By the Court|THE COURT)\b(?: ?[.:;*—(\[](?! ?[\"“])|$)|Per curiam[.:]"
)
_DELIVERED_BY = re.compile(
    rf"(?i:(?:the )?opinion (?:of|for) the (?:court|commission)(?: was)?(?: delivered| announced| filed)? by )"
    rf"(?:(?P<rank>{_TITLE}) )?{_NAME}(?:, {_RANK})?(?:(?<![ .][A-Z])[.:,]|$)"
)
_OPINION_BY = re.compile(rf"(?i:opinion by ){_NAME}, {_RANK},?(?: [A-Z][a-z]+ \d{{1,2}}, \d{{4}})?:")
_OPINION_OF = re.compile(
    rf"(?P<what>(?i:separate opinion|statement|opinion|dissenting opinion|dissent|concurring opinion|concurrence)) "
    rf"(?P<by>(?i:of|by)) (?P<rank>{_TITLE}) {_NAME}(?P<rest>[^.:]{{0,120}})(?:[.:]|$)"
)
_HEADING = re.compile(
    r"(?P<what>(?i:lead|majority|plurality|main|concurring|dissenting|concurrence|dissent|partial concurrence|partial dissent|"
    r"concurring and dissenting|(?:opinion )?concurring in part and dissenting in part))"
    r"(?: (?:OPINION|Opinion|opinion))?(?: \d)? ?[.:]?$"
)
_NARRATIVE = re.compile(
    r"^ in (?!Nos?\b|Parts?\b)[A-Z]|\b(?:said|says|wrote|stated|observed|noted|argued|explained|joined|took no part|remarked)\b"
)
_SUFFIX = re.compile(r",? (?:jr|sr|ii|iii|iv)\.?$", re.I)
_PARTICLES = frozenset({"van", "von", "de", "del", "der", "la", "vande", "st.", "st", "le", "mc"})
_NOT_NAMES = re.compile(
    r"\b(?:Before|Mr|Mrs|Messrs|Associate|Chief|Presiding|Senior|Acting|Circuit|District|Affirmed|Reversed|Hon|Honorable|The|Court|Opinion|Present|Department|Attorney|United|States|By|In|On|Supreme|No|All|For|And|"
    r"BEFORE|PRESENT|OPINION|COURT|THE|HON|ALL)\b"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """``kind`` is None where the words name a judge but no role. ``length`` counts in the words given."""

    kind: PartKind | None
    author: str | None
    length: int
    lineup: bool = False  # a line of the syllabus saying who wrote what, not the opening of an opinion


def parse(words: str) -> Byline | None:
    """What ``words``, the first of a paragraph with their white space folded, announce.

    >>> parse("PREGERSON, Circuit Judge, dissenting: I dissent.")
    Byline(kind='dissent', author='Pregerson', length=36, lineup=False)
    >>> parse("Mr. Justice Holmes, dissenting in Lochner, said that") is None
    True
    """
    if match := _PER_CURIAM.match(words):
        return Byline("per_curiam", None, match.end())
    if match := _DELIVERED_BY.match(words) or _OPINION_BY.match(words):
        return Byline("lead", surname(match["name"]), match.end())
    if match := _OPINION_OF.match(words):
        kind = _kind_of(match["what"] + " " + match["rest"])
        own = match["by"].lower() == "of" and match["what"].lower() != "opinion"
        return Byline(kind or ("other" if own else "lead"), surname(match["name"]), match.end(), lineup=not own)
    for pattern in (_BY_TITLE, _BY_RANK, _CHIEF, _TERSE):
        match = pattern.match(words)
        if match is not None and (byline := _judge(match, words)):
            return byline
    if match := _HEADING.match(words):
        return Byline(_kind_of(match["what"]) or "lead", None, match.end())
    return None


def _judge(match: re.Match[str], words: str) -> Byline | None:
    groups = match.groupdict()
    name = groups["name"]
    if _NOT_NAMES.search(name):
        return None
    author = surname(name) if name else None
    if groups["delivered"]:
        delivered = groups["delivered"]
        abbreviated = "J." in groups["rank"]
        following = words[match.end() : match.end() + 40]
        lineup = abbreviated and (", in which" in delivered + following or "unanimous" in delivered)
        plural = delivered.startswith("announced") and "opinion of the" not in delivered.lower()
        return Byline("plurality" if plural else "lead", author, match.end(), lineup)
    if groups["role"]:
        if _NARRATIVE.search(groups["rest"] or ""):
            return None
        if (groups["rest"] or "").count(",") > 5:
            return None
        return Byline(_kind_of(groups["role"]), author, match.end())
    return Byline(None, author, match.end())


def _kind_of(words: str) -> PartKind | None:
    """A partial dissent is a dissent: it says where the court went wrong."""
    low = words.lower()
    if "dissent" in low and "from denial" not in low.replace("the ", "") and "respecting" not in low:
        return "dissent"
    if "dissent" in low:
        return "dissent"
    if "concur" in low:
        partial = "in part" in low and "judgment" not in low and "result" not in low
        return "concurrence_in_part" if partial else "concurrence"
    if "statement" in low or "respecting" in low:
        return "statement"
    if "plurality" in low:
        return "plurality"
    if "lead" in low or "majority" in low or "main" in low:
        return "lead"
    return None


def surname(name: str) -> str:
    """The family name alone, in ordinary capitals.

    >>> surname("WILLIS VAN DEVANTER"), surname("McREYNOLDS"), surname("O’CONNOR"), surname("Stephen Breyer")
    ('Van Devanter', 'McReynolds', "O'Connor", 'Breyer')
    """
    words = _SUFFIX.sub("", name.replace("’", "'").strip(" ,.")).split()
    if not words:
        return ""
    start = len(words) - 1
    while start and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return " ".join(_capitalised(word) for word in words[start:])


def _capitalised(word: str) -> str:
    if not word.isupper():
        upper = re.match(r"(Mc|Mac|La|Le|De|Di|Fer)([A-Z]+)$", word)
        return (
            upper[1] + upper[2].capitalize()
            if upper
            else word
            if word[:1].isupper() and word[1:].islower()
            else _mixed(word)
        )
    return re.sub(r"[A-Z]+", lambda part: part.group().capitalize(), word)


def _mixed(word: str) -> str:
    """``FERNANDEZ-VINA`` and ``MartiN`` come out readable; ``LaVecchia`` stays."""
    if re.search(r"[a-z][A-Z]$", word):
        return word.capitalize()
    return word
