"""A PDF's lines → where its text stands on the page: its margins, how far lines reach, where paragraphs begin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from citator.corpus.formats.pdf_lines import PdfPage


def usual_indents(pages: Sequence[PdfPage], size: float) -> frozenset[int]:
    """Where several lines begin that end at different places: the first lines of paragraphs, for centred ones do not."""
    return frozenset(x0 for x0, reach in _ends(pages).items() if len(reach) >= 3 and max(reach) - min(reach) > 2 * size)


def margins(pages: Sequence[PdfPage]) -> tuple[float, float]:
    """Left and right edge of the text, in points: where most lines begin and the longest end."""
    lines = [line for page in pages for line in page.body if not line.columns]
    if not lines:
        return 72.0, 540.0
    counts: dict[int, int] = {}
    for line in lines:
        counts[round(line.x0)] = counts.get(round(line.x0), 0) + 1
    left = max(counts, key=lambda x: (counts[x], -x))
    ends = sorted(line.x1 for line in lines)
    return float(left), ends[int(0.9 * (len(ends) - 1))]


def edges(pages: Sequence[PdfPage]) -> dict[int, float]:
    """How far the lines that begin at each place reach, in points: a quotation has a right margin of its own."""
    return {x0: sorted(reach)[-1 - len(reach) // 20] for x0, reach in _ends(pages).items() if len(reach) > 1}


def usual_gap(pages: Sequence[PdfPage]) -> float:
    """The white between most lines and the next, in points."""
    gaps = sorted(following.top - line.bottom for page in pages for line, following in pairwise(page.body))
    return gaps[len(gaps) // 2] if gaps else 0.0


def _ends(pages: Sequence[PdfPage]) -> dict[int, list[float]]:
    """Where lines end, by where they begin, in points."""
    ends: dict[int, list[float]] = {}
    for page in pages:
        for line in page.body:
            if not line.columns:
                ends.setdefault(round(line.x0), []).append(line.x1)
    return ends
