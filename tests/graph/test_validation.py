"""Whether a library keeps its shapes and its own rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import resources
from typing import Any

import pytest
import rdflib

from citator.corpus.model import TREATMENTS, Reading, Span
from citator.graph.library import Library
from citator.graph.validation import validate
from citator.graph.vocabulary import C, T

Drafter = Callable[..., Any]
Shelver = Callable[..., Library]


def whats(library: Library) -> list[str]:
    return [finding.what for finding in validate(library)]


def test_a_library_of_real_opinions_is_sound(four: Library) -> None:
    assert [] == validate(four)


def test_a_library_written_by_hand_is_sound(shelved: Library) -> None:
    assert [] == validate(shelved)


def test_shapes_speak_of_the_vocabulary_only() -> None:
    text = resources.files("citator.graph").joinpath("shapes.ttl").read_text(encoding="utf-8")
    shapes = rdflib.Graph().parse(data=text)
    shape = rdflib.URIRef("http://www.w3.org/ns/shacl#NodeShape")
    names = {str(node) for node in shapes.subjects(rdflib.RDF.type, shape)}
    terms = {str(term) for triple in shapes for term in triple if str(term).startswith(str(C.Decision.value)[:-8])}
    assert all(getattr(C, term.rpartition("#")[2]) for term in terms - names)
    listed = {str(term) for term in shapes.objects() if str(term).startswith("https://w3id.org/citator/treatment/")}
    assert {T[label].value for label in TREATMENTS} == listed


def test_reconciling_takes_two(draft: Drafter, shelve: Shelver) -> None:
    reading = draft("We reconcile 1 F.3d 2.").cite("1 F.3d 2").treat("reconciles", "We reconcile", "1 F.3d 2").read()
    (finding,) = validate(shelve(reading))
    assert "reconciling takes two" in finding.what
    assert finding.opinion is not None


@pytest.mark.parametrize(
    ("change", "what"),
    [
        pytest.param({"part": "nowhere"}, "in one opinion part (actingPart)", id="no-part"),
        pytest.param({"targets": ()}, "a treatment treats something", id="no-target"),
        pytest.param({"evidence": Span(4, 4)}, "evidence has words", id="no-words"),
        pytest.param({"confidence": 1.5}, "(confidence)", id="too-sure"),
    ],
)
def test_a_treatment_out_of_shape(draft: Drafter, shelve: Shelver, change: dict[str, Any], what: str) -> None:
    reading: Reading = draft("We follow 1 F.3d 2.").cite("1 F.3d 2").treat("follows", "We follow", "1 F.3d 2").read()
    reading = replace(reading, treatments=(replace(reading.treatments[0], **change),))
    assert any(what in found for found in whats(shelve(reading)))


def test_nothing_is_overruled_before_it_was_decided(draft: Drafter, shelve: Shelver) -> None:
    reading = draft("We overrule 9 F.3d 9.", name="A v. B", citation="1 F.3d 2", year=1993)
    reading.cite("9 F.3d 9", year=1999).treat("overrules", "We overrule", "9 F.3d 9")
    assert [
        "A v. B, 1 F.3d 2 (1993) cannot have acted on 9 F.3d 9 (1999), which was decided later",
        "cites 9-f3d-9 of 1999, but was decided in 1993",
    ] == whats(shelve(reading.read()))


def test_a_date_is_in_its_year(draft: Drafter, shelve: Shelver) -> None:
    reading = draft("Text.", citation="1 F.3d 2", year=1993, date="1994-01-01").read()
    assert ["its date 1994-01-01 is not in its year 1993"] == whats(shelve(reading))


def test_words_that_the_text_does_not_have(draft: Drafter, shelve: Shelver, monkeypatch: pytest.MonkeyPatch) -> None:
    library = shelve(draft("We follow 1 F.3d 2.").cite("1 F.3d 2").hold("We follow").read())
    ((id, reading),) = library.readings()
    document = replace(reading.opinion.document, text=reading.text.replace("follow", "shadow"))
    other = replace(reading, opinion=replace(reading.opinion, document=document))
    monkeypatch.setattr(library, "readings", lambda: iter([(id, other)]))
    assert ["its words are not what the text says at 0-9"] == whats(library)
