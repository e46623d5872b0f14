"""A section of an act and its place in the code beside it (``§ 4 of the Dock Act, 15 U.S.C. § 15``) → one law, the code's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from citator.corpus.model import Citation

_OF = r"(?:,?\s+(?:of|to)\s+(?:the|that|this|said|such|our)\s+[^.,;()§]{2,70})"
_PLACED = r"(?:,\s+(?:as amended,?\s+)?(?:codified\s+(?:as amended\s+)?at\s+)?|\s+\((?:codified\s+(?:as amended\s+)?(?:at|in)\s+)?)"
_BESIDE = re.compile(rf"(?P<of>{_OF})?{_PLACED}")
_ONE = re.compile(r"(?!§§|[Ss]ecs?\.? |[Ss]ections\b)\D")  # "§ 4"; not "§§ 4 and 5", nor the 5 of them
_SEVERAL = re.compile(r"§\s?§|[Ss]ections|[Ss]ecs\b")
_REVISED = "Rev. Stat. § "


class Codified:
    """Which sections of acts this opinion places in a code."""

    def __init__(self, text: str, citations: Sequence[Citation]) -> None:
        self._at: dict[int, str] = {}
        known: dict[str, set[str]] = {}
        numbers = {(c.authority or "").rpartition(" ")[2] for c in citations if c.kind == "statute"}
        for section, there in pairwise(citations):
            beside = _placed(text, section, there)
            if beside is None:
                continue
            assert there.authority is not None
            number = (section.cite or "").rpartition(" ")[2]
            alone = section.authority is None and number in numbers
            if alone and not beside["of"] and section.pin != there.pin:
                continue  # "§ 301, 49 U.S.C. § 114", two of a list
            self._at[section.start] = there.authority
            if not alone and (key := section.authority or section.cite):
                known.setdefault(key, set()).add(there.authority)
        self._everywhere = {key: codes.pop() for key, codes in known.items() if len(codes) == 1}

    def meant(self, c: Citation, told: Citation) -> Citation:
        """``told``, what ``c`` was taken for, or the same law by its place in the code."""
        if c.kind != "statute_short" and not (c.authority or "").startswith(_REVISED):
            return told
        key = told.authority if c.authority else c.cite
        code = self._at.get(c.start) or self._everywhere.get(key or "") or self._everywhere.get(told.authority or "")
        if code is None:
            return told
        return replace(told, authority=code, cite=code if c.kind == "statute_short" else told.cite)


def _placed(text: str, section: Citation, there: Citation) -> re.Match[str] | None:
    """The words between the section of an act and its place in a code, when they say no more than that."""
    if there.kind != "statute" or there.start < section.full.end or not _ONE.match(text, section.start):
        return None
    if section.kind != "statute_short" and not (section.authority or "").startswith(_REVISED):
        return None
    place = (there.authority or "").rpartition(" § ")
    if not place[0] or "Stat." in place[0].split()[1:2] or _SEVERAL.search(text, there.start, there.end):
        return None
    if "et seq" in (there.pin or "") or (there.signal and there.signal != section.signal):
        return None
    return _BESIDE.fullmatch(text, section.full.end, there.start)
