"""Opening a library, on disk or at an endpoint, and asking it."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pyoxigraph
import pytest
from rdflib import RDF, Literal, URIRef

from citator.corpus.errors import LibraryError, UsageError
from citator.graph import ask, disk
from citator.graph.export import EXPORTS
from citator.graph.library import Library
from citator.graph.store import Embedded
from citator.graph.update import update
from citator.graph.vocabulary import ID, NS

OPINIONS = Path(__file__).parents[2] / "corpus" / "opinions"
NAMES = "SELECT ?name ?year ?banc ?docket { ?case c:textHeld true ; c:caption ?name ; c:year ?year . OPTIONAL { ?case c:enBanc ?banc } OPTIONAL { ?case c:docketless ?docket } } ORDER BY ?year"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the two shortest opinions that come with the project."""
    target = tmp_path_factory.mktemp("library") / "two.citator"
    update(target, [OPINIONS / "caperna.txt", OPINIONS / "redondo-lemos.txt"])
    return target


@pytest.fixture
def library(built: Path) -> Iterator[Library]:
    with Library.open(built) as library:
        yield library


class Endpoint(BaseHTTPRequestHandler):
    """The least of a SPARQL 1.1 endpoint."""

    store: pyoxigraph.Store

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        query = parse_qs(body)["query"][0]
        try:
            answer: Any = self.store.query(query, use_default_graph_as_union=True)
        except SyntaxError:
            self.send_error(400, "Bad query")
            return
        triples = isinstance(answer, pyoxigraph.QueryTriples)
        self.send_response(200)
        self.send_header("Content-Type", "text/turtle" if triples else "application/sparql-results+json")
        self.end_headers()
        format: Any = pyoxigraph.RdfFormat.TURTLE if triples else pyoxigraph.QueryResultsFormat.JSON
        self.wfile.write(answer.serialize(format=format))

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def endpoint(library: Library) -> Iterator[str]:
    """The same library behind an address on this machine."""
    handler = type("Handler", (Endpoint,), {"store": library.source.store})  # type: ignore[union-attr]
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/sparql"
    server.shutdown()
    server.server_close()
    thread.join()


def test_select_gives_plain_values(library: Library) -> None:
    assert library.select(NAMES) == [
        {"name": "United States v. Redondo-Lemos", "year": 1992, "banc": False, "docket": None},
        {"name": "United States v. Caperna", "year": 2001, "banc": False, "docket": None},
    ]


def test_an_endpoint_answers_as_the_library_does(library: Library, endpoint: str) -> None:
    with Library.open(endpoint) as remote:
        assert library.select(NAMES) == remote.select(NAMES)
        confidence = "SELECT (MAX(?p) AS ?most) ?kind { ?t c:confidence ?p ; c:scope/skos:notation ?kind } GROUP BY ?kind ORDER BY ?kind"
        assert library.select(confidence) == remote.select(confidence)
        assert remote.select("ASK { ?case a c:Decision }") == [{"answer": True}]
        (row,) = remote.select("CONSTRUCT { ?c a c:Court } { ?c c:courtId ?id }", id="ca9")
        assert f"{ID}court-ca9" == row["subject"]


def test_an_endpoint_has_a_manifest_but_no_texts(library: Library, endpoint: str) -> None:
    with Library.open(endpoint) as remote:
        assert [entry.id for entry in library.manifest.opinions] == [entry.id for entry in remote.manifest.opinions]
        with pytest.raises(LibraryError, match="not the texts"):
            remote.text(remote.manifest.opinions[0].id)


def test_an_endpoint_refuses_what_is_no_query(endpoint: str) -> None:
    with Library.open(endpoint) as remote, pytest.raises(UsageError, match="not a SPARQL query"):
        remote.select("SELECT nonsense")


def test_an_endpoint_that_is_not_there() -> None:
    with pytest.raises(LibraryError, match="no answer that can be read"):
        Library.open("http://127.0.0.1:9/sparql")


def test_an_endpoint_can_be_exported(library: Library, endpoint: str) -> None:
    with Library.open(endpoint) as remote:
        assert EXPORTS["nq"](library) == EXPORTS["nq"](remote)
        assert EXPORTS["csv"](library) == EXPORTS["csv"](remote)


@pytest.mark.filterwarnings("ignore:.*is deprecated:DeprecationWarning")  # rdflib 7.6, of itself
def test_rdflib_sees_an_endpoint(library: Library, endpoint: str) -> None:
    with Library.open(endpoint) as remote:
        (first,) = remote.graph().subjects(URIRef(f"{NS}textId"), Literal(library.manifest.opinions[0].id))
    assert URIRef(f"{ID}text-{library.manifest.opinions[0].id}") == first


def test_user_queries_at_an_endpoint(endpoint: str) -> None:
    with Library.open(endpoint) as remote:
        assert remote.run_user_query("SELECT (COUNT(?t) AS ?n) { ?t a c:TextSource }") == [{"n": 2}]


def test_texts_and_readings(library: Library) -> None:
    entry = library.manifest.opinions[0]
    text = (OPINIONS / "caperna.txt").read_bytes().decode()
    assert ("caperna.txt", text, text) == (entry.file, library.text(entry.id), library.reading(entry.id).text)
    assert [entry.id for entry in library.manifest.opinions] == [id for id, _ in library.readings()]


def test_an_id_it_does_not_have(library: Library) -> None:
    with pytest.raises(LibraryError, match="no text 'nonesuch'"):
        library.reading("nonesuch")


def test_evidence_is_in_the_text_at_its_place(library: Library) -> None:
    rows = library.select(
        """SELECT ?id ?start ?end ?words { ?e oa:hasSource/c:textId ?id ; oa:hasSelector ?p , ?q .
           ?p oa:start ?start ; oa:end ?end . ?q oa:exact ?words }"""
    )
    texts = {id: library.text(str(id)) for id in {row["id"] for row in rows}}
    wrong = [row for row in rows if texts[row["id"]][int(row["start"] or 0) : int(row["end"] or 0)] != row["words"]]
    assert (len(rows) > 50, wrong) == (True, [])


@pytest.mark.filterwarnings("ignore:.*is deprecated:DeprecationWarning")  # rdflib 7.6, of itself
def test_rdflib_sees_the_library(library: Library) -> None:
    dataset = library.graph()
    texts = set(dataset.subjects(RDF.type, URIRef(NS + "TextSource")))
    assert {URIRef(f"{ID}text-{entry.id}") for entry in library.manifest.opinions} == texts


def test_a_closed_library_answers_nothing(built: Path) -> None:
    library = Library.open(built)
    library.close()
    with pytest.raises(LibraryError, match="is closed"):
        library.select(NAMES)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("ASK { ?c c:courtId 'ca9' }", [{"answer": True}], id="ask"),
        pytest.param(
            "CONSTRUCT { ?c a c:Court } { ?c c:courtId 'ca9' }",
            [
                {
                    "subject": f"{ID}court-ca9",
                    "predicate": "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
                    "object": "https://w3id.org/citator/ns#Court",
                }
            ],
            id="construct",
        ),
        pytest.param("SELECT ?x { VALUES ?x { 1.5 } }", [{"x": 1.5}], id="decimal"),
    ],
)
def test_user_queries(library: Library, query: str, expected: list[dict[str, Any]]) -> None:
    assert expected == library.run_user_query(query)


def test_user_queries_take_parameters(library: Library) -> None:
    rows = library.run_user_query("SELECT ?name { ?c c:courtId ?id ; rdfs:label ?name }", {"id": "ca9"})
    assert rows == [{"name": "Court of Appeals for the Ninth Circuit"}]


def test_user_queries_are_stopped_in_time(library: Library) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?c < ?f && ?f < ?i) }"
    with pytest.raises(UsageError, match=r"more than 0\.5 seconds"):
        library.run_user_query(endless, timeout=0.5)


@pytest.mark.parametrize(
    ("query", "why"),
    [
        pytest.param("DROP ALL", "never changed by a query", id="update"),
        pytest.param("SELECT ?x WHERE", "not a SPARQL query", id="syntax"),
        pytest.param("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is not allowed", id="service"),
    ],
)
def test_user_queries_only_read(library: Library, query: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        library.run_user_query(query)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("ASK {}", {"rows": [{"answer": True}]}, id="rows"),
        pytest.param("ASK {", {"error": "usage"}, id="no-query"),
    ],
)
def test_what_the_process_of_a_user_query_answers(library: Library, query: str, expected: dict[str, Any]) -> None:
    assert isinstance(library.source, Embedded)
    reply = ask.answer(str(library.source.path), query)
    assert expected == {key: value for key, value in reply.items() if key != "message"}


def test_what_the_process_of_a_user_query_says_of_a_library_that_is_gone(tmp_path: Path) -> None:
    reply = ask.answer(str(tmp_path / "store"), "ASK {}")
    assert ("library", True) == (reply["error"], "damaged" in str(reply["message"]))


def test_a_reader_follows_a_writer_that_moved_on(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    generation = disk.current(built)
    places = iter([generation.with_name("gone"), generation, generation, generation])
    monkeypatch.setattr(disk, "current", lambda where: next(places))
    with Library.open(built) as library:
        assert 2 == len(library.manifest.opinions)


def test_a_store_damaged_under_way_says_so(built: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.citator"
    shutil.copytree(built, copy)
    for path in (disk.current(copy) / "store").glob("*.sst"):
        data = bytearray(path.read_bytes())
        data[: len(data) // 2] = bytes(len(data) // 2)
        path.write_bytes(bytes(data))
    with pytest.raises(LibraryError, match="store is damaged"), Library.open(copy) as library:
        library.select("SELECT * { ?s ?p ?o }")


def test_no_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="there is no library here"):
        Library.open(tmp_path / "none.citator")


def test_another_folder(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="not a library"):
        Library.open(tmp_path)
