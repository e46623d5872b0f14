"""The close of the court's opinion → what it did with the judgment below: ``affirmed in part and remanded``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citator.corpus.model import Footnote, Part
from citator.corpus.structure.found import Found

_DISPOSED = re.compile(
    r"\b(?:AFFIRMED|REVERSED|VACATED|REMANDED|DISMISSED|DENIED|GRANTED|DISCHARGED|TRANSFERRED|ENFORCED)\b"
    r"(?:(?:,? (?:AND|&)|[,;.])? ?\b(?:AFFIRMED|REVERSED|VACATED|REMANDED|DISMISSED|DENIED|GRANTED|AND|and|IN PART|IN|PART|AS MODIFIED|WITH (?:INSTRUCTIONS|DIRECTIONS)|CASE|FOR (?:RESENTENCING|NEW TRIAL|FURTHER PROCEEDINGS))\b)*"
)
_DISPOSED_SENTENCE = re.compile(
    r"\b(?:judgments?|orders?|decisions?|decrees?|convictions?|sentences?|petitions?|appeals?|writs?|case|cause|certiorari|relief|motions?)\b[^.]{0,160}?\b(?:is|are|be|must be|should be|hereby|therefore|accordingly|stand)\b[^.]{0,60}?"
    r"\b(?P<what>(?:affirmed|reversed|vacated|remanded|dismissed|denied|granted|discharged)(?:[^.]{0,60}?\b(?:affirmed|reversed|vacated|remanded|dismissed)\b)*)|^\W*(?P<alone>(?:affirmed|reversed|vacated|dismissed|denied)(?:[ ,]+(?:and|in|part|affirmed|reversed|vacated|remanded|as|modified|case|with|instructions|directions))*)\W*$",
    re.I | re.M,
)
_VERB = re.compile(
    r"affirmed|reversed|vacated|remanded|dismissed|denied|granted|discharged|transferred|enforced|in part", re.I
)


def disposition_of(text: str, parts: Sequence[Part], notes: Sequence[Footnote]) -> Found | None:
    """The last word of the court's opinion, before its gathered notes."""
    lead = next((part for part in parts if part.kind in ("lead", "plurality", "per_curiam")), None)
    if lead is None:
        return None
    own = [note for note in notes if lead.start <= note.start < lead.end]
    last_mark = max((note.ref or 0 for note in own), default=0)
    ends = [lead.end, *(note.start for note in own if note.start > last_mark)][:2]
    last = None
    for pattern in (_DISPOSED, _DISPOSED_SENTENCE):
        for end in ends:
            for match in pattern.finditer(text, max(lead.start, end - 2500), end):
                if not any(note.start <= match.start() < note.end for note in own):
                    last = match
            if last is not None:
                break
        if last is not None:
            break
    if last is None:
        return None
    verbs = [verb.lower() for verb in _VERB.findall(last.group())]
    words = ""
    for verb in verbs:
        words += f" {verb}" if verb == "in part" else f", {verb}" if words else verb
    words = re.sub(r", (\w+(?: in part)?)$", r" and \1", words)
    return Found(words, f"text: {' '.join(last.group().split())[-80:]}") if words else None
