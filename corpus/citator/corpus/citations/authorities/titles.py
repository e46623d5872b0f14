"""Where the author and title of a work begin: back from its volume or year to the start of the citation clause."""

from __future__ import annotations

import re

_REACH = 320
# A clause begins at a semicolon, an opening bracket, the end of a sentence, or a signal.
_BOUNDARY = re.compile(
    r"(?:^|;\s|[(\[]|(?<=[\w\]”\"’)])\.[”\"’)\]]*\s|[?!][”\"]\s"
    r"|\b(?:[Ss]ee(?:,?\s(?:generally|also|e\.\s?g\.))*|[Cc]f\.|[Aa]ccord|[Cc]ompare|[Cc]iting|[Qq]uoting|[Ee]\.\s?g\.),?\s)"
    r"(?=[A-Z“\"']|\d{1,2}[A-Z]?\s(?:[A-Z][a-z]+\s)?[A-Z]\.)"
)
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Jr|Sr|Dr|St|v|vs|No|Mr|Mrs|Ms|Prof|Hon|Col|Gen|Rev|ed|eds|Co|Corp|Inc|Ltd|Ass’n|U\.S))\Z"
)
_CLOSED_AGAIN = re.compile(r"[\w’'-]{1,16}[)\]]")
_SIGNAL_ALONE = re.compile(r"(?:[Ss]ee|[Cc]f\.|[Ee]\.\s?g\.|[Aa]ccord)(?:,?\s(?:generally|also|e\.\s?g\.))*,?\s")


def start_of_work(text: str, end: int) -> int:
    """Where the author of the work whose volume, page or year stands at ``end`` begins.

    >>> text = "Why? See, e.g., A. B. Roe, The Law of X. & Y., 12 L. Rev. 3"
    >>> text[start_of_work(text, text.index("12")):]
    'A. B. Roe, The Law of X. & Y., 12 L. Rev. 3'
    """
    floor = max(text.rfind("\n", 0, end) + 1, end - _REACH)
    start = floor
    for boundary in _BOUNDARY.finditer(text, floor, end):
        if boundary[0][:1] == "." and _ABBREVIATED.search(text, floor, boundary.start()):
            continue
        if boundary[0] in "([" and _CLOSED_AGAIN.match(text, boundary.end(), end):
            continue  # within the title: "The (Possible) Law of Games"; or a subsection: "§ 1:22(C)"
        start = boundary.end()
    return end if _SIGNAL_ALONE.fullmatch(text, start, end) else start
