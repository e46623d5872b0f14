"""networkx graphs of a library, and of the neighbourhood of a decision."""

from __future__ import annotations

from citator.corpus.model import Reading
from citator.graph import views
from citator.graph.library import Library
from citator.graph.vocabulary import ID

ARMOUR, GUTENBERG, WAYNE = f"{ID}48-f3d-100", f"{ID}990-f2d-472", f"{ID}470-us-598"
ABLE, CAIN = f"{ID}1-f3d-1", f"{ID}2-f3d-2"


def test_decisions_with_their_data(shelved: Library) -> None:
    graph = views.decisions(shelved)
    assert {ARMOUR, GUTENBERG, WAYNE, ABLE, CAIN} == set(graph)
    assert {
        "label": "United States v. Armour, 48 F.3d 100 (9th Cir. 1995) (en banc)",
        "name": "United States v. Armour",
        "citation": "48 F.3d 100",
        "court": "ca9",
        "tier": 2,
        "year": 1995,
        "date": "1995-03-21",
        "en_banc": True,
        "text_held": True,
    } == graph.nodes[ARMOUR]


def test_an_edge_for_each_act_upon_each_decision(shelved: Library) -> None:
    edges = sorted((data["treatment"], treated) for _, treated, data in views.decisions(shelved).edges(data=True))
    assert [
        ("cites", WAYNE),
        ("overrules", ABLE),
        ("overrules", GUTENBERG),
        ("reconciles", ABLE),
        ("reconciles", CAIN),
    ] == edges


def test_an_edge_carries_its_evidence(shelved: Library, armour: Reading) -> None:
    ((key, data),) = views.decisions(shelved)[ARMOUR][GUTENBERG].items()
    assert armour.text[data["start"] : data["end"]] == data["words"]
    assert {
        "polarity": "negative",
        "scope": "to_the_extent",
        "extent": "To the extent that",
        "actor": "this_court",
        "part": "lead",
        "author": "Hand",
        "page": "1513",
        "footnote": "1",
        "point": "conflicts with this",
        "basis": "express",
        "rule": "by-hand",
        "confidence": 0.98,
        "date": "1995-03-21",
        "treatment": "overrules",
    } == {name: value for name, value in data.items() if name not in ("text", "start", "end", "words")}
    assert "overrules" in key


def test_a_dissent_is_known_by_its_actor(shelved: Library) -> None:
    actors = {data["treatment"]: data["actor"] for data in views.decisions(shelved)[ARMOUR][ABLE].values()}
    assert {"overrules": "this_separate", "reconciles": "this_court"} == actors


def test_the_neighbourhood_grows_with_depth(shelved: Library) -> None:
    assert [GUTENBERG] == views.neighbourhood(shelved, [GUTENBERG], depth=0)
    assert [ARMOUR, GUTENBERG] == sorted(views.decisions(shelved, [GUTENBERG]))
    assert {ARMOUR, GUTENBERG, WAYNE, ABLE, CAIN} == set(views.decisions(shelved, [GUTENBERG], depth=2))


def test_around_nothing_is_nothing(shelved: Library) -> None:
    assert (0, 0) == (len(views.decisions(shelved, [])), len(views.propositions(shelved, [])))


def test_a_citation_without_a_treatment_is_an_edge(four: Library) -> None:
    graph = views.decisions(four)
    bare = [(start, end) for start, end, data in graph.edges(data=True) if "words" not in data]
    assert bare
    assert all(graph.number_of_edges(start, end) == 1 for start, end in bare)


def test_propositions_are_bipartite(four: Library) -> None:
    graph = views.propositions(four)
    kinds = {(graph.nodes[start]["kind"], graph.nodes[end]["kind"]) for start, end in graph.edges()}
    assert {("decision", "proposition")} == kinds


def test_propositions_around_a_decision_keep_everybodys_stance(four: Library) -> None:
    whole, some = views.propositions(four), views.propositions(four, [f"{ID}251-f3d-827"])
    points = {end for _, end in some.edges()}
    assert points == {end for _, end in whole.out_edges(f"{ID}251-f3d-827")}
    assert {edge for edge in whole.edges(keys=True) if edge[1] in points} == set(some.edges(keys=True))


def test_the_same_graph_every_time(four: Library) -> None:
    one, two = views.decisions(four), views.decisions(four)
    assert list(one.edges(keys=True, data=True)) == list(two.edges(keys=True, data=True))
    assert list(one.nodes(data=True)) == list(two.nodes(data=True))
