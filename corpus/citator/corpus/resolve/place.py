"""Where a citation stands: in which line of text, inside a quotation, at the head of its clause, in focus."""

from __future__ import annotations

import re
from bisect import bisect_right

from citator.corpus.model import Citation, Opinion
from citator.corpus.resolve.antecedents import Antecedent

_CLAUSE = re.compile(
    r"(?:^|[.;:?!(\[]|[.?!,][”\"’]|\b(?:[Ss]ee|[Cc]f\.|[Aa]ccord|[Cc]ompare|[Cc]iting|[Qq]uoting|also|e\.\s?g\.|generally|[Ii]d\.|Section)),?[\s“\"(\[]*$"
)
_SENTENCE = re.compile(r"[.?!][”\"’)\]\d*]*\s+(?=[A-Z“\"])")
_QUOTING = re.compile(
    r"\((?:internal quotation marks omitted)?\s*(?:in part\s)?(?:quoting|citing|discussing|quoted in|cited in)\s[^()]*(?:\([^()]*\)[^()]*)*$"
)
_OFF_FOCUS = re.compile(
    r"\b(?:[Ff]ollowing|[Uu]nlike|[Ll]ike|than|in\slight\sof|contrary\sto|[Cc]ontrast|with|beyond|[Aa]pplying|[Rr]elying|citing|quoting|before|after|since)\b",
    re.I,
)
_POSSESSIVE = re.compile(r"['’]s?\s+[a-z]")
_OPINION = re.compile(r"(?:ante|post|maj|diss|conc|plur)", re.I)
_REACH = 320


class Place:
    """Questions about places in one opinion."""

    def __init__(self, opinion: Opinion) -> None:
        self._opinion = opinion
        self._text = opinion.text
        self._quotes = sorted((quote.start, quote.end) for quote in opinion.quotes)

    def line(self, c: Citation) -> tuple[str, int | None]:
        """The part a citation stands in, and the footnote (by where it begins) if it stands in one."""
        note = self._opinion.footnote_at(c.start)
        part = self._opinion.part_at(c.start)
        return (part.id if part else "", note.start if note else None)

    def at_mark(self, cited: list[tuple[int, tuple[Antecedent, ...]]], note: int) -> tuple[Antecedent, ...]:
        """What had been cited in the running text where the note that begins at ``note`` is called for."""
        footnote = self._opinion.footnote_at(note)
        mark = footnote.ref if footnote is not None and footnote.ref is not None else note
        i = bisect_right(cited, mark, key=lambda one: one[0])
        return cited[i - 1][1] if i else ()

    def quoted(self, at: int) -> bool:
        """Whether ``at`` is inside quotation marks or a block quotation."""
        i = bisect_right(self._quotes, (at, len(self._text))) - 1
        if i >= 0 and at < self._quotes[i][1]:
            return True
        paragraph = self._opinion.paragraph_at(at)
        start = max(paragraph.start if paragraph else 0, at - 3000)
        opening, closing = self._text.rfind("“", start, at), self._text.rfind("”", start, at)
        if opening >= 0 or closing >= 0:
            return opening > closing
        return self._opened(start, at)

    def _opened(self, start: int, at: int) -> bool:
        """Whether the last straight quotation mark before ``at`` opens: by its shape, or else by how many there are.

        Their number alone misleads where a page or a note begins in the midst of a quotation.
        """
        mark = self._text.rfind('"', start, at)
        if mark < 0:
            return False
        before, after = self._text[max(0, mark - 1) : mark], self._text[mark + 1 : mark + 2]
        apart = not before.strip() or before in "([—–"
        if apart != (after.isspace() or after in ".,;:)]"):
            return apart
        return self._text.count('"', start, at) % 2 == 1

    def quoted_source(self, c: Citation) -> bool:
        """Whether ``c`` stands in a parenthesis that says what is quoted: ``(quoting S. Rep. 98-225)``."""
        return c.depth > 0 and _QUOTING.search(self._text, max(0, c.start - 240), c.start) is not None

    def begins_clause(self, c: Citation) -> bool:
        """Whether a law is cited (behind a signal, at the start of a sentence or clause), not just spoken of."""
        start = min(c.full.start, c.start)
        return c.signal is not None or _CLAUSE.search(self._text[max(0, start - 24) : start]) is not None

    def names_an_opinion(self, c: Citation) -> bool:
        """Whether a cross-reference is to another opinion of the decision (``Ante, at 7``), not to a page of this."""
        return _OPINION.match(self._text, c.start) is not None

    def in_focus(self, c: Citation, after: int) -> bool:
        """Whether a name alone is what its sentence is about: the first name in it, not a possessive, not an aside.

        ``after`` is where the citation before it ends.
        """
        if self.quoted(c.start) or _POSSESSIVE.match(self._text, c.end):
            return False
        floor = max(0, c.start - _REACH)
        begins = floor
        for begins_at in _SENTENCE.finditer(self._text, floor, c.start):
            begins = begins_at.end()
        lead = self._text[begins : c.start]
        return after <= begins and len(lead.split()) <= 9 and not _OFF_FOCUS.search(lead)
