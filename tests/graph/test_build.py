"""Readings as RDF: one node an act, evidence verbatim, the same bytes every time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

import pytest
from pyoxigraph import Quad, RdfFormat, Store, parse

from citator.corpus.model import Reading, Span, Target, Unresolved
from citator.graph import propositions
from citator.graph.build import PrecedentGraph, build
from citator.graph.points import PointsHere
from citator.graph.propositions import Proposition, Question
from citator.graph.vocabulary import ID, NS, PREFIXES, TREATMENT_NS

Drafter = Callable[..., Any]


def quads(graph: PrecedentGraph) -> list[Quad]:
    return [quad for part in graph.nquads() for quad in parse(part, format=RdfFormat.N_QUADS)]


def ask(readings: list[Reading], query: str) -> list[tuple[str | None, ...]]:
    return ask_graph(build(readings), query)


def ask_graph(graph: PrecedentGraph, query: str) -> list[tuple[str | None, ...]]:
    store = Store()
    for part in graph.nquads():
        store.load(part, format=RdfFormat.N_QUADS)
    rows = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
    return sorted(tuple(None if cell is None else cell.value for cell in row) for row in rows)  # type: ignore[union-attr]


def test_a_treatment_carries_actor_extent_and_evidence(armour: Reading) -> None:
    query = """SELECT ?treated ?scope ?extent ?point ?actor ?page ?note ?confidence ?start ?end ?words {
        ?act a c:Treatment ; cito:hasCitationCharacterization treatment:overrules ; c:actor c:thisCourt ;
            c:actor/skos:notation ?actor ; cito:hasCitedEntity/rdfs:label ?treated ; c:scope/skos:notation ?scope ;
            c:extent ?extent ; c:pointOfLaw ?point ; c:page ?page ; c:footnote ?note ; c:confidence ?confidence ;
            c:evidence/oa:hasSelector ?place , ?quote .
        ?place oa:start ?start ; oa:end ?end . ?quote oa:exact ?words }"""
    ((treated, scope, extent, point, actor, page, note, confidence, start, end, words),) = ask([armour], query)
    assert (
        treated,
        scope,
        extent,
    ) == ("United States v. Gutenberg, 990 F.2d 472 (9th Cir. 1993)", "to_the_extent", "To the extent that")
    assert (point, actor, page, note, confidence) == ("conflicts with this", "this_court", "1513", "1", "0.98")
    assert armour.text[int(str(start)) : int(str(end))] == words


def test_reconciling_is_one_act_upon_two(armour: Reading) -> None:
    query = """SELECT ?act (COUNT(?treated) AS ?n) {
        ?act cito:hasCitationCharacterization treatment:reconciles ; cito:hasCitedEntity ?treated } GROUP BY ?act"""
    assert [n for _, n in ask([armour], query)] == ["2"]


def test_only_the_court_itself_makes_a_shortcut(armour: Reading) -> None:
    query = "SELECT ?treated { id:48-f3d-100 treatment:overrules ?treated }"
    assert [(f"{ID}990-f2d-472",)] == ask([armour], query)


def test_a_dissent_has_no_acting_decision(armour: Reading) -> None:
    query = """SELECT ?name ?kind ?decision { ?act c:actor c:thisSeparate ; c:actorName ?name ;
        c:actingPart/c:partKind ?kind . OPTIONAL { ?act c:actingDecision ?decision } }"""
    assert ask([armour], query) == [("Learned", "dissent", None)]


def test_another_courts_act_is_its_own(draft: Drafter) -> None:
    text = "Gub v. Kane, 857 F.2d 1245, overruled by Mist v. U.S., 488 U.S. 361."
    reading = draft(text, citation="1 F.3d 1").cite("857 F.2d 1245").cite("488 U.S. 361", history="overruled by")
    reading.treat("overrules", text, "857 F.2d 1245", actor="third_court", acting_case="488 U.S. 361", basis="reported")
    assert [(f"{ID}488-us-361", f"{ID}857-f2d-1245")] == ask(
        [reading.read()], "SELECT ?by ?treated { ?by treatment:overrules ?treated }"
    )


def test_what_is_cited_and_how(armour: Reading) -> None:
    query = """SELECT ?words ?kind ?cited ?part ?pin ?signal { ?c a c:Citation ; c:words ?words ; c:citationKind ?kind ;
        c:opinionPart/c:partKind ?part . OPTIONAL { ?c cito:hasCitedEntity ?cited } OPTIONAL { ?c c:pin ?pin }
        OPTIONAL { ?c c:signal ?signal } FILTER(CONTAINS(?words, "U.S")) }"""
    assert [
        ("21 U.S.C. § 841", "statute", f"{ID}statute-21-usc-841", "lead", None, None),
        ("470 U.S. 598", "full_case", f"{ID}470-us-598", "lead", None, "see"),
        ("470 U.S. at 601", "short_case", f"{ID}470-us-598", "dissent", "601", None),
    ] == ask([armour], query)


def test_a_decision_with_its_court_and_how_it_is_known(armour: Reading) -> None:
    query = """SELECT ?name ?court ?above ?year ?date ?banc ?held ?how { ?d c:citation "48 F.3d 100" ; c:caption ?name ;
        c:court [ c:courtId ?court ; c:reviewedBy/c:courtId ?above ] ; c:year ?year ; c:date ?date ; c:enBanc ?banc ;
        c:textHeld ?held ; c:identityBasis ?how }"""
    expected = ("United States v. Armour", "ca9", "scotus", "1995", "1995-03-21", "true", "true", "citation: text")
    assert [expected] == ask([armour], query)


def test_a_merge_is_recorded_and_its_old_name_leads_on(armour: Reading) -> None:
    query = """SELECT ?alias ?because ?file ?old { ?m a c:Merge ; c:merged id:470-us-598 ; c:alias ?alias ;
        c:because ?because ; c:mergedIn/c:fileName ?file . ?old dcterms:isReplacedBy id:470-us-598 .
        FILTER(CONTAINS(STR(?old), "sct") && CONTAINS(?alias, "S. Ct")) }"""
    why = "cited as parallel to 470 U.S. 598"
    assert [("105 S. Ct. 1524", why, "armour.txt", f"{ID}105-sct-1524")] == ask([armour], query)


def test_a_gap_is_stated_with_its_reason(armour: Reading) -> None:
    query = "SELECT ?words ?why ?kind { ?u a c:Unresolved ; c:words ?words ; rdfs:comment ?why ; c:opinionPart/c:partKind ?kind }"
    assert ask([armour], query) == [("Id. at 9", "two antecedents are as near", "dissent")]


def test_holding_and_use(armour: Reading) -> None:
    query = """SELECT ?type ?words ?how { ?s a ?type ; c:evidence/oa:hasSelector/oa:exact ?words .
        OPTIONAL { ?s c:how/skos:notation ?how } FILTER(?type IN (c:Holding, c:CitedFor)) }"""
    assert [
        (f"{NS}CitedFor", "See Wayne v. United States", "supports"),
        (f"{NS}Holding", "conflicts with this, it is overruled", None),
    ] == ask([armour], query)


def test_provenance_names_the_file_without_its_folder(draft: Drafter) -> None:
    reading = draft("Text.", "/home/someone/deep/able.txt").read()
    query = """SELECT ?file ?agent ?n { ?g prov:wasDerivedFrom ?t ; prov:wasAttributedTo/rdfs:label ?agent .
        ?t c:fileName ?file ; c:characters ?n }"""
    ((file, agent, n),) = ask([reading], query)
    assert (file, str(agent).split()[0], n) == ("able.txt", "citator", "5")
    assert "someone" not in b"".join(build([reading]).nquads()).decode()


def test_a_target_that_could_not_be_told_keeps_its_name(draft: Drafter) -> None:
    reading = (
        draft("We reject that case.").treat("disapproves", "We reject", targets=(Target(None, "that case"),)).read()
    )
    assert ask([reading], "SELECT ?name { ?t a c:Treatment ; c:targetName ?name }") == [("that case",)]


def test_two_treatments_at_one_place_are_two_nodes(draft: Drafter) -> None:
    reading = draft("We follow 1 F.3d 2 and 3 F.3d 4.").cite("1 F.3d 2").cite("3 F.3d 4")
    reading.treat("follows", "We follow", "1 F.3d 2").treat("follows", "We follow", "3 F.3d 4")
    assert len(ask([reading.read()], "SELECT ?t { ?t a c:Treatment }")) == 2


def test_each_opinion_is_a_named_graph(armour: Reading, draft: Drafter) -> None:
    names = [graph.value for graph in build([armour, draft("Text.", "b.txt").read()]).graphs]
    assert (names[0], set(names[3:])) == (NS, {f"{ID}merged"})
    assert [name.startswith(f"{ID}opinion-") for name in names[1:3]] == [True, True]


def test_the_same_bytes_whatever_the_order(armour: Reading, draft: Drafter) -> None:
    other = draft("See 470 U.S. 598.", "b.txt").cite("470 U.S. 598").read()
    assert list(build([armour, other]).nquads()) == list(build([other, armour, armour]).nquads(size=10**9))


def test_a_triple_stands_in_one_graph_only(armour: Reading, draft: Drafter) -> None:
    again = draft(armour.text + " ", "again.txt", citation="48 F.3d 100").cite("990 F.2d 472").read()
    triples = [quad.triple for quad in quads(build([armour, again]))]
    assert len(triples) == len(set(triples))


def test_there_are_no_blank_nodes(armour: Reading) -> None:
    assert b"_:" not in b"".join(build([armour]).nquads())


def test_every_term_used_is_in_the_vocabulary(armour: Reading) -> None:
    ontology, *_ = build([]).graphs.values()
    declared = {line[1 : line.index(">")] for line in ontology()}
    used = {
        value
        for quad in quads(build([armour]))
        for value in (quad.predicate.value, getattr(quad.object, "value", ""))
        if value.startswith((NS, TREATMENT_NS)) and value not in (NS, TREATMENT_NS)
    }
    assert used <= declared


@pytest.mark.parametrize("words", [pytest.param("a\x00b\x0c", id="control"), pytest.param("a\ud800b", id="surrogate")])
def test_odd_characters_do_not_break_the_graph(draft: Drafter, words: str) -> None:
    text = f"x {words} y"
    reading = draft("x y", "odd.txt").read()
    opinion = replace(reading.opinion, document=replace(reading.opinion.document, text=text))
    reading = replace(reading, opinion=opinion, unresolved=(Unresolved(Span(0, len(text)), "odd"),))
    assert len(ask([reading], "SELECT ?w { ?u a c:Unresolved ; c:words ?w }")) == 1


SPLITS = """SELECT ?question ?for ?against ?court ?resolved { ?split a c:Split ; c:question ?question ; c:side ?one , ?other .
    ?one c:member ?for . ?other c:member ?against ; c:memberCourt/c:courtId ?court . FILTER(STRENDS(STR(?one), "-for") &&
    STRENDS(STR(?other), "-against")) OPTIONAL { ?split c:resolvedBy ?resolved } }"""


def test_a_court_that_may_settle_a_question_resolves_the_split(armour: Reading) -> None:
    own = f"{ID}48-f3d-100"
    assert [("conflicts with this", own, f"{ID}990-f2d-472", "ca9", own)] == ask([armour], SPLITS)


def test_a_court_that_goes_another_way_than_a_sister_court_divides_it(draft: Drafter) -> None:
    text = "We decline to follow Roe, 1 F.3d 2 (10th Cir. 1993)."
    reading = draft(text, citation="5 F.3d 6", court="ca9").cite("1 F.3d 2", court="ca10")
    reading.treat("declines_to_follow", text, "1 F.3d 2")
    assert [(text, f"{ID}5-f3d-6", f"{ID}1-f3d-2", "ca10", None)] == ask([reading.read()], SPLITS)


class Told(NamedTuple):
    """Propositions that all answer one question."""

    points: tuple[Proposition, ...]
    question: Question

    def propositions(self) -> tuple[Proposition, ...]:
        return self.points

    def questions(self) -> dict[str, Question]:
        return {point.id: self.question for point in self.points}


def test_propositions_have_stances_questions_and_what_they_rest_on(armour: Reading) -> None:
    holding = armour.holdings[0]
    use = armour.cited_for[0]
    stances = (
        propositions.Stance("48 F.3d 100", "states", 0, "lead", holding.evidence, False, page="1513"),
        propositions.Stance("470 U.S. 598", "states", 0, "lead", use.evidence, True, citation=use.citation),
        propositions.Stance("21 U.S.C. § 841", "states", 0, "lead", Span(0, 9), True),  # no decision: no stance
    )
    point = propositions.Proposition("p-1", "conflicts with this", stances, ("the same words",), ("p-2",))
    graph = build([armour])
    told = Told((point,), propositions.Question("q-1", "conflicts"))
    graph = replace(graph, points=PointsHere(graph.readings, graph.texts, graph.register, lambda _: told))
    query = """SELECT ?holder ?kind ?own ?by ?why ?question ?words ?from { ?s a c:Stance ; c:onProposition ?p ;
        c:stanceOf ?holder ; c:stanceKind/skos:notation ?kind ; c:ownWords ?own ; c:derivedFrom/rdf:type ?from ;
        c:evidence/oa:hasSelector/oa:exact ?words . OPTIONAL { ?s c:describedBy ?by }
        ?p c:because ?why ; c:answers/skos:prefLabel ?question ; c:opposedTo id:proposition-p-2 }"""
    own, wayne = f"{ID}48-f3d-100", f"{ID}470-us-598"
    shared = ("the same words", "conflicts")
    rows = [row for row in ask_graph(graph, query) if row[-1] in (f"{NS}Holding", f"{NS}CitedFor")]
    assert [
        (wayne, "states", "false", own, *shared, "See Wayne v. United States", f"{NS}CitedFor"),
        (own, "states", "true", None, *shared, "conflicts with this, it is overruled", f"{NS}Holding"),
    ] == rows
