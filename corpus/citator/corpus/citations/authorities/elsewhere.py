"""References to other pages, notes and opinions of the same decision: ``Post at 1526``, ``note 7 supra``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citator.corpus.citations.authorities.found import Found, positions

_PAGES = r"(?P<pin>(?:\d+(?:[-–]\d+)?|_+(?:\s?[-–]\s?_+)?)(?:,\s\d+(?:[-–]\d+)?(?!\w|\s[A-Z]))*(?:,?\s(?:&|and)?\s?nn?\.\s?\d+)?)"
_OPINION = re.compile(
    rf"\b(?:[Pp]ost|[Aa]nte|(?:[Mm]ajority|[Mm]aj\.|[Dd]issent(?:ing)?|[Cc]oncurr(?:ence|ing)|[Pp]lurality)\s[Oo]p(?:inion|\.)"
    rf"|[Dd]issent|[Ii]nfra|[Ss]lip\s[Oo]p\.),?\s(?:at|p+\.)\s{_PAGES}"
)
_NOTE = re.compile(
    r"\b(?:[Nn]otes?|nn?\.|[Pp]ages?|pp?\.|[Pp]art)\s(?P<pin>\d+(?:[-–]\d+)?|[IVX]+(?:\.?[A-Z](?:\.\d+)?)?),?\s(?:supra|infra)\b"
)
_NOTE_BEHIND = re.compile(
    r"(?:[Ss]upra|[Ii]nfra),?\s(?:(?:[Nn]otes?|nn?\.|[Pp]ages?|pp?\.|at\snn?\.)\s(?P<pin>\d+(?:[-–]\d+)?)"
    r"|(?:[Pp]arts?\s|[Ss]ections?\s|§+\s?)(?P<part>[IVX]+(?:[.–-][A-Z\d]{1,2}|\([A-Z\d]{1,2}\)){0,3})(?!\w))"
)
# "See supra, at 7"; behind a comma or a name it cites a case again.
_SUPRA = re.compile(
    rf"(?:(?<![\w’'.-])[a-z]{{2,}}|\b(?:noted|said|explained|discussed|mentioned|observed|stated|described|indicated|seen|shown|held),|(?<=[;(—.])(?<!cit\.)|\b[Ss]ee(?: also| generally)?,?)\s(?P<there>[Ss]upra,?\s(?:at|p+\.)\s{_PAGES})"
)
# Behind a case, a page of the slip opinion is the pin of that: "589 U. S. ___ (2020) (slip op., at 4)".
_SLIP_OF_CASE = re.compile(
    r"(?:[)\]_\d–—-]\s\(|\b[Ii](?:bi)?d\.,?\s\(|\b[Ss]upra,\s|\bNos?\.\s[^;()]{2,70},\s)[Ss]lip\Z"
)
_NAMED = re.compile(r"(?<!\w)(?!(?:See|Cf\.|But|And|As)\s)[A-Z][\w’'.]*,?\s\Z")


def find(text: str) -> Iterator[Found]:
    """Every cross-reference; ``Roe, supra note 7`` is none, it cites *Roe* again."""
    for at in positions(text, " at ", " p. ", " pp. "):
        there = _around(_OPINION, text, at, 24)
        if there:
            begin = there.start()
            slip = text.startswith(("slip", "Slip"), begin)
            if not (slip and _SLIP_OF_CASE.search(text, max(0, begin - 90), begin + 4)):
                yield Found(*there.span(), "xref", pin=there["pin"])
            continue
        if "upra" not in text[at - 6 : at]:
            continue
        there = _SUPRA.search(text, max(0, at - 28), at + 40)
        if there and there.start("there") < at < there.start("pin"):
            yield Found(*there.span("there"), "xref", pin=there["pin"])
    for at in positions(text, " supra", " infra"):
        there = _NOTE.search(text, max(0, at - 16), at + 6)
        if there and there.end() == at + 6:
            yield Found(*there.span(), "xref", pin=there["pin"])
    for at in positions(text, "upra", "nfra"):
        there = _NOTE_BEHIND.match(text, max(0, at - 1))
        if there and (there[0][0] in "iI" or not _NAMED.search(text, max(0, at - 30), at - 1)):
            yield Found(*there.span(), "xref", pin=there["pin"] or there["part"])


def _around(pattern: re.Pattern[str], text: str, at: int, reach: int) -> re.Match[str] | None:
    """The match whose words stand before ``at`` and whose pages stand behind it."""
    for match in pattern.finditer(text, max(0, at - reach), at + 40):
        if match.start() < at < match.start("pin"):
            return match
    return None
