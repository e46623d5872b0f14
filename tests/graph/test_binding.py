"""Values take the places of variables in a query, and can never become syntax."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from citator.corpus.errors import UsageError
from citator.graph.binding import bind, check_reads_only

CASE = "https://e/1"


@pytest.fixture(scope="module")
def store() -> Store:
    """A ring of five cases, each citing the next, decided from 1990 on."""
    store = Store()
    for i in range(5):
        case, graph = NamedNode(f"https://e/{i}"), NamedNode("https://e/g")
        store.add(Quad(case, NamedNode("https://e/cites"), NamedNode(f"https://e/{(i + 1) % 5}"), graph))
        store.add(Quad(case, NamedNode("https://e/year"), Literal(1990 + i), graph))
        store.add(Quad(case, NamedNode("https://e/name"), Literal(f'"v" {i} }}'), graph))
    return store


@pytest.mark.parametrize(
    ("query", "values", "expected"),
    [
        pytest.param("SELECT ?o { ?s e:cites ?o }", {"s": CASE}, [["2"]], id="not-projected"),
        pytest.param("SELECT ?s ?o { ?s e:cites ?o }", {"s": CASE}, [["1", "2"]], id="projected"),
        pytest.param("SELECT * { ?s e:cites ?o BIND(?s AS ?t) }", {"s": CASE}, [["2", "1"]], id="star"),
        pytest.param("SELECT (COUNT(*) AS ?n) { ?s e:cites ?o }", {"s": CASE}, [["1"]], id="aggregate"),
        pytest.param(
            "SELECT ?s (COUNT(*) AS ?n) { ?s e:cites ?o } GROUP BY ?s ORDER BY ?s", {"s": CASE}, [["1", "1"]], id="group"
        ),
        pytest.param("SELECT ?s { ?s e:year ?y FILTER(?y = ?year) }", {"year": 1993}, [["3"]], id="filter"),
        pytest.param("SELECT ?s { ?s e:year ?y OPTIONAL { ?s e:name ?n } FILTER(?n = ?k && ?y > 0) }",
                     {"k": '"v" 2 }'}, [["2"]], id="quotes-and-braces-are-words"),
        pytest.param("SELECT ?s { ?s e:year ?y FILTER(!BOUND(?f) || ?y >= ?f) } ORDER BY ?y", {"f": 1994}, [["4"]],
                     id="optional-given"),
        pytest.param("SELECT ?s { ?s e:year ?y FILTER(!BOUND(?f) || ?y >= ?f) } ORDER BY ?y", {"f": None},
                     [["0"], ["1"], ["2"], ["3"], ["4"]], id="optional-left-free"),
        pytest.param("SELECT ?o { { SELECT DISTINCT ?o ?s { ?s e:cites ?o } } }", {"s": CASE}, [["2"]], id="subselect"),
        pytest.param("SELECT ?o { $s e:cites/e:cites ?o }", {"s": CASE}, [["3"]], id="dollar-and-path"),
        pytest.param("SELECT ?s { VALUES ?s { } ?s e:year ?y } ORDER BY ?s", {"s": [CASE, "https://e/3"]},
                     [["1"], ["3"]], id="several"),
        pytest.param("SELECT ?s { VALUES ?s {} ?s e:year ?y }", {"s": []}, [], id="several-none"),
        pytest.param("# ?s is a case\nSELECT ?o { ?s e:cites ?o FILTER(\"?s\" = '?s') }", {"s": CASE}, [["2"]],
                     id="comments-and-strings-are-left-alone"),
        pytest.param("ASK { ?s e:cites ?o }", {"s": CASE}, True, id="ask"),
        pytest.param("SELECT ?s { ?s e:year ?y } ORDER BY DESC(?y) ?k LIMIT 1", {"k": 1.5}, [["4"]], id="order"),
        pytest.param("SELECT ?s { ?s e:year ?y FILTER(?y < 1991 && ?yes) }", {"yes": True}, [["0"]], id="boolean"),
    ],
)  # fmt: skip
def test_bound_query_gives(store: Store, query: str, values: dict[str, Any], expected: Any) -> None:
    answer: Any = store.query(bind(query, values), prefixes={"e": "https://e/"}, use_default_graph_as_union=True)
    if isinstance(expected, bool):
        assert expected is bool(answer)
        return
    assert expected == [[term.value.removeprefix("https://e/") for term in row] for row in answer]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param('" } DELETE WHERE { ?s ?p ?o } #', id="closing-a-string"),
        pytest.param("\\", id="backslash"),
        pytest.param("line\nbreak\r\t", id="line-break"),
        pytest.param("> } SELECT", id="angle"),
        pytest.param("'''\"\"\"", id="long-quotes"),
    ],
)
def test_no_value_becomes_syntax(value: str) -> None:
    answer: Any = Store().query(bind("SELECT ?x { BIND(?v AS ?x) }", {"v": value}))
    assert [value] == [row["x"].value for row in answer]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_was(value: str) -> None:
    answer: Any = Store().query(bind("SELECT ?x { BIND(CONCAT(?v, '') AS ?x) }", {"v": f"-{value}"}))
    assert [f"-{value}"] == [row["x"].value for row in answer]


@pytest.mark.parametrize(
    ("values", "why"),
    [
        pytest.param({"nobody": 1}, r"no variable \?nobody", id="unknown-name"),
        pytest.param({"s": "https://e/a b"}, "no value for a query", id="no-iri"),
        pytest.param({"s": "a\ud800"}, "no value for a query", id="no-text"),
    ],
)
def test_values_that_cannot_be_bound(values: dict[str, Any], why: str) -> None:
    with pytest.raises(UsageError, match=why):
        bind("SELECT ?s { ?s ?p ?o }", values)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("SELECT * { ?s ?p ?o }", id="select"),
        pytest.param("PREFIX a: <http://a#> BASE <http://b/> # LOAD\nASK { ?service a:from 'LOAD' }", id="ask"),
        pytest.param("describe <http://service/FROM>", id="describe"),
        pytest.param("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", id="construct"),
    ],
)
def test_reading_queries_pass(query: str) -> None:
    check_reads_only(query)
    assert query == bind(query, {})


@pytest.mark.parametrize(
    ("query", "why"),
    [
        pytest.param("DELETE WHERE { ?s ?p ?o }", "never changed", id="delete"),
        pytest.param("PREFIX a: <http://a#> INSERT DATA { a:b a:c a:d }", "never changed", id="insert"),
        pytest.param("LOAD <file:///etc/passwd>", "never changed", id="load"),
        pytest.param("", "never changed", id="empty"),
        pytest.param("SELECT * { SERVICE <http://elsewhere/> { ?s ?p ?o } }", "SERVICE is not allowed", id="service"),
        pytest.param("SELECT * { service silent ?x { ?s ?p ?o } }", "SERVICE is not allowed", id="lower-case"),
        pytest.param("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "FROM is not allowed", id="from"),
        pytest.param("SELECT * FROM NAMED <http://g> { ?s ?p ?o }", "FROM is not allowed", id="from-named"),
    ],
)
def test_other_queries_do_not(query: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        check_reads_only(query)
