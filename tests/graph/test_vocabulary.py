"""``vocabulary.py`` and ``ontology.ttl`` say the same, and every term is described."""

from __future__ import annotations

from importlib import resources
from typing import get_args

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from citator.corpus import model
from citator.graph import vocabulary
from citator.graph.propositions.model import Manner
from citator.graph.vocabulary import NS, TREATMENT_NS


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(data=resources.files("citator.graph").joinpath("ontology.ttl").read_text(encoding="utf-8"))


def local(graph: Graph, *types: URIRef) -> set[str]:
    return {
        str(term).removeprefix(NS)
        for type in types
        for term in graph.subjects(RDF.type, type)
        if str(term).startswith(NS) and str(term) != NS
    }


def test_classes_are_those_of_the_ontology(ontology: Graph) -> None:
    assert set(vocabulary.CLASSES) == local(ontology, OWL.Class)


def test_properties_are_those_of_the_ontology(ontology: Graph) -> None:
    assert set(vocabulary.PROPERTIES) == local(ontology, OWL.ObjectProperty, OWL.DatatypeProperty)


@pytest.mark.parametrize("scheme", vocabulary.SCHEMES)
def test_closed_lists_are_those_of_the_ontology(ontology: Graph, scheme: str) -> None:
    concepts = ontology.subjects(SKOS.inScheme, URIRef(NS + scheme))
    notations = {str(ontology.value(concept, SKOS.notation)): str(concept).removeprefix(NS) for concept in concepts}
    assert vocabulary.SCHEMES[scheme] == notations


@pytest.mark.parametrize(
    ("literal", "codes"),
    [
        pytest.param(model.Actor, vocabulary.ACTORS, id="actors"),
        pytest.param(model.Scope, vocabulary.SCOPES, id="scopes"),
        pytest.param(model.Basis, vocabulary.BASES, id="bases"),
        pytest.param(model.Polarity, vocabulary.POLARITIES, id="polarities"),
        pytest.param(model.CitedForHow, vocabulary.WAYS_OF_CITING_FOR, id="ways-of-citing-for"),
        pytest.param(Manner, vocabulary.STANCES, id="stances"),
    ],
)
def test_closed_lists_are_those_of_the_model(literal: object, codes: dict[str, str]) -> None:
    assert set(get_args(literal)) == set(codes)


def test_treatments_are_those_of_the_model_with_their_polarity(ontology: Graph) -> None:
    broader = {
        str(concept).removeprefix(TREATMENT_NS): str(ontology.value(concept, SKOS.broader)).removeprefix(NS)
        for concept in ontology.subjects(SKOS.inScheme, URIRef(TREATMENT_NS))
    }
    assert {label: model.polarity_of(label) for label in model.TREATMENTS} == broader


def test_every_treatment_is_mapped_to_cito(ontology: Graph) -> None:
    cito = vocabulary.PREFIXES["cito"]
    mapped = {
        str(concept).removeprefix(TREATMENT_NS)
        for concept, match in ontology.subject_objects(SKOS.broadMatch)
        if str(match).startswith(cito)
    }
    assert set(model.TREATMENTS) == mapped


def test_every_class_and_property_is_described(ontology: Graph) -> None:
    def lacking(term: str, *predicates: URIRef) -> bool:
        return any(ontology.value(URIRef(NS + term), predicate) is None for predicate in predicates)

    undescribed = [term for term in vocabulary.CLASSES if lacking(term, RDFS.label, RDFS.comment)]
    undescribed += [
        term for term in vocabulary.PROPERTIES if lacking(term, RDFS.label, RDFS.comment, RDFS.domain, RDFS.range)
    ]
    assert undescribed == []


def test_domains_and_ranges_are_terms_of_the_ontology(ontology: Graph) -> None:
    used = {
        str(term).removeprefix(NS)
        for predicate in (RDFS.domain, RDFS.range)
        for term in ontology.objects(None, predicate)
        if str(term).startswith(NS)
    }
    assert used <= set(vocabulary.CLASSES)


def test_a_term_outside_the_vocabulary_cannot_be_named() -> None:
    with pytest.raises(AttributeError, match="no term Decison"):
        _ = vocabulary.C.Decison
