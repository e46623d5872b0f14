"""Citations that support a statement of the court's own → *follows* where nothing stands between, signals otherwise."""

from __future__ import annotations

from collections.abc import Collection

from citator.corpus.model import Span, Target, Treatment, TreatmentLabel
from citator.corpus.treatments import actors
from citator.corpus.treatments.clauses import Scene

BY_SIGNAL: dict[str, TreatmentLabel] = {
    "contra": "contrasts",
    "but see": "contrasts",
    "but cf.": "contrasts",
    "cf.": "compares",
    "compare": "compares",
    "see generally": "mentions",
}


def find(scene: Scene, taken: Collection[Span]) -> list[Treatment]:
    """Signals, the weakest evidence: only for sentences in which nothing stronger was found."""
    found = []
    for ref in scene.refs:
        signal = ref.citation.signal
        if signal is None or ref.authority is None:
            continue
        index = scene.sentence_at(ref.start)
        if index is None or scene.sentences[index] in taken:
            continue
        passage = scene.passage(index)
        if passage.part is not None and passage.part.kind == "syllabus":
            continue
        found.append(
            Treatment(
                treatment=BY_SIGNAL.get(signal, "cites"),
                actor=actors.own(passage.part),
                targets=(Target(ref.authority, ref.citation.name, ref.citation.start),),
                evidence=Span(ref.start, ref.end),
                part=passage.part.id if passage.part else "",
                rule=f"signal:{signal}",
                basis="signal",
                confidence=0.7,
                actor_name=actors.own_name(passage.part),
                signal=signal,
            )
        )
    return found
