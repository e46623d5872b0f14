"""A Reading survives the trip to JSON and back, and the JSON keeps its contract."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from citator.corpus.reading import from_json, read, schema, to_json

OPINIONS = sorted((Path(__file__).parents[2] / "corpus" / "opinions").glob("*.txt"))


@pytest.mark.parametrize("path", OPINIONS, ids=lambda path: path.stem)
def test_a_reading_survives_json(path: Path) -> None:
    reading = read(path)
    record = json.loads(json.dumps(to_json(reading)))
    bare = replace(
        reading.opinion.document,
        marks=type(reading.opinion.document.marks)(),
        facts=type(reading.opinion.document.facts)(),
    )
    assert replace(reading, opinion=replace(reading.opinion, document=bare)) == from_json(record, reading.text)


@pytest.mark.parametrize("path", OPINIONS, ids=lambda path: path.stem)
def test_a_record_keeps_its_contract(path: Path) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    errors = [error.message for error in jsonschema.Draft202012Validator(schema()).iter_errors(to_json(read(path)))]
    assert errors == []


@pytest.mark.parametrize("path", OPINIONS, ids=lambda path: path.stem)
def test_every_claim_is_verbatim(path: Path) -> None:
    """Each span of a record holds the very words it quotes, and lies in the text."""
    reading = read(path)

    def spans(value: object) -> list[tuple[int, int, str]]:
        if isinstance(value, dict):
            own = [(value["start"], value["end"], value["text"])] if {"start", "end", "text"} <= value.keys() else []
            return own + [span for item in value.values() for span in spans(item)]
        return [span for item in value for span in spans(item)] if isinstance(value, list) else []

    wrong = [span for span in spans(to_json(reading)) if reading.text[span[0] : span[1]] != span[2] or not span[2]]
    assert wrong == []
