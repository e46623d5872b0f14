"""Bare sections, rules and codes → the law meant: ``§ 1326(b)`` is a section of the code it was cited with."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import replace

from citator.corpus.model import Citation
from citator.corpus.resolve.federal_rules import is_federal, set_of

_SECTION = re.compile(r"(?P<code>.*\S) (?:§+|art\.) (?P<number>\S+)$")
_RULE = re.compile(r"(?P<set>.*\S) (?P<number>\d\S*)$")
_ACT = re.compile(r"[A-Z]{3,6}A?$|(?!Act of [A-Z][a-z]+\.? \d).*\bAct(?: of \d{4})?(?: \([A-Z]+\))?$|.*\bCode$")
# Acts whose sections bear the numbers of the United States Code, in this title; elsewhere only a long number is shared.
_NUMBERED_ALIKE = {
    "5 U.S.C.": ("Admin. Procedure Act", "Administrative Procedure Act", "APA", "FOIA", "Privacy Act"),
    "9 U.S.C.": ("Federal Arbitration Act", "Arbitration Act", "FAA"),
    "11 U.S.C.": ("Bankruptcy Code", "Bankruptcy Reform Act", "Bankruptcy Reform Act of 1978", "BAPCPA"),
    "15 U.S.C.": ("Sherman Act",),
    "17 U.S.C.": ("Copyright Act", "Copyright Act of 1976"),
    "35 U.S.C.": ("Patent Act",),
}
_OF_AMENDMENT = re.compile(r"amend\. \w+, § (\d+)$")
_NEAR = 60  # sections of one act stand close together in a code
_NEAR_IN_ACT = 20  # the next act cited has the same numbers
_LEADING = re.compile(r"\d+")
_LETTERED = re.compile(r"(\d+)[A-Za-z]{0,3}")


class Laws:
    """What each section and rule number was cited with, and where."""

    def __init__(self, citations: Iterable[Citation], court: str | None = None) -> None:
        self._federal = is_federal(court)
        self._sections: dict[str, list[tuple[int, str]]] = {}
        self._acts: dict[str, list[tuple[int, str]]] = {}  # "section 8 of the NLRA", cited by the act alone
        self._ranges: list[tuple[int, int, str]] = []
        self._codes: list[tuple[int, int, str]] = []  # start, section, code
        self._of_acts: list[tuple[int, str]] = []  # section, act
        self._titled: dict[int, list[tuple[int, str]]] = {}  # hyphens in a number that holds its title → sections
        self._parts: dict[str, list[tuple[int, str]]] = {}  # what stands before the point of a number → codes
        self._rules: dict[str, list[tuple[int, str]]] = {}
        self._sets: dict[str, None] = {}
        self._full: dict[str, str] = {}  # a code or provision without its state → with it
        for c in citations:
            if c.authority and c.kind == "statute_short" and (section := _SECTION.match(c.authority)):
                self._acts.setdefault(section["number"], []).append((c.start, c.authority))
                if section["number"].isdigit() and _ACT.match(section["code"]):
                    self._of_acts.append((int(section["number"]), section["code"]))
            elif c.authority and (c.kind in ("statute", "regulation", "guideline") or is_restatement(c)):
                self._section(c.start, c.authority)
            elif c.authority and c.kind == "rule" and (rule := _RULE.match(c.authority)):
                self._rules.setdefault(rule["number"], []).append((c.start, c.authority))
                if "Cir. R." not in rule["set"] and rule["set"] not in ("DR", "EC"):  # these are always named
                    self._sets[rule["set"]] = None
            elif c.authority and c.kind == "constitution":
                self._full.setdefault(c.authority.partition("Const. ")[2], c.authority)
                if section := _OF_AMENDMENT.search(c.authority):
                    self._acts.setdefault(section[1], []).append((c.start, c.authority))
        self._states()

    def _section(self, start: int, authority: str) -> None:
        section = _SECTION.match(authority)
        if section is None:
            return
        code, number = section["code"], section["number"]
        self._sections.setdefault(number, []).append((start, authority))
        if "§§" not in authority:
            hyphens = number.count("-")
            if "." in number and not hyphens:
                self._parts.setdefault(number.rpartition(".")[0], []).append((start, code))
            elif hyphens:
                self._titled.setdefault(hyphens, []).append((start, authority))
        if code.startswith("Restatement"):
            return
        first, _, last = number.partition("-")
        if "§§" in authority and first.isdigit() and last.isdigit():
            self._ranges.append((int(first), int(last), code))
        if leading := _LETTERED.fullmatch(first):
            self._codes.append((start, int(leading[1]), code))

    def _states(self) -> None:
        codes = {code for _, _, code in self._codes}
        for code in sorted(codes):
            words = code.split()
            for i in (1, 2):
                if len(words) > i + 1 and words[i - 1].endswith("."):
                    self._full.setdefault(" ".join(words[i:]), code)

    def resolve(self, c: Citation) -> tuple[Citation, str]:
        """``c`` with the law it means, and why none when it is not clear."""
        c, why = self._meant(c)
        codified = self._codified(c) if c.kind in ("statute", "statute_short") and c.authority else None
        return (_meaning(c, codified), "") if codified else (c, why)

    def _codified(self, c: Citation) -> str | None:
        """The section of the United States Code that an act's section is: ``AEDPA’s § 2254`` with 28 U.S.C. § 2254 cited."""
        section = _SECTION.match(c.authority or "")
        if section is None or not _ACT.match(section["code"]):
            return None
        code, number = section["code"], section["number"]
        known = [(at, other) for at, other in self._sections.get(number, []) if " U.S.C. " in other]
        if not re.match(r"\d{4}|\d+[a-z]", number):
            known = [(at, other) for at, other in known if code in _NUMBERED_ALIKE.get(other.partition(" §")[0], ())]
        return _nearest(known, c.start) if known else None

    def _meant(self, c: Citation) -> tuple[Citation, str]:
        if c.kind == "rule":
            return self._rule(c) if c.authority is None else (self._rule_of_a_court(c, c.authority), "")
        if c.kind == "statute_short":
            return self._bare(c)
        if c.kind == "constitution" and c.authority and c.authority.startswith("Const. "):
            whole = self._full.get(c.authority.removeprefix("Const. "))
            return (replace(c, authority=whole), "") if whole else (c, "")
        section = _SECTION.match(c.authority) if c.kind == "statute" and c.authority else None
        if c.authority and section and (whole := self._full.get(section["code"])):
            return replace(c, authority=f"{whole}{c.authority.removeprefix(section['code'])}"), ""
        return c, ""

    def again(self, c: Citation, authority: str) -> None:
        """Take note of the section that an *id.* cites: ``Id. § 501``."""
        if section := _SECTION.match(authority):
            insort(self._sections.setdefault(section["number"], []), (c.start, authority))

    def other_section(self, authority: str, at: int) -> str:
        """``authority``, a section told by a code cited before, or the section of its number that is cited in full."""
        section = _SECTION.match(authority)
        known = self._sections.get(section["number"], []) if section else []
        return authority if not known or any(authority == other for _, other in known) else _nearest(known, at)

    def _rule_of_a_court(self, c: Citation, authority: str) -> Citation:
        """``c`` with the one court whose rules are so called: *Evidence Rule 615* beside *Ind. Evidence Rule 103*."""
        named, _, number = authority.rpartition(" ")
        whose = [one for one in self._sets if one.endswith(f" {named}")] if named.startswith("R. ") else []
        return _meaning(c, f"{whose[0]} {number}") if len(whose) == 1 else c

    def _rule(self, c: Citation) -> tuple[Citation, str]:
        number = (c.cite or "").rpartition(" ")[2]
        if known := self._rules.get(number):
            return _meaning(c, _nearest(known, c.start)), ""
        if c.cite and not c.cite.startswith("Rule "):  # a set is spoken of shortly before
            return _meaning(c, c.cite), ""
        if self._federal and (name := set_of(number, c.pin)):
            return _meaning(c, f"{name} {number}"), ""
        if len(self._sets) == 1:
            return _meaning(c, f"{next(iter(self._sets))} {number}"), ""
        return c, "no set of rules is named for it" if not self._sets else "several sets of rules are cited"

    def _bare(self, c: Citation) -> tuple[Citation, str]:
        number = (c.cite or "").rpartition(" ")[2]
        first = number.partition("-")[0]
        if c.authority is None or (first.isdigit() and int(first) > 999):
            if known := self._sections.get(number) or (c.authority is None and self._acts.get(number)):
                return _meaning(c, _nearest(known, c.start)), ""
            if section := self._of_title(number, c.cite or "", c.start):
                return _meaning(c, section), ""
            if code := self._code_of(first, c.start):
                return _meaning(c, f"{code} {'§§' if '§§' in (c.cite or '') else '§'} {number}"), ""
        return c, "" if c.authority else "no section of this number is cited with its code"

    def _of_title(self, number: str, cite: str, start: int) -> str | None:
        """The section meant where numbers begin with a title or part: ``§ 45-9-103``, where only Montana's code is so
        cited; ``§ 404.911`` beside ``20 C.F.R. § 404.909``; ``§ 3``, where ``Ind. Code § 35-44-3-3`` is."""
        hyphens = number.count("-")
        if hyphens:
            known = self._titled.get(hyphens, [])
            title = number[: number.index("-") + 1]
            codes = {a.partition(" § ")[0] for _, a in known if f"§ {title}" in a}
            codes = codes or {a.partition(" § ")[0] for _, a in known}
            whole = hyphens > 1 or "§§" not in cite  # "§§ 45-47" is a range
            return f"{codes.pop()} § {number}" if len(codes) == 1 and whole else None
        if "." in number:
            parts = self._parts.get(number.rpartition(".")[0])
            return f"{_nearest(parts, start)} § {number}" if parts else None
        last = [(at, a) for n, known in self._titled.items() if n > 2 for at, a in known if a.endswith(f"-{number}")]
        return _nearest(sorted(last), start) if last else None

    def _code_of(self, number: str, start: int) -> str | None:
        """The code cited with a range that holds ``number``, or last with a section close to it, or the one act that was."""
        leading = _LEADING.match(number)
        if leading is None:
            return None
        section = int(leading[0])
        for low, high, code in reversed(self._ranges):
            if low <= section <= high:
                return code
        if section < 100:
            return None
        near = [(abs(at - start), code) for at, other, code in self._codes if abs(other - section) <= _NEAR]
        if near:
            return min(near)[1]
        acts = {act for other, act in self._of_acts if abs(other - section) <= _NEAR_IN_ACT}
        return acts.pop() if len(acts) == 1 else None


def is_restatement(c: Citation) -> bool:
    """Whether ``c`` cites a restatement, whose sections are cited again as a code's are."""
    return c.kind == "book" and c.authority is not None and c.authority.startswith("Restatement") and "§" in c.authority


def _meaning(c: Citation, authority: str) -> Citation:
    return replace(c, authority=authority, cite=authority)


def _nearest(known: list[tuple[int, str]], at: int) -> str:
    """The one cited last before ``at``, else the first after."""
    i = bisect_left(known, (at, ""))
    return known[max(0, i - 1)][1]
