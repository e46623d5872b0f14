"""Citations as found → the authority each means: short forms, *supra*, names alone, *id.*, bare sections and rules.

One pass in the order of the text for what a name or a number decides, one along each line of text for *id.*
What several authorities could be stays open, and the reason is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from citator.corpus.model import Citation, Opinion, Unresolved
from citator.corpus.resolve.antecedents import LAWS, WORKS, Antecedent, Line, meant
from citator.corpus.resolve.cases import Cases, bare_pages
from citator.corpus.resolve.laws import Laws
from citator.corpus.resolve.place import Place
from citator.corpus.resolve.works import Works

__all__ = ["resolve"]

_HEREINAFTER = re.compile(
    r"[\s,]*\((?:hereinafter|hereafter|[“\"]),? ?[“\"‘']?(?P<name>[A-Z][^()“”\"]{1,40}?)[”\"’']?\)"
)


def resolve(opinion: Opinion, citations: Iterable[Citation]) -> tuple[tuple[Citation, ...], tuple[Unresolved, ...]]:
    """The same citations with ``authority`` filled in, and those for which it could not be told."""
    return _Resolver(opinion, sorted(citations, key=lambda c: c.span)).run()


class _Resolver:
    def __init__(self, opinion: Opinion, citations: list[Citation]) -> None:
        self.opinion = opinion
        self.text = opinion.text
        self.found = citations = bare_pages(citations)
        self.place = Place(opinion)
        self.laws = Laws(citations)
        self.works = Works(citations)
        self.cases = Cases(citations)
        self.why: dict[int, str] = {}

    def run(self) -> tuple[tuple[Citation, ...], tuple[Unresolved, ...]]:
        self._by_number()
        self._by_name()
        self._by_place()
        open_ = [
            Unresolved(c.span, self._reason(c))
            for c in self.found
            if c.authority is None and c.kind not in ("xref", "self_cite")
        ]
        return tuple(self.found), tuple(open_)

    def _reason(self, c: Citation) -> str:
        return self.why.get(c.start, "what it refers to could not be told")

    def _by_number(self) -> None:
        """Full cites of one case brought together; short forms by volume and page; sections and rules by number."""
        for i, c in enumerate(self.found):
            if c.kind in ("full_case", "docket"):
                c = self._full(c)
            elif c.kind == "short_case":
                c = self._short(c)
            elif c.kind in LAWS:
                c, why = self.laws.resolve(c)
                if why:
                    self.why[c.start] = why
            self.found[i] = c
            if c.authority and self.cases.get(c.authority):
                self.cases.saw(c.authority, c.start)
        self._parallels()

    def _full(self, c: Citation) -> Citation:
        authority = c.authority or c.cite
        authority = self.cases.first_citation(authority) if authority and "_" not in authority else authority
        if c.name and authority and (called := _HEREINAFTER.match(self.text, c.full.end)):
            self.cases.call_by(called["name"], authority)
        return replace(c, authority=authority)

    def _short(self, c: Citation) -> Citation:
        authority = self.cases.in_slot(c.cite, c.name)
        if authority is None and c.name and not c.parallel_of:
            called = self.cases.called(c.name)
            authority = called[0] if len(called) == 1 else None
        if authority and c.name:
            self.cases.call_by(c.name, authority)
        if authority is None:
            self.why[c.start] = "no case cited in full is in this volume"
        return replace(c, authority=authority)

    def _parallels(self) -> None:
        """A parallel short form means what its head means: ``Oyler, supra, at 456, 82 S.Ct., at 506``."""
        self.heads = {c.parallel_of for c in self.found if c.parallel_of is not None}

    def _by_name(self) -> None:
        """*Supra* and names alone, by who is under discussion."""
        for i, c in enumerate(self.found):
            if c.kind not in ("supra", "name_ref", "journal_short") or c.authority:
                continue
            authority, why = self._named(i, c)
            if authority:
                self.cases.saw(authority, c.start)
            else:
                self.why[c.start] = why
            self.found[i] = replace(c, authority=authority)

    def _named(self, i: int, c: Citation) -> tuple[str | None, str]:
        before = self.found[i - 1] if i else None
        if (
            c.kind == "supra"
            and before
            and before.authority
            and re.fullmatch(r",?\s*", self.text[before.full.end : c.start] or "x")
        ):
            return before.authority, ""
        if not c.name:
            near = [d for d in self.found[max(0, i - 4) : i] if d.kind == "name_ref" and c.start - d.end < 80]
            return (near[0].authority, "") if near else (None, "no name stands before it")
        work = self.works.called(c.name, c.start) if c.kind != "name_ref" else None
        called = self.cases.called(c.name)
        if work and not called:
            return work, ""
        part = self.opinion.part_at(c.start)
        authority = self.cases.nearest(called, c.start, since=part.start if part else 0)
        return authority or work, f"no case or work called {c.name} is cited"

    def _by_place(self) -> None:
        """*Id.*, line by line: the running text of each part, then each note from what stands at its mark."""
        lines: dict[tuple[str, str | None], list[int]] = {}
        for i, c in enumerate(self.found):
            lines.setdefault(self.place.line(c), []).append(i)
        at_marks: dict[str, list[tuple[int, tuple[Antecedent, ...]]]] = {}
        for (part, note), members in sorted(
            lines.items(), key=lambda line: (line[0][1] is not None, line[0][0], line[0][1] or "")
        ):
            line = Line(self.place.at_mark(at_marks.get(part, []), part, note) if note is not None else ())
            self._along(line, members, at_marks.setdefault(part, []) if note is None else None)

    def _along(
        self, line: Line, members: list[int], snapshots: list[tuple[int, tuple[Antecedent, ...]]] | None
    ) -> None:
        after = 0  # where the case spoken of before ends
        for i in members:
            c = self.found[i]
            if c.kind == "id" and c.authority is None:
                following = self.found[i + 1] if i + 1 < len(self.found) else None
                c = self._id(c, line, following)
            elif c.parallel_of is not None and c.kind in ("short_case", "full_case"):
                c = self._parallel(c, i)
            self.found[i] = c
            if self._is_antecedent(c, after):
                line.take(c, c.authority, passing=self._passing(c), aside=self.place.quoted_source(c))
                if c.authority and self.cases.get(c.authority) and c.kind == "id":
                    self.cases.saw(c.authority, c.start)
            if c.kind not in LAWS:
                after = c.end
            if snapshots is not None:
                snapshots.append((c.start, line.snapshot()))

    def _id(self, c: Citation, line: Line, following: Citation | None) -> Citation:
        section = None
        if following and following.kind in LAWS and 0 <= following.start - c.end <= 5:
            section = self.text[following.start : following.full.end]
        authority, why = meant(c, line, self.cases, section)
        if why:
            self.why[c.start] = why
        return replace(c, authority=authority)

    def _parallel(self, c: Citation, i: int) -> Citation:
        for back in range(i - 1, max(-1, i - 8), -1):
            if self.found[back].start == c.parallel_of:
                head = self.found[back]
                if head.authority and (
                    c.authority is None or c.kind == "short_case" or self.cases.get(c.authority) is None
                ):
                    return replace(c, authority=head.authority)
                break
        return c

    def _is_antecedent(self, c: Citation, after: int) -> bool:
        if c.kind == "name_ref":
            return c.authority is not None and self.place.in_focus(c, after)
        if c.kind == "xref":  # "Ante, at 7. … Ibid." means the other opinion
            return self.text[c.start : c.start + 4].lower() in ("ante", "post", "majo", "maj.", "diss")
        return c.kind in ("full_case", "short_case", "supra", "id", "docket") or c.kind in LAWS or c.kind in WORKS

    def _passing(self, c: Citation) -> bool:
        if self.place.quoted(c.start):
            return True
        return c.kind in LAWS and not self.place.begins_clause(c)
