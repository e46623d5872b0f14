"""The code an opinion says its bare sections are of: ``All statutory references are to the Penal Code`` → § 187 is of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from citator.corpus.citations.authorities.found import Found, positions

_DECLARED = re.compile(
    r"\b(?:statutory|section|code)\s(?:references|citations)\s(?:in\sthis\s(?:opinion|decision)\s)?(?:herein\s)?(?:are|will\sbe)\sto\s(?:sections\sof\s)?(?:the\s)?"
    r"(?:[Cc]alifornia\s)?(?P<code>(?:[A-Z][\w’'-]*\s(?:and\s|of\s|&\s)*){1,5}?(?:Code|Act|Law)\b(?:\sof\s(?:Civil|Criminal)\sProcedure)?)"
)


def apply(text: str, found: Iterable[Found]) -> list[Found]:
    """``found`` with the declared code in bare sections whose number is not cited with another.

    >>> apply("All statutory references are to the Penal Code.", [Found(0, 5, "statute_short", "§ 187")])[0].cite
    'Penal Code § 187'
    """
    found = list(found)
    near = (_DECLARED.search(text, max(0, at - 12), at + 160) for at in positions(text, " references ", " citations "))
    declared = next(filter(None, near), None)
    if declared is None:
        return found
    code = declared["code"]
    named = {_number(one) for one in found if one.cite and "§" in one.cite and not _is_bare(one)}
    named |= {_part(section) for section in named}
    return [_of(one, code) if _is_bare(one) and not _is_elsewhere(_number(one), named) else one for one in found]


def _is_elsewhere(section: str, named: set[str]) -> bool:
    return section in named or ("." in section and _part(section) in named)


def _number(one: Found) -> str:
    return (one.cite or "").rsplit(" ", 1)[-1]


def _part(section: str) -> str:
    """``4.`` of ``4.25``: what the sections of one part of a regulation share."""
    before, point, _ = section.partition(".")
    return before + point


def _is_bare(one: Found) -> bool:
    return one.kind == "statute_short" and one.authority is None and (one.cite or "").startswith("§")


def _of(one: Found, code: str) -> Found:
    cite = f"{code} {one.cite}"
    return replace(one, cite=cite, authority=cite)
