"""Text → gaps where a copy has lost section marks, or underscores for a page not known yet, or has a letter for a mark; and
what stood there."""

from __future__ import annotations

import re
from collections.abc import Iterator

# "Roe v. Doe,     F.2d    ,     (1st Cir. 1993)": blanks where underscores stood for a page not known yet.
_LOST_BLANKS = re.compile(
    r"(?<=,) {3,}(?=(?:F\. ?(?:[23]d|4th|Supp\.(?: ?[23]d)?)|U\. ?S\.|S\. ?Ct\.)(?P<page>(?P<at>\s+at)?\s{3,})[,\[(.;](?P<pin>\s{3,}(?=[\[(]))?)"
)
_LOST_PIN = re.compile(r"(?<=\d,) {3,}(?=, \d)")  # the same between parallels: "599 U.S. 12,    , 210 L. Ed. 2d 34"
# "18 U.S.C.   924" in a text that has lost its section marks, and so "under   924" for "under § 924".
_LOST_MARK = re.compile(r"\bU\. ?S\. ?C\.(?:A\.)? {3,}\d")
_KNOWN_SECTION = re.compile(r"(?:\bU\. ?S\. ?C\.(?:A\.)?|\b[Ss]ections?)\s+(\d{3,5}[a-z]?)\b")
_UNMARKED = re.compile(
    r"(?:(?<=[a-z(])|(?<=[a-z],))(?<!ection)(?<!ections)(?P<gap>(?: |\n {0,4})*(?: {3}|\n {2,4}))"
    r"(?P<number>\d{3,5}[a-z]?)\b(?![,.:]\d| [A-Z][\w.]* ?\d)"
)
# The same where a code, a chapter or title of it, an article or a treatise is named just before: "R.I. Gen. Laws   11-8-3".
_UNMARKED_OF_CODE = re.compile(
    r"\b(?:Gen\.\s+(?:Laws|L\.)|G\.\s?L\.|(?<!Stat\. )(?<!Stat\.  )Const\.|(?:Stat|C\.F\.R|U\.C\.C|U\.S\.S\.G|[A-Z]\w+\.\s+Code|Code|Stat\.\s+Ann|Code\s+Ann|Laws\s+Ann)\.|Laws\s+Ann\.|Penal\s+Code"
    r"|(?:Stat|Laws?|Ann|L|Code)[.,]*\s+(?:ch|tit|c)\.\s+\w{1,5},?|\bart\.\s+[IVX]+,|\b[Ii]d\."
    r"|(?:on|of|and)\s+(?:Contracts|Torts|Procedure|Evidence|Property|Trusts|Copyright)|(?:Contracts|Torts|Evidence),)"
    r"(?P<gap>(?: |\n {0,4})*(?: {3}|\n {2,4})\s*)(?!(?:1[89]|20)\d\d\b)\d[\w.:/-]*(?<![.:-])"
)
# "28 U.S.C. s 1343", as databases wrote "§" before they had the sign, and so "under s 1343".
_LETTER_MARK = re.compile(r"(?:U\. ?S\. ?C\.(?: ?A\.)?|C\. ?F\. ?R\.|Code|Stat\.|Const\.) ss? \d")
_LETTER = re.compile(r"(?<![^\s(\[“\"])ss?(?= \d)")


def marked(text: str) -> str:
    """``text``, each line one paragraph, with section marks for the letters that stand for them.

    >>> marked("28 U.S.C. s 1343 (5 s 5), and ss 7 and 8")
    '28 U.S.C. § 1343 (5 § 5), and §§ 7 and 8'
    """
    if "§" in text or not _LETTER_MARK.search(text):
        return text
    return _LETTER.sub(lambda letters: "§" * len(letters[0]), text)


def blanks(text: str) -> Iterator[tuple[int, str]]:
    """Gaps in which underscores were lost, by where they begin, and what they become."""
    if ",   " not in text:
        return
    for pin in _LOST_PIN.finditer(text):
        yield pin.start(), " ___"
    for gap in _LOST_BLANKS.finditer(text):
        yield gap.start(), " ___ "
        yield gap.start("page") + len(gap["at"] or ""), " ___"
        if gap["pin"]:
            yield gap.start("pin"), " ___ "


def section_marks(text: str) -> Iterator[tuple[int, str]]:
    """Gaps that a lost section mark left before the number of a section cited elsewhere."""
    if "§" in text:
        return
    known = set(_KNOWN_SECTION.findall(text)) if _LOST_MARK.search(text) else ()
    for section in _UNMARKED.finditer(text) if known else ():
        if section["number"] in known:
            yield section.start("gap"), " § "
    for section in _UNMARKED_OF_CODE.finditer(text):
        yield section.start("gap"), " § "
