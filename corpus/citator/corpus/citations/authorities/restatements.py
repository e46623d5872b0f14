"""Restatements of the law, by section or as a whole: ``Restatement (Second) of Torts § 402A``, ``§ 7 of the Restatement``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from citator.corpus.citations.authorities import sections
from citator.corpus.citations.authorities.found import Found, positions

_EDITION = r"(?:\((?P<edition>\w+)\)\s|,\s|\s)"
_OF = r"(?:[Oo]f|[Oo]p|on)?\s?(?:the\s)?"
_BEFORE_SECTION = re.compile(
    rf"Restatement\s?{_EDITION}{_OF}(?P<subject>(?!§|[Ss]ec)[A-Z]\w+(?:\s(?:of\s|and\s|the\s)?(?!Sec)[A-Z]\w+)*(?::\s[A-Z][A-Za-z.&’'\s]{{2,60}}?)?),?\s(?:§+\s?|[Ss]ec(?:tion|\.)\s)?(?=\d(?!n?d\b))"
)
_SUBJECT = (
    r"(?P<subject>(?i:Agency|Conflict\sof\sLaws|Contracts?|Employment\sLaw|(?:the\s)?Foreign\sRelations\sLaw(?:\sof\sthe\sUnited\sStates)?"
    r"|Judgments|(?:the\s)?Law\sGoverning\sLawyers|Property|Restitution(?:\sand\sUnjust\sEnrichment)?|Security"
    r"|Suretyship(?:\sand\sGuaranty)?|Torts|Trusts|Unfair\sCompetition)(?::\s[A-Z][A-Za-z.&’'\s]{2,40}?(?=[,.;)]))?)(?!\w)"
)
_WHOLE = re.compile(rf"Restatement\s?(?:{_EDITION})(?:of\s(?:the\sLaw(?:\sof|,)\s)?){_SUBJECT}")
_MARK = re.compile(r"(?:§+|[Ss]ec(?:tions?|s?\.))\s?(?=\d)")
_OF_IT = re.compile(r",?\s(?:of|in|to)\s(?:the\s)?\Z")
_AGAIN = re.compile(r"Restatement(?:[’']s)?,?\s(?:§+|[Ss]ec(?:tion|\.))\s?(?=\d)")
_JOINED = re.compile(
    r"(?:,?\s(?:cmts?\.|[Cc]omments?)\s\w(?!\w))?(?:\s\([^()]{0,300}\))?;\s(?P<mark>§+\s?)(?=\d[\w.]*(?:\([a-z\d]\))*,?\s(?:cmt|[Cc]omment|[Ii]llus))"
)
_REACH = 40  # characters between a mark and the restatement whose section it is


def find(text: str) -> Iterator[Found]:
    """Every section of a restatement, and every restatement of an edition that is named as a whole.

    >>> [found.cite for found in find("See § 17A of the Restatement (Second) of Torts. The Restatement (Third) of Agency")]
    ['Restatement (Second) of Torts § 17A', 'Restatement (Third) of Agency']
    >>> [found.cite for found in find("Restatement of Contracts § 33; see Restatement § 34; § 35(b) of the Restatement")]
    ['Restatement of Contracts § 33', 'Restatement of Contracts § 34', 'Restatement of Contracts § 35']
    >>> [found.cite for found in find("Restatement of Trusts §§ 2, 3, Comment a (a sham); § 4, Comment b")]
    ['Restatement of Trusts § 2', 'Restatement of Trusts § 3', 'Restatement of Trusts § 4']
    """
    last: str | None = None  # the one named last
    for at in positions(text, "Restatement"):
        whole = _WHOLE.match(text, at)
        by_section = _BEFORE_SECTION.match(text, at)
        named = by_section or whole
        last = _name(named) if named else last
        if last is None:
            continue
        if cited := by_section or _AGAIN.match(text, at):
            yield from _sections(text, at, cited, last)
        elif section := _mark_before(text, at):
            end = whole.end() if whole else at + len("Restatement")
            yield _section(text, section.start, end, end, f"{last} § {section.number}", section.pin)
        elif whole and whole["edition"]:
            yield _section(text, at, whole.end(), whole.end(), last, None)


def _name(match: re.Match[str]) -> str:
    edition = f"({match['edition']}) " if match["edition"] else ""
    return f"Restatement {edition}of {match['subject']}"


def _sections(text: str, start: int, cited: re.Match[str] | None, name: str) -> Iterator[Found]:
    """The sections that follow ``name``, and those behind a semicolon that have a comment too."""
    while cited is not None:
        several = sections.read(text, cited.end(), several="§§" in cited[0])
        for i, section in enumerate(several):
            start = section.start if i else start
            yield _section(text, start, section.end, section.until, f"{name} § {section.number}", section.pin)
        cited = _JOINED.match(text, several[-1].until) if several else None
        start = cited.start("mark") if cited else start


def _section(text: str, start: int, end: int, until: int, cite: str, pin: str | None) -> Found:
    year, full_end = sections.year_after(text, until)
    return Found(start, end, "book", cite, pin=pin, year=year, full_end=full_end)


def _mark_before(text: str, at: int) -> sections.Section | None:
    """The section that ends where *of the* leads to the word at ``at``; it starts with its mark."""
    for mark in _MARK.finditer(text, max(0, at - _REACH), at):
        cited = sections.read(text, mark.end(), several=False)
        if cited and (link := _OF_IT.search(text, cited[0].end, at)) and link.start() == cited[0].until:
            return replace(cited[0], start=mark.start())
    return None
