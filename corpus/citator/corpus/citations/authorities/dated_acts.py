"""Acts cited by their date: ``Act of April 11, 1916, c. 63``, ``Act of June 6, 1887, P.L. 512`` of Pennsylvania."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citator.corpus.citations.authorities.found import Found, positions

# Only a month can stand between "Act of" and a day and a year.
DATED = r"[Aa]ct\sof\s[A-Z][a-z]{2,8}\.?\s\d{1,2},\s(?:1[6-9]\d\d|20\d\d)"
_ACT = re.compile(
    rf"(?P<act>{DATED}),?\s(?:"
    # With a section it is a code of its own, read at the mark.
    r"\(?[Cc](?:h(?:ap(?:ter|\.)|\.)|\.)\s(?P<chapter>\d+)(?!\d)(?!,?\s?(?:§|[Ss]ecs?\b))"
    r"|\(?(?:No\.\s(?P<number>\d+),\s)?P\.\s?(?:L\.|[Ll]aws)\s(?:(?:No\.|(?:1[6-9]|20)\d\d,)\s)?(?:pp?\.\s)?(?P<page>\d{1,4})(?![\d–-])"
    r"(?P<pin>(?:,\s\d{1,4}(?!\d|\s?(?:P\.|Pa\.)))*(?:[.,]\s(?:§+|[Ss]ec(?:tion|\.))\s?\d+)?)"
    r")"
)
_LONG_MONTH = re.compile(r"\b(Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)(?:[a-z]+\.?|\.)?(?=\s\d{1,2},)")


def find(text: str) -> Iterator[Found]:
    """Every act cited by its date and its chapter or page."""
    for at in positions(text, "Act of ", "act of "):
        act = _ACT.match(text, at)
        if act is None or text[at - 1 : at].isalpha():
            continue
        where = f"ch. {act['chapter']}" if act["chapter"] else f"P.L. {act['page']}"
        end = act.end("chapter") if act["chapter"] else act.end("page")
        yield Found(
            at, end, "statute", f"{named(act['act'])}, {where}", pin=(act["pin"] or "").strip(" ,.") or None,
            year=int(act["act"][-4:]), full_end=act.end(),
        )  # fmt: skip


def named(act: str) -> str:
    """``act`` with its month as the Bluebook abbreviates it.

    >>> named("Act of March 3, 1887"), named("act of Sept. 24, 1789"), named("Act of May 8, 1792")
    ('Act of Mar. 3, 1887', 'Act of Sept. 24, 1789', 'Act of May 8, 1792')
    """
    return _LONG_MONTH.sub(r"\1.", act.replace("act of", "Act of", 1))
