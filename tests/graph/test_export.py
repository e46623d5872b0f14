"""The graph in the formats of other tools: readable by them, and the same bytes every time."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
import rdflib

from citator.graph.export import EXPORTS
from citator.graph.library import Library
from citator.graph.vocabulary import ID, NS


@pytest.fixture(scope="module")
def exported(four: Library) -> dict[str, bytes]:
    return {name: export(four) for name, export in EXPORTS.items()}


def triples(library: Library) -> int:
    return len({quad.triple for quad in library.source.quads()})


def test_turtle_reads_back(four: Library, exported: dict[str, bytes]) -> None:
    graph = rdflib.Graph().parse(data=exported["ttl"], format="turtle")
    assert triples(four) == len(graph)
    assert b"@prefix c: <https://w3id.org/citator/ns#> .\n" in exported["ttl"]


@pytest.mark.filterwarnings("ignore:.*is deprecated:DeprecationWarning")  # rdflib 7.6, of itself
def test_jsonld_and_nquads_read_back_with_their_graphs(four: Library, exported: dict[str, bytes]) -> None:
    for name, format in (("jsonld", "json-ld"), ("nq", "nquads")):
        dataset = rdflib.Dataset()
        dataset.parse(data=exported[name], format=format)
        held = {str(graph.identifier) for graph in dataset.graphs()} - {"urn:x-rdflib:default"}
        assert {NS, f"{ID}merged", *(f"{ID}opinion-{entry.id}" for entry in four.manifest.opinions)} == held
    assert isinstance(json.loads(exported["jsonld"]), list)


def test_graphml_and_gexf_open_in_networkx(exported: dict[str, bytes]) -> None:
    for graph in (nx.read_graphml(io.BytesIO(exported["graphml"])), nx.read_gexf(io.BytesIO(exported["gexf"]))):
        assert isinstance(graph, nx.MultiDiGraph)
        acts = [data["treatment"] for data in graph["48-f3d-1508"]["990-f2d-472"].values()]
        assert "overrules" in acts
        assert "United States v. Armstrong" == graph.nodes["48-f3d-1508"]["name"]


def test_csv_has_a_row_for_each_act(exported: dict[str, bytes]) -> None:
    rows = list(csv.DictReader(io.StringIO(exported["csv"].decode())))
    row = next(row for row in rows if row["treatment"] == "overrules" and row["treated_citation"] == "990 F.2d 472")
    assert ("United States v. Armstrong", "1995", "48-f3d-1508", "990-f2d-472", "this_court") == (
        row["acting_name"],
        row["acting_year"],
        row["acting"],
        row["treated"],
        row["actor"],
    )


@pytest.mark.parametrize("format", EXPORTS)
def test_control_characters_do_not_break_an_export(odd: Library, format: str) -> None:
    data = EXPORTS[format](odd)
    if format == "graphml":
        ((_, _, edge),) = nx.read_graphml(io.BytesIO(data)).edges(data=True)
        assert "We follow  1 F.3d 2" == edge["words"]
    if format == "gexf":
        assert 2 == len(nx.read_gexf(io.BytesIO(data)))
    if format in ("ttl", "nq"):
        assert b"We follow" in data


@pytest.mark.parametrize("format", EXPORTS)
def test_nothing_of_the_machine_is_in_an_export(four: Library, exported: dict[str, bytes], format: str) -> None:
    assert str(Path(four.where).parent).encode() not in exported[format]
    assert b"lastmodified" not in exported[format]


SCRIPT = """
import sys
from hashlib import sha256
from pathlib import Path
from citator.graph.export import EXPORTS
from citator.graph.library import Library
from citator.graph.update import update
target = Path(sys.argv[1])
update(target, [Path(sys.argv[2])])
with Library.open(target) as library:
    for name, export in EXPORTS.items():
        print(name, sha256(export(library)).hexdigest())
"""


def test_building_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    opinions = Path(__file__).parents[2] / "corpus" / "opinions"

    def run(name: str, seed: str) -> str:
        command = [sys.executable, "-c", SCRIPT, str(tmp_path / name), str(opinions)]
        return subprocess.run(
            command, capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed, "PATH": ""}
        ).stdout

    assert run("one.citator", "1") == run("two.citator", "2")
