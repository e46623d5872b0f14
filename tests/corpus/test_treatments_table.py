"""Every row of the table says what it says: its examples fire it, its counterexamples do not."""

import re
from itertools import pairwise

import pytest

from citator.corpus import treatments
from citator.corpus.model import Citation, Decision, Document, Opinion, Part, Span, Treatment
from citator.corpus.treatments.phrases import Row, rows

BRACKETED = re.compile(r"\[([^\]]+)\]")


def read(marked: str, kind: str = "lead") -> tuple[Treatment, ...]:
    """Treatments in a text whose case references stand in [brackets]; a reference's authority is its first word."""
    text, citations, at = "", [], 0
    for m in BRACKETED.finditer(marked):
        text += marked[at : m.start()]
        span = Span(len(text), len(text) + len(m[1]))
        court = "ca10" if "10th Cir." in m[1] else None
        citations.append(Citation(span, "name_ref", span, name=m[1], court=court, authority=m[1].split()[0].strip(",")))
        text += m[1]
        at = m.end()
    text += marked[at:]
    ends = [m.end() for m in re.finditer(r"(?<=[a-z)][.?]) (?=[A-Z])", text)]
    bounds = [0, *(end for end in ends if not any(c.start < end < c.end for c in citations)), len(text)]
    sentences = tuple(Span(a, b) for a, b in pairwise(bounds))
    part = Part(kind, kind, "Hale" if kind != "lead" else None, 0, len(text))  # type: ignore[arg-type]
    opinion = Opinion(Document("-", "", "text", text), Decision(), (part,), (), (), (Span(0, len(text)),))
    return treatments.find(opinion, citations, sentences)


def cases(field: str) -> list[object]:
    return [pytest.param(row, text, id=f"{row.id}-{i}") for row in rows() for i, text in enumerate(getattr(row, field))]


@pytest.mark.parametrize(("row", "text"), cases("examples"))
def test_an_example_fires_its_row(row: Row, text: str) -> None:
    assert (row.id, row.label) in {(t.rule, t.treatment) for t in read(text)}


@pytest.mark.parametrize(("row", "text"), cases("counterexamples"))
def test_a_counterexample_does_not(row: Row, text: str) -> None:
    own = {t.rule for t in read(text) if t.actor == "this_court"}
    assert row.id not in own


def test_every_row_is_complete() -> None:
    assert [row.id for row in rows() if not (row.examples and row.counterexamples and row.cue)] == []
    assert len(rows()) == len({row.id for row in rows()})


def test_a_cue_is_a_literal_of_its_examples() -> None:
    assert [
        (row.id, text) for row in rows() for text in row.examples if not any(cue in text.lower() for cue in row.cue)
    ] == []
