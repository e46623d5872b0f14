"""Identities and propositions in, the graph of merged knowledge out: what no one opinion states alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from citator.corpus.model import Reading, Span
from citator.graph.claims import DECISION
from citator.graph.courts import court, reviewers
from citator.graph.identity import Identity, Register
from citator.graph.names import reporter_slot, slug
from citator.graph.nodes import (
    citator_iri,
    court_iri,
    evidence_iri,
    holding_iri,
    judge_iri,
    part_iri,
    proposition_iri,
    text_iri,
    treatment_iris,
    use_iri,
)
from citator.graph.propositions.model import Proposition, Question
from citator.graph.sheet import Sheet, iri
from citator.graph.statements import shortcuts, state_passage
from citator.graph.taken import Taken, taken
from citator.graph.vocabulary import DCTERMS, PROV, RDFS, SKOS, STANCES, C, Iri

MERGED = iri("merged")
_LOOKUP = "https://www.courtlistener.com/c/"


def state_identities(sheet: Sheet, register: Register) -> None:
    """Every decision and other authority, and how it is known."""
    for identity in register.identities:
        if identity.kind == DECISION:
            _decision(sheet, identity)
        else:
            sheet.thing(
                iri(identity.slug),
                C.Citable,
                C.Authority,
                label=identity.label,
                citation=identity.citation,
                authorityKind=identity.kind,
                textHeld=False,
            )


def state_world(
    sheet: Sheet, readings: Iterable[Reading], texts: Sequence[str], register: Register, version: str
) -> None:
    """What several opinions share: shortcut edges, courts, judges, and the citator that read them."""
    courts = {identity.court for identity in register.identities if identity.court}
    for text, reading in zip(texts, readings, strict=True):
        for edge in shortcuts(reading, text, register):
            sheet.add(*edge)
        courts.update(citation.court for citation in reading.citations if citation.court)
        court = register.own(text).court
        for part in reading.opinion.parts:
            if part.author is not None:
                sheet.thing(judge_iri(part.author, court), C.Judge, label=part.author)
    for id in sorted(courts | {above for below in courts for above in reviewers(below)}):
        _court(sheet, id)
    sheet.thing(citator_iri(version), PROV.SoftwareAgent, label=f"citator {version}")


def _decision(sheet: Sheet, identity: Identity) -> None:
    node = sheet.thing(
        iri(identity.slug),
        C.Citable,
        C.Decision,
        label=identity.label,
        caption=identity.name,
        citation=identity.citation,
        court=court_iri(identity.court) if identity.court else None,
        year=identity.year,
        docket=identity.docket,
        enBanc=identity.en_banc,
        disposition=identity.disposition,
        textHeld=bool(identity.texts),
    )
    sheet.date(node, C.date, identity.date)
    for values, term in (
        (identity.other_citations, C.otherCitation),
        (identity.other_names, C.otherName),
        (identity.differing_names, C.nameDiffers),
        (identity.basis, C.identityBasis),
    ):
        for value in values:
            sheet.add(node, term, value)
    for other in identity.apart:
        sheet.add(node, C.keptApartFrom, iri(other))
    for alias in identity.aliases:
        sheet.add(iri(alias), DCTERMS.isReplacedBy, node)
    for merge in identity.merges:
        record = iri(f"{identity.slug}-merge-{slug(merge.alias)}")
        sheet.thing(record, C.Merge, merged=node, alias=merge.alias, mergedIn=text_iri(merge.text))
        sheet.add(record, C.because, merge.because)
    sheet.add(node, RDFS.seeAlso, _lookup(identity.citation))


def _lookup(cite: str | None) -> Iri | None:
    """The page of CourtListener that finds a decision by volume, reporter and page."""
    if cite is None or reporter_slot(cite) is None:
        return None
    volume, _, rest = cite.partition(" ")
    reporter, _, page = rest.rpartition(" ")
    return Iri(f"<{_LOOKUP}{quote(reporter)}/{quote(volume)}/{quote(page)}/>")


def _court(sheet: Sheet, id: str) -> None:
    known = court(id)
    sheet.thing(
        court_iri(id),
        C.Court,
        label=known.name if known else id,
        courtId=id,
        courtAbbreviation=known.abbreviation if known else None,
        tier=known.tier if known else None,
        reviewedBy=court_iri(known.reviewed_by) if known and known.reviewed_by else None,
    )


def state_propositions(
    sheet: Sheet,
    propositions: Sequence[Proposition],
    readings: Sequence[Reading],
    texts: Sequence[str],
    register: Register,
) -> None:
    """Points of law, the stances to them, and which statements are about them."""
    told_in = {stance.reading for proposition in propositions for stance in proposition.stances}
    passages = {i: _statements_by_evidence(readings[i], texts[i]) for i in sorted(told_in)}
    for proposition in propositions:
        node = sheet.thing(proposition_iri(proposition.id), C.Proposition, SKOS.Concept)
        sheet.add(node, SKOS.prefLabel, proposition.wording)
        for reason in proposition.why:
            sheet.add(node, C.because, reason)
        for other in proposition.opposed:
            sheet.add(node, C.opposedTo, proposition_iri(other))
        for each in taken(proposition, texts, register):
            reading, evidence = each.stance.reading, each.stance.evidence
            found = passages[reading].get(evidence, ())
            if not found:  # else the opinion states the passage itself
                state_passage(sheet, readings[reading], each.text, evidence)
            _stance(sheet, node, each, register.own(each.text), found)


def state_questions(sheet: Sheet, asked: Mapping[str, Question]) -> None:
    """The questions that propositions answer, by the id of each."""
    for id, question in asked.items():
        node = sheet.thing(iri(f"question-{slug(question.id)}"), C.Question, SKOS.Concept)
        sheet.add(node, SKOS.prefLabel, question.label)
        sheet.add(proposition_iri(id), C.answers, node)


def _stance(sheet: Sheet, proposition: Iri, it: Taken, teller: Identity, statements: Sequence[Iri]) -> None:
    stance, holder, text = it.stance, it.holder, it.text
    place = f"{text}-{stance.evidence.start}-{stance.evidence.end}"
    name = [proposition.value.rpartition("/")[2], place, stance.manner]
    if stance.described:
        name.append(f"of-{holder.slug}")
    node = sheet.thing(
        iri("-".join(name)),
        C.Stance,
        onProposition=proposition,
        stanceOf=iri(holder.slug),
        stanceKind=C[STANCES[stance.manner]],
        ownWords=not stance.described,
        describedBy=iri(teller.slug) if stance.described else None,
        opinionPart=part_iri(text, stance.part) if stance.part else None,
        inText=text_iri(text),
        page=stance.page,
        footnote=stance.footnote,
        viaCitation=iri(f"{text}-c{stance.citation}") if stance.citation is not None else None,
        evidence=evidence_iri(text, stance.evidence),
    )
    for statement in statements:
        sheet.add(node, C.derivedFrom, statement)
        sheet.add(statement, C.onProposition, proposition)


def _statements_by_evidence(reading: Reading, text: str) -> Mapping[Span, Sequence[Iri]]:
    """The treatments, holdings and uses that rest on each passage."""
    found: defaultdict[Span, list[Iri]] = defaultdict(list)
    for holding in reading.holdings:
        found[holding.evidence].append(holding_iri(text, holding))
    for node, treatment in treatment_iris(text, reading.treatments):
        found[treatment.evidence].append(node)
    for use in reading.cited_for:
        found[use.evidence].append(use_iri(text, use))
    return found
