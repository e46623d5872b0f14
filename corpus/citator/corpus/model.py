"""The values every step hands to the next: bytes → Document → Opinion → Reading.

All are frozen. An offset is always a Python ``str`` index (code points) into ``Document.text``, and
``text[start:end]`` are the very words. What is not known is ``None``, never a guess.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

PartKind = Literal[
    "syllabus", "lead", "plurality", "concurrence", "concurrence_in_part", "dissent", "per_curiam", "statement", "other",
]  # fmt: skip
CitationKind = Literal[
    "full_case", "short_case", "id", "supra", "name_ref", "self_cite", "statute", "statute_short", "rule",
    "regulation", "constitution", "guideline", "guideline_short", "legislative", "journal", "journal_short",
    "book", "news", "record", "docket", "xref", "other",
]  # fmt: skip
CASE_KINDS: frozenset[CitationKind] = frozenset(
    {"full_case", "short_case", "id", "supra", "name_ref", "self_cite", "docket"}
)
Signal = Literal[
    "see", "see also", "see, e.g.", "e.g.", "cf.", "accord", "contra", "but see", "but cf.", "compare", "see generally"
]
TreatmentLabel = Literal[
    "overrules", "abrogates", "superseded", "reverses", "vacates", "disapproves", "declines_to_follow",
    "criticizes", "questions", "limits", "distinguishes", "declines_to_extend", "contrasts",
    "affirms", "follows", "adopts", "extends", "approves", "reconciles", "quotes", "cites",
    "explains", "compares", "mentions", "history",
]  # fmt: skip
TREATMENTS: tuple[TreatmentLabel, ...] = get_args(TreatmentLabel)
NEGATIVE: frozenset[TreatmentLabel] = frozenset(TREATMENTS[:13])
POSITIVE: frozenset[TreatmentLabel] = frozenset(TREATMENTS[13:21])
Polarity = Literal["negative", "neutral", "positive"]
Actor = Literal["this_court", "this_separate", "third_court", "party", "lower_court", "separate_opinion", "non_court"]
Scope = Literal["full", "to_the_extent", "in_part", "on_other_grounds", "language"]
Basis = Literal["express", "implied", "reported", "signal"]
CitedForHow = Literal["parenthetical", "described", "supports"]


def polarity_of(label: TreatmentLabel) -> Polarity:
    """Which way a treatment points.

    >>> polarity_of("overrules"), polarity_of("follows"), polarity_of("explains")
    ('negative', 'positive', 'neutral')
    """
    if label in NEGATIVE:
        return "negative"
    return "positive" if label in POSITIVE else "neutral"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points.

    >>> Span(0, 2).of("Id. at 3")
    'Id'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Page:
    """A printed page begins: ``start`` is the offset of its mark, ``end`` the end of the mark.

    A sheet of a slip opinion, whose number is at its head or foot, has no mark: there ``start`` is ``end``.
    """

    page: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """One opinion of a decision. ``author`` is a surname."""

    id: str
    kind: PartKind
    author: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Footnote:
    """``ref`` is the offset of the mark in the body, ``start:end`` the note's own text.

    A note that goes on at the foot of the next page is two of these, with one number and one mark.
    """

    number: str
    part: str
    ref: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about a decision from outside its text (a facts file, or the fields of a JSON record)."""

    name: str | None = None
    citation: str | None = None
    other_citations: tuple[str, ...] = ()
    court: str | None = None
    date: str | None = None
    year: int | None = None
    docket: str | None = None
    en_banc: bool | None = None
    disposition: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """What the markup of a file says about its structure; empty for plain text.

    ``parts`` and ``notes`` are final where given: the format knew them, structure need not look. An author
    may still be as printed (``STAHL, Circuit Judge.``).
    """

    pages: tuple[Page, ...] = ()
    parts: tuple[Part, ...] = ()
    notes: tuple[Footnote, ...] = ()
    quotes: tuple[Span, ...] = ()
    headings: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file as text. ``path`` is as the user gave it; ``sha256`` is of the bytes read."""

    path: str
    sha256: str
    format: str
    text: str
    marks: Marks = Marks()
    facts: Facts = Facts()


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what. ``basis`` says, field by field, how a value was worked out (``text``, ``facts file`` …)."""

    name: str | None = None
    citation: str | None = None
    other_citations: tuple[str, ...] = ()
    court: str | None = None
    year: int | None = None
    date: str | None = None
    docket: str | None = None
    en_banc: bool | None = None
    disposition: str | None = None
    basis: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Opinion:
    """A document with its structure found.

    ``parts`` are in text order and do not overlap; text before the first (a caption) belongs to none.
    ``paragraphs`` cover the text, never cross a part or a footnote, and are in order.
    """

    document: Document
    decision: Decision
    parts: tuple[Part, ...]
    pages: tuple[Page, ...]
    footnotes: tuple[Footnote, ...]
    paragraphs: tuple[Span, ...]
    headings: tuple[Span, ...] = ()
    quotes: tuple[Span, ...] = ()
    announced: tuple[tuple[PartKind, str], ...] = ()  # separate opinions a heading names but the file lacks
    furniture: tuple[Span, ...] = ()  # words of the page, not of the opinion: running heads, line numbers, rules

    @property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def _notes(self) -> tuple[list[int], list[Footnote]]:
        notes = sorted(self.footnotes, key=lambda note: note.start)
        return [note.start for note in notes], notes

    @cached_property
    def _part_starts(self) -> list[int]:
        return [part.start for part in self.parts]

    @cached_property
    def _body_pages(self) -> tuple[list[int], list[Page]]:
        """Pages that begin outside footnotes; the notes gathered after a part are printed on pages of its middle."""
        pages = [page for page in self.pages if self.footnote_at(page.start) is None]
        return [page.start for page in pages], pages

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    @cached_property
    def _parts_by_id(self) -> dict[str, Part]:
        return {part.id: part for part in self.parts}

    def footnote_at(self, offset: int) -> Footnote | None:
        starts, notes = self._notes
        i = bisect_right(starts, offset) - 1
        return notes[i] if i >= 0 and offset < notes[i].end else None

    def part_at(self, offset: int) -> Part | None:
        """The opinion that speaks at ``offset``; a footnote's text belongs to the part its mark stands in."""
        note = self.footnote_at(offset)
        if note is not None and note.part in self._parts_by_id:
            return self._parts_by_id[note.part]
        i = bisect_right(self._part_starts, offset) - 1
        return self.parts[i] if i >= 0 and offset < self.parts[i].end else None

    def page_at(self, offset: int) -> str | None:
        """The printed page of ``offset``; a footnote's text counts to the page its mark stands on."""
        note = self.footnote_at(offset)
        if note is not None and note.ref is not None:
            offset = note.ref
        starts, pages = self._body_pages
        i = bisect_right(starts, offset) - 1
        if i >= 0:
            return pages[i].page
        return self._first_page

    @cached_property
    def _first_page(self) -> str | None:
        """Text before the first mark stands on the page before it, when pages are plain numbers."""
        if self.pages and self.pages[0].page.isdigit() and int(self.pages[0].page) > 1:
            return str(int(self.pages[0].page) - 1)
        return None

    def paragraph_at(self, offset: int) -> Span | None:
        i = bisect_right(self._paragraph_starts, offset) - 1
        return self.paragraphs[i] if i >= 0 and offset < self.paragraphs[i].end else None


@dataclass(frozen=True, slots=True)
class Citation:
    """One occurrence. ``span`` is the core cite (``964 F.2d 935``, ``Id.``); ``full`` adds name, pin and parentheses.

    ``authority`` is the normalised first citation of what is finally meant, the same string for every
    parallel, short form and *id.* of it; ``None`` when it could not be told.
    ``depth`` counts the parentheses the cite stands in; ``within`` is the start of the citation in
    whose parenthesis it stands (``quoting …``). ``string`` numbers the citation sentence or clause
    (string cite) it belongs to.
    """

    span: Span
    kind: CitationKind
    full: Span
    cite: str | None = None
    name: str | None = None
    name_span: Span | None = None
    pin: str | None = None
    year: int | None = None
    court: str | None = None
    authority: str | None = None
    signal: Signal | None = None
    parenthetical: Span | None = None  # the first explanatory one, without its parentheses
    weights: tuple[str, ...] = ()  # "en banc", "Kozinski, J., dissenting", "emphasis added" …
    parallel_of: int | None = None
    history: str | None = None
    history_of: int | None = None
    within: int | None = None
    depth: int = 0
    string: int = 0
    part: str = ""
    footnote: str | None = None
    page: str | None = None

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A reference that leads nowhere for certain, and why."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Target:
    """What a treatment is done to. ``citation`` is the start of the Citation that names it."""

    authority: str | None
    name: str | None = None
    citation: int | None = None


@dataclass(frozen=True, slots=True)
class Treatment:
    """One act by one actor upon one authority (or several: *reconciles*), with the words that prove it."""

    treatment: TreatmentLabel
    actor: Actor
    targets: tuple[Target, ...]
    evidence: Span
    part: str
    rule: str
    scope: Scope = "full"
    basis: Basis = "express"
    confidence: float = 0.5
    acting_case: str | None = None
    actor_name: str | None = None  # "Kozinski", "the Tenth Circuit", "the government"
    extent: Span | None = None
    proposition: Span | None = None
    signal: Signal | None = None
    footnote: str | None = None
    page: str | None = None
    trace: tuple[str, ...] = field(default=(), compare=False)  # what --explain prints

    @property
    def polarity(self) -> Polarity:
        return polarity_of(self.treatment)


@dataclass(frozen=True, slots=True)
class Holding:
    """A sentence by which the opinion itself decides a point of law."""

    evidence: Span
    part: str
    page: str | None = None
    footnote: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class CitedFor:
    """What this opinion cites an authority for: the court's words about another case, kept apart from holdings."""

    authority: str
    citation: int
    evidence: Span
    how: CitedForHow
    part: str
    page: str | None = None
    footnote: str | None = None


@dataclass(frozen=True)
class Reading:
    """Everything found in one opinion."""

    opinion: Opinion
    citations: tuple[Citation, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    holdings: tuple[Holding, ...] = ()
    cited_for: tuple[CitedFor, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    sentences: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        return self.opinion.text

    @property
    def decision(self) -> Decision:
        return self.opinion.decision
