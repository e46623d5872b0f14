"""Heads that name no court → the court whose own way of heading or numbering its cases they show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from citator.corpus.structure.found import Found


class Sign(NamedTuple):
    """A head of ``court`` matches ``pattern``, which sees its cells as lines; ``example`` is one, ``other`` is none."""

    court: str
    pattern: re.Pattern[str]
    example: str
    other: str


def _sign(court: str, pattern: str, example: str, other: str) -> Sign:
    return Sign(court, re.compile(pattern, re.M), example, other)


SIGNS = (
    _sign(
        "calctapp",
        r"^(?:First|Second|Third|Fourth|Fifth|Sixth) (?:Appellate District|Dist\.)(?:,? Div(?:ision|\.) \w+)?\.?\n\[(?:Civ\. |Crim\. |Cr\. )?No\. [A-H]?\d",
        "Second Dist., Div. Four.\n[No. B112233.",
        "Second District\nNo. 2-11-1234",
    ),
    _sign(
        "cal",
        r"^In Bank\.\n\[(?:Sac|S\. ?F|L\. ?A|Crim)\. No\. \d",
        "In Bank.\n[L. A. No. 1122.",
        "In Bank.\nNo. 1122.",
    ),
    _sign(
        "washctapp",
        r"^Division (?:One|Two|Three)\.\n\[No\. \d{4,6}-\d-I",
        "Division Two.\n[No. 12345-6-II.",
        "Division Two.\nNo. 12",
    ),
    _sign("wash", r"^En Banc\.\]?\n\[No\. \d{5}-\d\.", "En Banc.]\n[No. 12345-6.", "En Banc.\nNo. 12345."),
    _sign(
        "illappct",
        r"^(?:First|Second|Third|Fourth|Fifth) District(?: \(\d\w\w Division\))?\nNos?\. \d[—–-]\d\d[—–-]\d{4}\b",
        "First District (2nd Division)\nNo. 1—07—1122",
        "First District\nNo. 1122",
    ),
    _sign("gactapp", r"^A\d\d[A-Z]\d{4}\.?$", "A91A1122.", "A91A1122 is the number"),
    _sign("ga", r"^S\d\d[A-Z]\d{4}\.?$", "S04A1122.", "SA1122."),
    _sign(
        "bta",
        r"^Docket Nos?\. [\s\S]*Commissioner of Internal Revenue, Respondent[\s\S]*^Promulgated \w+ \d+, 19(?:2|3|4[01])",
        "Docket No. 1122.\nJohn Roe, Petitioner, v. Commissioner of Internal Revenue, Respondent.\nPromulgated May 2, 1931.",
        "Docket No. 1122.\nJohn Roe, Petitioner, v. Commissioner of Internal Revenue, Respondent.\nDecided May 2, 1931.",
    ),
    _sign(
        "tax",
        r"^Docket Nos?\. [\s\S]*Commissioner of Internal Revenue, Respondent[\s\S]*^(?:Promulgated|Filed) \w+ \d+, (?:194[3-9]|19[5-9]|20)",
        "Docket No. 1122.\nJohn Roe, Petitioner, v. Commissioner of Internal Revenue, Respondent.\nFiled May 2, 1961.",
        "No. 1122.\nJohn Roe, Petitioner, v. Commissioner of Internal Revenue, Respondent.\nMay 2, 1961.",
    ),
)


def court_by_signs(cells: Sequence[str]) -> Found | None:
    """The court whose sign the first ``cells`` of a head show."""
    head = "\n".join(cells)
    for sign in SIGNS:
        if match := sign.pattern.search(head):
            return Found(sign.court, f"text: {' '.join(match.group().split())[:80]}")
    return None
