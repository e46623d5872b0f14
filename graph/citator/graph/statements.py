"""One Reading in, the statements of its own named graph out: parts, citations, treatments, holdings, gaps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from citator.corpus.model import Citation, CitedFor, Holding, Part, PartKind, Reading, Span, Treatment, Unresolved
from citator.graph.identity import Identity, Register
from citator.graph.nodes import (
    citator_iri,
    court_iri,
    evidence_iri,
    graph_of,
    holding_iri,
    judge_iri,
    part_iri,
    text_iri,
    treatment_iris,
    use_iri,
)
from citator.graph.sheet import Sheet, iri
from citator.graph.vocabulary import (
    ACTORS,
    BASES,
    CITO,
    OA,
    POLARITIES,
    PROV,
    RDFS,
    SCOPES,
    WAYS_OF_CITING_FOR,
    C,
    Iri,
    T,
)

OF_THE_COURT: frozenset[PartKind] = frozenset({"lead", "plurality", "per_curiam", "other"})
"""Parts in which the court itself acts."""


def statements(reading: Reading, text: str, register: Register, version: str) -> list[str]:
    """Everything one opinion states, sorted.

    A triple stands in one named graph only: oxigraph gives it once for each graph when asked for their union.
    """
    return _Opinion(reading, text, register, version).lines()


def state_passage(sheet: Sheet, reading: Reading, text: str, span: Span) -> Iri:
    """A passage as evidence: where it stands, and its very words."""
    name = f"{text}-e{span.start}-{span.end}"
    node, place, quote = evidence_iri(text, span), iri(f"{name}-place"), iri(f"{name}-quote")
    sheet.thing(node, OA.SpecificResource)
    sheet.add(node, OA.hasSource, text_iri(text))
    sheet.add(node, OA.hasSelector, sheet.thing(place, OA.TextPositionSelector))
    sheet.add(place, OA.start, span.start)
    sheet.add(place, OA.end, span.end)
    sheet.add(node, OA.hasSelector, sheet.thing(quote, OA.TextQuoteSelector))
    sheet.add(quote, OA.exact, span.of(reading.text))
    return node


def acting_decision(treatment: Treatment, text: str, register: Register) -> Identity | None:
    """Whose act it is: the decision in hand, or another court's."""
    return register.own(text) if treatment.actor == "this_court" else register.meant(text, treatment.acting_case)


def shortcuts(reading: Reading, text: str, register: Register) -> Iterator[tuple[Iri, Iri, Iri]]:
    """Edges between decisions, for walking: what is cited, and what a court itself did, or another recounted."""
    own = register.own(text)
    for citation in reading.citations:
        cited = cited_by(citation, text, register)
        if cited is not None and cited is not own:
            yield iri(own.slug), CITO.cites, iri(cited.slug)
    parts = {part.id: part.kind for part in reading.opinion.parts}
    for treatment in reading.treatments:
        acting = acting_decision(treatment, text, register)
        of_a_court = treatment.actor == "third_court" or (
            treatment.actor == "this_court" and parts.get(treatment.part) in OF_THE_COURT
        )
        if acting is None or not of_a_court:
            continue
        for target in treatment.targets:
            treated = register.meant(text, target.authority)
            if treated is not None and treated is not acting:
                yield iri(acting.slug), T[treatment.treatment], iri(treated.slug)


def cited_by(citation: Citation, text: str, register: Register) -> Identity | None:
    """The decision or other authority a citation means."""
    if citation.kind in ("record", "xref"):
        return None
    return register.own(text) if citation.kind == "self_cite" else register.meant(text, citation.authority)


class _Opinion:
    def __init__(self, reading: Reading, text: str, register: Register, version: str) -> None:
        self.reading, self.text, self.register, self.version = reading, text, register, version
        self.sheet = Sheet(graph_of(text))
        self.own = register.own(text)
        self.decision = iri(self.own.slug)
        self.parts = {part.id: part for part in reading.opinion.parts}

    def lines(self) -> list[str]:
        reading = self.reading
        self._source()
        for part in reading.opinion.parts:
            self._part(part)
        for citation in reading.citations:
            self._citation(citation)
        for node, treatment in treatment_iris(self.text, reading.treatments):
            self._treatment(node, treatment)
        for holding in reading.holdings:
            self._holding(holding)
        for use in reading.cited_for:
            self._cited_for(use)
        for gap in reading.unresolved:
            self._unresolved(gap)
        return self.sheet.lines()

    def _source(self) -> None:
        document, sheet, text = self.reading.opinion.document, self.sheet, text_iri(self.text)
        sheet.thing(
            text,
            C.TextSource,
            PROV.Entity,
            label=PurePath(document.path).name,
            textOf=self.decision,
            textId=self.text,
            fileName=PurePath(document.path).name,
            fileFormat=document.format,
            sha256=document.sha256,
            characters=len(document.text),
            citatorVersion=self.version,
        )
        for kind, author in self.reading.opinion.announced:
            sheet.add(text, C.announces, f"{kind}: {author}" if author else kind)
        sheet.thing(sheet.graph, PROV.Entity)
        sheet.add(sheet.graph, PROV.wasDerivedFrom, text)
        sheet.add(sheet.graph, PROV.wasAttributedTo, citator_iri(self.version))

    def _part(self, part: Part) -> None:
        by = f" ({part.author})" if part.author else ""
        self.sheet.thing(
            part_iri(self.text, part.id),
            C.OpinionPart,
            label=f"{part.kind.replace('_', ' ')}{by}, {self.own.label}",
            partKind=part.kind,
            author=judge_iri(part.author, self.own.court) if part.author is not None else None,
            partOf=self.decision,
            partText=text_iri(self.text),
            partStart=part.start,
            partEnd=part.end,
        )

    def _place(self, node: Iri, part: str, page: str | None, footnote: str | None) -> None:
        known = part_iri(self.text, part) if part in self.parts else None
        self.sheet.thing(node, opinionPart=known, inText=text_iri(self.text), page=page, footnote=footnote)

    def _evidence(self, node: Iri, span: Span) -> None:
        self.sheet.add(node, C.evidence, state_passage(self.sheet, self.reading, self.text, span))

    def _citation_iri(self, start: int | None) -> Iri | None:
        return None if start is None else iri(f"{self.text}-c{start}")

    def _citation(self, citation: Citation) -> None:
        sheet, words = self.sheet, self.reading.text
        node = iri(f"{self.text}-c{citation.start}")
        cited = cited_by(citation, self.text, self.register)
        parenthetical = citation.parenthetical
        sheet.thing(
            node,
            C.Citation,
            CITO.Citation,
            citationKind=citation.kind,
            start=citation.start,
            end=citation.end,
            words=citation.span.of(words),
            fullStart=citation.full.start,
            fullEnd=citation.full.end,
            cite=citation.cite,
            nameAsCited=citation.name,
            yearAsCited=citation.year,
            courtAsCited=court_iri(citation.court) if citation.court else None,
            pin=citation.pin,
            signal=citation.signal,
            parenthetical=parenthetical.of(words) if parenthetical is not None else None,
            history=citation.history,
            historyOf=self._citation_iri(citation.history_of),
            parallelOf=self._citation_iri(citation.parallel_of),
            within=self._citation_iri(citation.within),
            depth=citation.depth or None,
            stringCite=citation.string or None,
        )
        for weight in citation.weights:
            sheet.add(node, C.weight, weight)
        self._place(node, citation.part, citation.page, citation.footnote)
        sheet.add(node, CITO.hasCitingEntity, self.decision)
        if cited is None:
            return
        sheet.add(node, CITO.hasCitedEntity, iri(cited.slug))
        if citation.kind == "full_case" and citation.name in cited.differing_names:
            sheet.add(node, C.differsFrom, cited.name)

    def _treatment(self, node: Iri, treatment: Treatment) -> None:
        sheet, words = self.sheet, self.reading.text
        acting = acting_decision(treatment, self.text, self.register)
        sheet.thing(
            node,
            C.Treatment,
            CITO.Citation,
            actingDecision=iri(acting.slug) if acting is not None else None,
            actor=C[ACTORS[treatment.actor]],
            actorName=treatment.actor_name,
            polarity=C[POLARITIES[treatment.polarity]],
            scope=C[SCOPES[treatment.scope]],
            extent=treatment.extent.of(words) if treatment.extent is not None else None,
            pointOfLaw=treatment.proposition.of(words) if treatment.proposition is not None else None,
            basis=C[BASES[treatment.basis]],
            rule=treatment.rule,
            signal=treatment.signal,
        )
        sheet.number(node, C.confidence, treatment.confidence)
        sheet.add(node, CITO.hasCitingEntity, self.decision)
        sheet.add(node, CITO.hasCitationCharacterization, T[treatment.treatment])
        self._place(node, treatment.part, treatment.page, treatment.footnote)
        if treatment.part in self.parts:
            sheet.add(node, C.actingPart, part_iri(self.text, treatment.part))
        self._evidence(node, treatment.evidence)
        for target in treatment.targets:
            sheet.add(node, C.viaCitation, self._citation_iri(target.citation))
            treated = self.register.meant(self.text, target.authority)
            if treated is not None:
                sheet.add(node, CITO.hasCitedEntity, iri(treated.slug))
            else:
                sheet.add(node, C.targetName, target.name or target.authority)

    def _holding(self, holding: Holding) -> None:
        node = holding_iri(self.text, holding)
        self.sheet.thing(node, C.Holding, rule=holding.rule or None)
        self._place(node, holding.part, holding.page, holding.footnote)
        self._evidence(node, holding.evidence)

    def _cited_for(self, use: CitedFor) -> None:
        sheet, cited = self.sheet, self.register.meant(self.text, use.authority)
        node = use_iri(self.text, use)
        sheet.thing(
            node,
            C.CitedFor,
            how=C[WAYS_OF_CITING_FOR[use.how]],
            viaCitation=self._citation_iri(use.citation),
        )
        sheet.add(node, CITO.hasCitingEntity, self.decision)
        sheet.add(node, CITO.hasCitedEntity, iri(cited.slug) if cited is not None else None)
        self._place(node, use.part, use.page, use.footnote)
        self._evidence(node, use.evidence)

    def _unresolved(self, gap: Unresolved) -> None:
        opinion, span = self.reading.opinion, gap.span
        part, note = opinion.part_at(span.start), opinion.footnote_at(span.start)
        node = iri(f"{self.text}-u{span.start}")
        self.sheet.thing(node, C.Unresolved, start=span.start, end=span.end, words=span.of(opinion.text))
        self.sheet.add(node, RDFS.comment, gap.why)
        self._place(node, part.id if part else "", opinion.page_at(span.start), note.number if note else None)
