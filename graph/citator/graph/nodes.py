"""What the nodes of the graph are called: IRIs that say where a statement stands, and nothing of the machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from citator.corpus.model import CitedFor, Holding, Span, Treatment
from citator.graph.names import slug
from citator.graph.sheet import iri
from citator.graph.vocabulary import Iri


def graph_of(text: str) -> Iri:
    """The name of the graph that holds what the opinion of this text states."""
    return iri(f"opinion-{text}")


def text_iri(text: str) -> Iri:
    return iri(f"text-{text}")


def evidence_iri(text: str, span: Span) -> Iri:
    return iri(f"{text}-e{span.start}-{span.end}")


def part_iri(text: str, part: str) -> Iri:
    return iri(f"{text}-part-{slug(part)}")


def holding_iri(text: str, holding: Holding) -> Iri:
    return iri(f"{text}-h{holding.evidence.start}")


def use_iri(text: str, use: CitedFor) -> Iri:
    return iri(f"{text}-f{use.citation}-{use.evidence.start}")


def proposition_iri(id: str) -> Iri:
    return iri(f"proposition-{slug(id)}")


def treatment_iris(text: str, treatments: Sequence[Treatment]) -> Iterator[tuple[Iri, Treatment]]:
    """Each treatment with its name: where it is said and what it is, numbered where several are said at once."""
    numbers: Counter[str] = Counter()
    for treatment in sorted(treatments, key=_treatment_order):
        name = f"{text}-t{treatment.evidence.start}-{treatment.treatment.replace('_', '-')}"
        numbers[name] += 1
        yield iri(name if numbers[name] == 1 else f"{name}-{numbers[name]}"), treatment


def court_iri(id: str) -> Iri:
    return iri(f"court-{slug(id)}")


def judge_iri(author: str, court: str | None) -> Iri:
    return iri(f"judge-{slug(court or 'unknown')}-{slug(author)}")


def citator_iri(version: str) -> Iri:
    return iri(f"citator-{slug(version)}")


def _treatment_order(treatment: Treatment) -> tuple[int, int, str, str, str]:
    targets = " ".join(sorted(f"{target.authority} {target.name}" for target in treatment.targets))
    return treatment.evidence.start, treatment.evidence.end, treatment.treatment, treatment.actor, targets
