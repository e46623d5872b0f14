"""Citations as found → the authority each means: short forms, *supra*, names alone, *id.*, bare sections and rules.

What a number decides comes first (reporter slots, sections), then what a name decides, by who is under discussion;
*id.* last, along each line of text. What several authorities could be stays open, and the reason is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from citator.corpus.citations.dubbed import dubbed
from citator.corpus.model import Citation, Opinion, Unresolved
from citator.corpus.resolve.antecedents import HERE, LAWS, WORKS, Antecedent, Line, meant
from citator.corpus.resolve.cases import Cases, bare_pages
from citator.corpus.resolve.codified import Codified
from citator.corpus.resolve.laws import Laws
from citator.corpus.resolve.place import Place
from citator.corpus.resolve.works import Works

__all__ = ["resolve"]

_WHOLE = re.compile(r" v\. |^(?:In re|Ex parte|Matter of) ")
_DIRECTLY = re.compile(r",?\s+|,")
_WHERE = re.compile(r"(?:,?\s+|,)[(\[]?")
_CITING = re.compile(r",\s+(?:in turn\s+)?(?:citing|quoting)\s+")
_FILED_AS = re.compile(r"ECF|Dkt|Doc|D\.?\s?E\.?\s|J\.\s?A\.")
_PLACE_HERE = re.compile(r"(?:see )?(?:parts?|sections?|§|notes?|points?|pp?\.|pages?|[IVX]+)\b|\d+$", re.I)
_NO_NAME = re.compile(
    r"(?:^|[\s(])[a-z]\w*,?\s$|[\d)\]],?\s$|\b(?:Part|Section|Point)s?\s[\w.–-]+,?\s$"
)  # "as noted, supra", "§ 522 (c), supra"
_CHAPTER = re.compile(r"\s{1,4}(?:ch|tit|pt)\.\s{1,4}\w{1,6},?\s{1,8}")  # "Id. ch. 9B, § 12"
_UNTOLD = frozenset({"xref", "self_cite"})  # they mean this decision itself


def resolve(opinion: Opinion, citations: Iterable[Citation]) -> tuple[tuple[Citation, ...], tuple[Unresolved, ...]]:
    """The same citations with ``authority`` filled in, and those for which it could not be told."""
    resolver = _Resolver(opinion, bare_pages(sorted(citations, key=lambda c: c.span)))
    resolver.by_number()
    resolver.by_name()
    resolver.by_place()
    resolver.by_section()
    untold = (c for c in resolver.found if c.authority is None and c.kind not in _UNTOLD)
    why = ((c.span, resolver.why.get(c.start, "not told")) for c in untold)
    return tuple(resolver.found), tuple(Unresolved(span, reason) for span, reason in why if reason != HERE)


class _Resolver:
    def __init__(self, opinion: Opinion, citations: list[Citation]) -> None:
        self.opinion = opinion
        self.text = opinion.text
        self.found = citations
        self.why: dict[int, str] = {}
        self._place = Place(opinion)
        self._laws = Laws(citations, opinion.decision.court)
        self._codified = Codified(opinion.text, citations)
        self._works = Works(citations)
        self._cases = Cases(citations)

    def _told(self, i: int, authority: str | None, why: str) -> None:
        """The citation at ``i`` means ``authority``, or it could not be told and ``why``."""
        c = self.found[i]
        if c.authority != authority:
            self.found[i] = replace(c, authority=authority)
        if authority is None:
            self.why[c.start] = why
        elif self._cases.get(authority):
            self._cases.saw(authority, c.start)

    # What a number decides.

    def by_number(self) -> None:
        """Full cites of one case brought together; short forms by volume and page; sections and rules by number."""
        for i, c in enumerate(self.found):
            if c.kind in ("full_case", "docket"):
                self._told(i, self._full(c), "its page was not known yet")
            elif c.kind == "short_case":
                self._told(i, *self._short(i, c))
            elif c.kind in LAWS:
                told, why = self._laws.resolve(c)
                self.found[i] = self._codified.meant(c, told)
                self._told(i, self.found[i].authority, why)

        self._said_elsewhere()

    def _said_elsewhere(self) -> None:
        """The court of a case where another citation of it says so, as a parenthesis often gives the year alone; and
        the name that one before says. A decision below is cited by its volume alone, and may be named in the end.
        """
        full = [(i, c) for i, c in enumerate(self.found) if c.kind == "full_case" and c.authority]
        courts: dict[str, set[str]] = {}
        for _, c in full:
            if c.authority and c.court:
                courts.setdefault(c.authority, set()).add(c.court)
        names: dict[str, str] = {}
        for i, c in full:
            assert c.authority is not None
            if c.name and _WHOLE.search(c.name):
                names.setdefault(c.authority, c.name)
            said = courts.get(c.authority, ())
            court = c.court or (next(iter(said)) if len(said) == 1 else None)
            name = c.name or names.get(c.authority)
            if (court, name) != (c.court, c.name):
                self.found[i] = replace(c, court=court, name=name)

    def _full(self, c: Citation) -> str | None:
        authority = self._cases.of_full(c)
        if authority and (called := dubbed(self.text, c)):
            self._cases.call(called[0], authority)
        return authority

    def _short(self, i: int, c: Citation) -> tuple[str | None, str]:
        authority = self._cases.in_slot(c.cite, c.name)
        if authority is None and c.name and c.parallel_of is None:
            called = self._cases.called(c.name)
            authority = called[0] if len(called) == 1 else None
        if authority:
            if c.name and not self._cases.called(c.name):
                self._cases.call(c.name, authority)
            return authority, ""
        before = self.found[i - 1] if i else None
        if before and before.kind == "xref" and _DIRECTLY.fullmatch(self.text, before.full.end, c.start):
            return self.opinion.decision.citation, "a page of this decision itself"
        return None, "no case cited in full is in this volume"

    # What a name decides.

    def by_name(self) -> None:
        """*Supra* and names alone, by who is under discussion."""
        for i, c in enumerate(self.found):
            if c.kind not in ("supra", "name_ref", "journal_short") or c.authority:
                continue
            authority = self._directly_before(i, c) if c.kind == "supra" else None
            authority = authority or (self._named(c) if c.name else None)
            if authority is None and c.kind == "supra" and self._points_here(c):
                self.found[i] = replace(c, kind="xref")
            else:
                self._told(
                    i, authority, f"no case or work called {c.name} is cited" if c.name else "no name stands before it"
                )

    def _named(self, c: Citation) -> str | None:
        assert c.name is not None
        called = self._cases.called_before(c.name, c.start)
        if not called:
            return self._works.called(c.name, c.start) if c.kind != "name_ref" else None
        part = self.opinion.part_at(c.start)
        return self._cases.nearest(called, c.start, since=part.start if part else 0)

    def _directly_before(self, i: int, c: Citation) -> str | None:
        """What is cited just before: ``S. Rep. No. 98-225, supra``, ``the Norwood and Tassoni cases cited supra``."""
        before = self.found[i - 1] if i else None
        if before and before.kind not in LAWS and _DIRECTLY.fullmatch(self.text, before.full.end, c.start):
            return before.authority
        if c.name:
            return None
        near = (d for d in self.found[max(0, i - 4) : i] if d.kind == "name_ref" and c.start - d.end < 80)
        return next((d.authority for d in near), None)

    def _points_here(self, c: Citation) -> bool:
        """Whether a *supra* points into this opinion: ``Part II-B, supra``, ``as noted, supra``."""
        if c.name:
            return self._cases.any and _PLACE_HERE.match(c.name) is not None
        return self._cases.any and _NO_NAME.search(self.text, max(0, c.start - 24), c.start) is not None

    # What the place decides.

    def by_place(self) -> None:
        """*Id.*, line by line: the running text of each part, then each note from what had been cited at its mark."""
        lines: dict[tuple[str, int | None], list[int]] = {}
        for i, c in enumerate(self.found):
            lines.setdefault(self._place.line(c), []).append(i)
        at: dict[str, list[tuple[int, tuple[Antecedent, ...]]]] = {}
        for (part, note), members in lines.items():
            if note is None:
                at[part] = self._along(Line(), members)
        last: dict[str, tuple[int, Antecedent | None]] = {}  # the mark of the note before, and what that cites last
        for (part, note), members in lines.items():
            if note is not None:
                before = self._place.at_mark(at.get(part, []), note)
                mark, beyond = last.get(part, (0, None))
                if beyond and before and before[-1].citation.start < mark:  # the text cites nothing since that note
                    before = (*before, beyond)
                cited = self._along(Line(before, beyond), members)
                called = self.opinion.footnote_at(note)
                mark = called.ref if called and called.ref is not None else note
                last[part] = mark, next(iter(cited[-1][1][-1:]), None)

    def _along(self, line: Line, members: list[int]) -> list[tuple[int, tuple[Antecedent, ...]]]:
        """Resolve *id.* along ``line``; what had been cited at each citation of it."""
        cited = []
        ends = 0  # where the last case or work before ends
        for i in members:
            c = self.found[i]
            if c.kind == "id" and c.authority is None:
                following = self.found[i + 1] if i + 1 < len(self.found) else None
                section = self._section_of(c, following)
                authority, why = meant(c, line, self._cases, section)
                self._told(i, self._laws.other_section(authority, c.start) if authority and section else authority, why)
                if section and following and following.kind == "statute_short" and following.authority is None:
                    self._told(i + 1, *self._that_section(following, self.found[i].authority))
                    self._laws.again(following, self.found[i + 1].authority or "")
            elif c.parallel_of is not None and c.kind in ("short_case", "full_case"):
                self._follow_head(i, c)
            c = self.found[i]
            if self._is_antecedent(c, ends) and not self._beside(i, c):
                aside = self._place.quoted_source(c) or self._is_cited_by(i, c)
                here = c.kind == "xref" or self.why.get(c.start) == HERE
                line.take(c, passing=self._passing(c), aside=aside, here=here)
            if c.kind not in LAWS:
                ends = c.end
            cited.append((c.start, line.snapshot()))
        return cited

    def by_section(self) -> None:
        """Bare sections that were cited with *id.* only: ``Id. § 501``, and then ``§ 501(b)``."""
        for i, c in enumerate(self.found):
            if c.kind == "statute_short" and c.authority is None:
                self.found[i], why = self._laws.resolve(c)
                self._told(i, self.found[i].authority, why)

    def _section_of(self, c: Citation, following: Citation | None) -> str | None:
        """The section behind an *id.*: ``Id. § 2510(12)``, ``Id. ch. 9B, § 12``."""
        if following and following.kind in LAWS and c.end <= following.start:
            if following.kind == "statute" and self.text[following.start].isdigit():
                return None  # "Ibid. 7 U.S.C. § 14": a law with its title is cited for itself
            between = self.text[c.end : following.start]
            whole = _CHAPTER.fullmatch(between)
            if whole or (len(between) < 20 and len(between.strip()) <= 3):  # a line set to the margin has wide spaces
                return " ".join(self.text[c.end if whole else following.start : following.full.end].split())
        return None

    def _that_section(self, c: Citation, authority: str | None) -> tuple[str | None, str]:
        """The section behind an *id.* that means ``authority``, when that is a section of its number."""
        number = (c.cite or "").rpartition(" ")[2]
        told = authority and number and authority.endswith((f"§ {number}", f"-{number}"))
        return (authority, "") if told else (None, self.why.get(c.start, "no law is cited before it"))

    def _follow_head(self, i: int, c: Citation) -> None:
        """A parallel means what its head means: ``Oyler, supra, at 456, 82 S.Ct., at 506``."""
        head = next((d for d in reversed(self.found[max(0, i - 8) : i]) if d.start == c.parallel_of), None)
        if head and head.authority and (c.kind == "short_case" or self._cases.get(c.authority) is None):
            self._told(i, head.authority, "")

    def _is_antecedent(self, c: Citation, ends: int) -> bool:
        if c.kind == "name_ref":
            return c.authority is not None and (c.pin is not None or self._place.in_focus(c, ends))
        if c.kind == "xref":
            return self._place.names_an_opinion(c)
        return c.kind in ("full_case", "short_case", "supra", "id", "docket") or c.kind in LAWS or c.kind in WORKS

    def _is_cited_by(self, i: int, c: Citation) -> bool:
        """Whether the case before cites ``c``: ``Roe v. Doe, 7 Ohio St.3d 9, citing Poe v. Roe (1977), 5 Ohio St.2d 3``."""
        before = next((d for d in reversed(self.found[max(0, i - 8) : i]) if d.parallel_of is None), None)
        if before is None or before.kind not in ("full_case", "short_case", "id", "supra"):
            return False
        ends = max(d.full.end for d in self.found[max(0, i - 8) : i])
        return _CITING.fullmatch(self.text, ends, min(c.full.start, c.start)) is not None

    def _beside(self, i: int, c: Citation) -> bool:
        """Whether a page of the record only says where another work is copied or filed: ``Compl. ¶ 10, ECF No. 1``."""
        before = self.found[i - 1] if i and c.kind == "record" else None
        if before is None or not _WHERE.fullmatch(self.text, before.full.end, c.start):
            return False
        return self._cases.get(before.authority) is not None or (
            before.kind == "record" and _FILED_AS.match(self.text, c.start) is not None
        )

    def _passing(self, c: Citation) -> bool:
        """Whether ``c`` stands in words of others, or is a law merely spoken of."""
        return self._place.quoted(c.start) or (c.kind in LAWS and not self._place.begins_clause(c))
