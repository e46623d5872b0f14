"""The close of the court's opinion → what it did with the judgment below: ``affirmed in part and remanded``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citator.corpus.model import Footnote, Part
from citator.corpus.structure.found import Found

_CLOSE = 2_500  # characters before the end in which the court says what it does
_DISPOSED = re.compile(
    r"\b(?:AFFIRMED|REVERSED|VACATED|REMANDED|DISMISSED|DENIED|GRANTED|DISCHARGED|TRANSFERRED|ENFORCED)\b"
    r"(?:(?:,? (?:AND|&)|[,;.])? ?\b(?:AFFIRMED|REVERSED|VACATED|REMANDED|DISMISSED|DENIED|GRANTED|AND|and|IN PART|IN|PART|AS MODIFIED|WITH (?:INSTRUCTIONS|DIRECTIONS)|CASE|FOR (?:RESENTENCING|NEW TRIAL|FURTHER PROCEEDINGS))\b)*"
)
_DISPOSED_SENTENCE = re.compile(
    r"\b(?:judgments?|orders?|decisions?|decrees?|convictions?|sentences?|petitions?|appeals?|writs?|awards?|case|cause|certiorari|relief|motions?|complaints?|actions?|trial court|superior court|district court)\b[^.]{0,160}?\b(?:is|are|(?<!can )(?<!may )(?<!could )(?<!to )be|hereby|therefore|accordingly|stand)\b[^.]{0,60}?"
    r"\b(?P<what>(?:affirmed|reversed|vacated|annulled|remanded|dismissed|denied|granted|discharged)(?:[^.]{0,60}?\b(?:affirmed|reversed|vacated|remanded|dismissed)\b)*)"
    r"|^\W*(?P<alone>(?:affirmed|reversed|vacated|dismissed|denied)(?:[\s,]+(?:and|in|part|affirmed|reversed|vacated|remanded|as|modified|case|with|instructions|directions|for\s+(?:further\s+proceedings|re-?sentencing|(?:a\s+)?new\s+trial|reconsideration)[^.]{0,60}))*)\W*(?:(?:[\w-]+ )?costs\b[^.]{0,60}\.\W*|All concur\w*\.\W*)*$"
    r"|(?:^|[.;:—] ?)(?:judgments?(?: of (?:the )?(?:sentence|conviction|court))?|decrees?|orders?|awards?|convictions?|decisions?(?: of the [^.]{3,60})?|petitions?|appeals?|exceptions) "
    r"(?P<terse>(?:affirmed|reversed|vacated|annulled|dismissed|denied)\b(?:[^.]{0,60}?\b(?:affirmed|reversed|vacated|remanded|dismissed|in part)\b)*)",
    re.I | re.M,
)
_DOES = r"(?i:affirm|reverse|vacate|annul|remand|dismiss|deny|grant)s?"
_OBJECT = (
    r"(?:the|that|this|these|those|both|all|his|her|its|their|\w+(?: \w+)?[’']s|\w+s[’'])(?!\w)[^.;]{0,80}?"
    r"\b(?:judgments?|orders?|decisions?|decrees?|convictions?|sentences?|petitions?|appeals?|awards?|cases?|causes?|circuit|court|motions?)\b"
)
# "We therefore reverse the judgment and remand the case"; not "we affirm a conviction only if".
_WE_DISPOSE = re.compile(
    rf"\b(?:[Ww]e|I|[Tt]he [Cc]ourt)(?:,? (?:therefore|accordingly|hereby|thus|now|also|must|will|do|consequently),?)* {_DOES}\b"
    rf"(?:[ ,]+(?:and|in part|{_DOES})\b)*(?:(?<=part)|(?<=remand)|,? ?{_OBJECT}|(?=[.;]| for (?:further|a new|the)\b))"
    rf"(?![^.;]{{0,80}}\b(?:if|unless|only|whenever)\b)(?:[^.;]{{0,200}}?\band,?\s(?:\w+\s){{0,3}}?{_DOES}\b)*"
)
# What a party would have: "Roe submits that the motion should be denied".
_ASKED = re.compile(r"\b(?:assert|contend|argue|submit|maintain|urge)s?,?\s(?:[^.;]{0,120}\s)?that\s[^.;]*$")
_NEXT_SENTENCE = re.compile(r"[^.;]{0,80}[.;]\s+(?:And )?")
_BLANKS = re.compile(r"\s{2,}")
_CUT_WORD = re.compile(r"(?<=[A-Za-z])-\s*\n\s*(?=[a-z])")
_VERB = re.compile(
    r"\b(?P<stem>affirm|revers|vacat|annul|remand|dismiss|discharg|transferr|enforc|grant|den)(?:ed|led|ied)\b|\bin part\b",
    re.I,
)
_VERB_ACTIVE = re.compile(
    r"(?<![’']s )(?<!\bthe )(?<!\bits )\b(?P<stem>affirm|revers|vacat|annul|remand|dismiss|grant|den)(?:|e|y|ies)s?\b|\bin part\b",
    re.I,
)


def disposition_of(text: str, parts: Sequence[Part], notes: Sequence[Footnote]) -> Found | None:
    """The last word of the court's opinion, before its gathered notes."""
    lead = next((part for part in parts if part.kind in ("lead", "plurality", "per_curiam")), None)
    if lead is None:
        return None
    own = [note for note in notes if lead.start <= note.start < lead.end]
    last_mark = max((note.ref or 0 for note in own), default=0)
    ends = [lead.end, *(note.start for note in own if note.start > last_mark)][:2]
    closes = [_close(text, lead, end, own) for end in ends]
    for pattern, verb in ((_DISPOSED, _VERB), (_DISPOSED_SENTENCE, _VERB), (_WE_DISPOSE, _VERB_ACTIVE)):
        for close in closes:
            if (found := _last(pattern, close)) is not None:
                words = _participles(verb, found)
                return Found(words, f"text: {' '.join(found.split())[-80:]}") if words else None
    return None


def _close(text: str, lead: Part, end: int, notes: Sequence[Footnote]) -> str:
    """The last words before ``end``, without notes, and no word cut at a line end."""
    pieces, at = [], max(lead.start, end - _CLOSE)
    for note in sorted(notes, key=lambda note: note.start):
        if at < note.end and note.start < end:
            pieces.append(text[at : note.start])
            at = note.end
    words = _CUT_WORD.sub("", "\n".join([*pieces, text[at:end]]))
    return _BLANKS.sub(lambda blanks: "\n" if "\n" in blanks[0] else " ", words)


def _last(pattern: re.Pattern[str], close: str) -> str | None:
    """The last words of ``pattern``, with the sentence before if that is one of them too: *We reverse …. We remand …*."""
    found: re.Match[str] | None = None
    start = 0
    for match in pattern.finditer(close):
        if pattern is _DISPOSED_SENTENCE and _ASKED.search(close, max(0, match.start() - 200), match.start()):
            continue
        joined = pattern is _WE_DISPOSE and found and _NEXT_SENTENCE.fullmatch(close, found.end(), match.start())
        start, found = start if joined else match.start(), match
    return close[start : found.end()] if found else None


def _participles(verb: re.Pattern[str], words: str) -> str:
    """``reverse the judgment and remand`` → ``reversed and remanded``."""
    told = ""
    for match in verb.finditer(" ".join(words.split())):
        stem = (match["stem"] or "").lower()
        done = f"{stem}{'ied' if stem == 'den' else 'led' if stem == 'annul' else 'ed'}" if stem else "in part"
        told += f" {done}" if done == "in part" else f", {done}" if told else done
    return re.sub(r", (\w+(?: in part)?)$", r" and \1", told).strip()
