"""What a clerk is told about the four opinions, through the command line."""

from __future__ import annotations

import csv
import json
import shutil
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from citator.corpus import formats
from citator.queries.cli import main

from .conftest import OPINIONS, Ask

TWO_ARMSTRONGS = (
    "Error: “Armstrong” may be any of 2 cases; ask by citation:\n"
    "  United States v. Armstrong, 48 F.3d 1508 (9th Cir. 1995) (en banc)\n"
    "  United States v. Armstrong, 517 U.S. 456 (1996)  [cited only]\n"
)


def test_two_cases_of_one_name_are_listed_and_none_is_guessed(ask: Ask) -> None:
    for command in (["status", "Armstrong"], ["status", "Armstrong", "--json"], ["path", "Caperna", "Armstrong"]):
        result = ask(*command, code=3)
        assert (result.stderr, result.stdout) == (TWO_ARMSTRONGS, "")


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        pytest.param("Guttierez", "near it: United States v. Gutierrez", id="misspelt"),
        pytest.param("1 U.S. 999", "citator show lists what it holds", id="citation-not-there"),
    ],
)
def test_unknown_case(ask: Ask, asked: str, near: str) -> None:
    result = ask("status", asked, code=3)
    assert (f"Error: no case in this library answers to “{asked}”; {near}\n", "") == (result.stderr, result.stdout)


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(["Wayte v. United States"], id="name"),
        pytest.param(["470 U.S. 598"], id="citation"),
        pytest.param(["470", "U.", "S.", "598"], id="without-quotes"),
        pytest.param(["105 S.Ct. 1524"], id="parallel"),
        pytest.param(["84 L. Ed. 2d 547"], id="parallel-in-another-spacing"),
        pytest.param(["470-us-598"], id="id"),
    ],
)
def test_a_case_is_found_by_any_of_its_names(ask: Ask, asked: list[str]) -> None:
    answer = json.loads(ask("status", *asked, "--json").stdout)
    assert answer["case"] == {
        "id": "470-us-598",
        "name": "Wayte v. United States",
        "citation": "470 U.S. 598",
        "court": "scotus",
        "year": 1985,
        "text_held": False,
    }


def test_gutierrez_is_overruled_to_the_extent_stated(ask: Ask) -> None:
    by_citation, by_name = ask("status", "990 F.2d 472").stdout, ask("status", "Gutierrez").stdout
    assert by_citation == by_name
    assert by_citation.startswith("United States v. Gutierrez, 990 F.2d 472 (9th Cir. 1993)\n")
    assert (
        "Overruled in part, to the extent stated, by "
        "United States v. Armstrong, 48 F.3d 1508 (9th Cir. 1995) (en banc)\n"
    ) in by_citation
    assert "lead opinion (Reinhardt), page 1513, note 1" in by_citation
    assert (
        "“To the extent that United States v. Gutierrez conflicts with this proposition by holding that a statistical "
        "disparity does not satisfy the effect prong of a prima facie showing of selective prosecution, we overrule it.”"
    ) in by_citation
    assert (
        "a later decision of a higher court has the same caption as United States v. Armstrong, 48 F.3d 1508 (9th Cir. 1995) (en banc), which acts here: United States v. Armstrong, 517 U.S. 456 (1996)"
        in by_citation
    )
    assert "Checked: 4 opinions, of which 1 cite it; its own text is not held" in by_citation


def test_status_as_one_object(ask: Ask) -> None:
    answer = json.loads(ask("status", "Gutierrez", "--json").stdout)
    reason = answer["reasons"][0]
    text = formats.read(OPINIONS / "armstrong.txt").text
    assert answer["standing"] == "overruled_in_part"
    assert reason["acting_case"] == {
        "name": "United States v. Armstrong",
        "citation": "48 F.3d 1508",
        "court": "ca9",
        "year": 1995,
        "standing": "none",
    }
    where = [reason[key] for key in ("treatment", "scope", "actor", "part", "page", "footnote", "basis")]
    assert where == ["overrules", "to_the_extent", "this_court", "lead", "1513", "1", "express"]
    assert reason["evidence"]["text"] == text[reason["evidence"]["start"] : reason["evidence"]["end"]]
    assert answer["checked"] == {"opinions": 4, "citing": 1, "unresolved": 0}
    cautions = {caution["kind"]: caution for caution in answer["cautions"]}
    assert {"later_history", "text_not_held"} == set(cautions)
    assert cautions["later_history"]["case"]["citation"] == "517 U.S. 456"
    assert cautions["later_history"]["evidence"]["text"] == "517 U.S. 456"


@pytest.mark.parametrize(
    ("words", "as_of", "standing"),
    [
        pytest.param(
            "statistical disparity does not satisfy the effect prong", None, "overruled_in_part", id="on-the-point"
        ),
        pytest.param("sentencing of minors", None, "none", id="on-another-point"),
        pytest.param(None, "1994", "none", id="before-it-was-overruled"),
        pytest.param(None, "1995", "overruled_in_part", id="in-the-year-it-was-overruled"),
    ],
)
def test_status_on_a_point_and_as_of_a_date(ask: Ask, words: str | None, as_of: str | None, standing: str) -> None:
    options = [*(["--on", words] if words else []), *(["--as-of", as_of] if as_of else [])]
    assert standing == json.loads(ask("status", "Gutierrez", *options, "--json").stdout)["standing"]


def test_status_of_an_overruling_recounted_by_another(ask: Ask) -> None:
    listed = ask("treatments", "857 F.2d 1245").stdout
    assert "1. Overruled by Mistretta v. United States, 488 U.S. 361 (1989)\n" in listed
    assert (
        "note 5; in United States v. Banuelos-Rodriguez, 215 F.3d 969 (9th Cir. 2000) (en banc); basis: reported"
        in listed
    )
    assert json.loads(ask("status", "Gubiensio-Ortiz", "--json").stdout)["standing"] == "overruled"


def test_caperna_reconciles_two_cases_at_once(ask: Ask) -> None:
    acts = json.loads(ask("treatments", "--by", "Caperna", "--json").stdout)
    reconciled = [act for act in acts if act["treatment"] == "reconciles"]
    assert [{"198 F.3d 1167", "215 F.3d 969"}] == [{case["citation"] for case in act["targets"]} for act in reconciled]
    declined = {case["citation"] for act in acts if act["treatment"] == "declines_to_follow" for case in act["targets"]}
    assert {"219 F.3d 1186", "129 F.3d 1140"} == declined
    words = ask("treatments", "--by", "Caperna").stdout
    assert "United States v. Daas, 198 F.3d 1167 (9th Cir. 1999) and United States v. Banuelos-Rodriguez" in words


def test_path_goes_through_banuelos_rodriguez(ask: Ask) -> None:
    steps = json.loads(ask("path", "Caperna", "Mejia", "--json").stdout)
    ways: dict[int, list[str]] = {}
    for step in steps:
        ways.setdefault(step["way"], []).append(step["hop"]["to_case"]["name"])
    assert ways[1] == ["United States v. Banuelos-Rodriguez", "United States v. Mejia"]
    assert all(step["hop"]["evidence"]["text"] for step in steps if step["way"] == 1)


def test_table_of_authorities(ask: Ask) -> None:
    by_citation = ask("toa", "48 F.3d 1508", "--format", "md").stdout
    assert ask("toa", "Armstrong", "--format", "md").stdout == by_citation
    rows = [line.strip("| ").split(" | ") for line in by_citation.splitlines() if line.startswith("| ")]
    named = [row[0] for row in rows]
    assert len(named) - named.count("Authority") - named.count("---") == len(set(named) - {"Authority", "---"})
    assert ["*United States v. Gutierrez*, 990 F.2d 472 (9th Cir. 1993)", "1513 n.1"] in rows
    assert [
        "*United States v. Redondo-Lemos*, 955 F.2d 1296 (9th Cir. 1992)",
        "1510, 1512, 1513, 1515 n.5, 1516, 1519",
    ] in rows
    assert [line for line in by_citation.splitlines() if line.startswith("## ")] == [
        "## Cases",
        "## Statutes",
        "## Rules, regulations and guidelines",
    ]


def test_cites_and_cited_by(ask: Ask) -> None:
    links = json.loads(ask("cites", "Caperna", "--json").stdout)
    assert "United States v. Banuelos-Rodriguez" in [link["case"]["name"] for link in links]
    citing = csv.DictReader(StringIO(ask("cited-by", "Enriquez-Munoz", "--format", "csv").stdout))
    assert [row["case"] for row in citing] == [
        "United States v. Caperna, 251 F.3d 827 (9th Cir. 2001)",
        "United States v. Banuelos-Rodriguez, 215 F.3d 969 (9th Cir. 2000) (en banc)",
    ]
    older = ask("cited-by", "Enriquez-Munoz", "--until", "2000", "--format", "csv").stdout
    assert len(older.splitlines()) == 2


def test_text_that_is_not_held_cites_nothing(ask: Ask) -> None:
    result = ask("cites", "990 F.2d 472", code=3)
    assert "is not in this library; it is only cited there" in result.stderr


def test_show(ask: Ask) -> None:
    figures = json.loads(ask("show", "--json").stdout)
    assert [held["file"] for held in figures["opinions"]] == [
        "armstrong.txt",
        "banuelos-rodriguez.txt",
        "caperna.txt",
        "redondo-lemos.txt",
    ]
    words = ask("show", "Armstrong (9th Cir.)", code=3)
    about = ask("show", "48 F.3d 1508").stdout
    assert "Error" in words.stderr
    assert (
        "Opinion: lead opinion (Reinhardt)\n"
        "Announced, but not in the text held: concurrence: Wallace\n"
        "Announced, but not in the text held: dissent: Rymer\n"
    ) in about


def test_results_stand_on_standard_output_and_in_files(ask: Ask, tmp_path: Path) -> None:
    target = tmp_path / "toa.csv"
    result = ask("toa", "Armstrong", "-o", str(target))
    assert ("", f"Wrote {target}\n") == (result.stdout, result.stderr)
    assert target.read_text(encoding="utf-8").startswith("group,authority,pages\n")
    assert ask("toa", "Armstrong", "-o", str(target), "--quiet").stderr == ""


def test_output_that_cannot_be_written(ask: Ask, tmp_path: Path) -> None:
    result = ask("toa", "Armstrong", "-o", str(tmp_path / "no" / "toa.md"), code=2)
    assert f"Error: cannot write {tmp_path}/no/toa.md: No such file or directory\n" == result.stderr


def test_stored_queries(ask: Ask) -> None:
    rows = list(csv.DictReader(StringIO(ask("query", "overruled", "--format", "csv").stdout)))
    assert "857 F.2d 1245" in [row["citation"] for row in rows]
    rows = list(
        csv.DictReader(StringIO(ask("query", "citations-of", "--param", "case=Gutierrez", "--format", "csv").stdout))
    )
    assert {"48-f3d-1508"} == {row["citing"] for row in rows}


def test_own_query(ask: Ask, tmp_path: Path) -> None:
    query = tmp_path / "courts.rq"
    query.write_text("SELECT DISTINCT ?court { ?d a c:Decision ; c:textHeld true ; c:court/c:courtId ?court }", "utf-8")
    assert json.loads(ask("query", str(query), "--json").stdout) == [{"court": "ca9"}]


@pytest.mark.parametrize(
    ("args", "error"),
    [
        pytest.param(["citations-of"], "citations-of needs --param case=VALUE", id="parameter-missing"),
        pytest.param(
            ["citations-of", "--param", "cases=x"],
            "citations-of has no parameter cases; it has case",
            id="unknown-parameter",
        ),
        pytest.param(["citations-of", "--param", "x"], "--param x: write NAME=VALUE", id="no-value"),
    ],
)
def test_query_errors(ask: Ask, args: list[str], error: str) -> None:
    assert f"Error: {error}\n" == ask("query", *args, code=2).stderr


def test_queries_only_read(ask: Ask, tmp_path: Path) -> None:
    query = tmp_path / "update.rq"
    query.write_text("DELETE WHERE { ?s ?p ?o }", "utf-8")
    assert ask("query", str(query), code=2).stderr.startswith("Error: ")


def test_piped_output_is_plain(ask: Ask) -> None:
    for command in (["show"], ["treatments", "--by", "Caperna"], ["cites", "Armstrong"], ["toa", "Armstrong"]):
        output = ask(*command, FORCE_COLOR="", TERM="xterm-256color").stdout
        assert "\x1b" not in output
        assert [line for line in output.splitlines() if line != line.rstrip()] == []


def test_export_opens_elsewhere(ask: Ask, tmp_path: Path) -> None:
    import networkx as nx
    import rdflib

    turtle, graphml = tmp_path / "library.ttl", tmp_path / "library.graphml"
    assert ask("export", "--to", "ttl", "-o", str(turtle)).stderr == f"Wrote {turtle}\n"
    ask("export", "--to", "graphml", "-o", str(graphml), "--quiet")
    assert (
        rdflib.URIRef("https://w3id.org/citator/id/48-f3d-1508"),
        rdflib.URIRef("https://w3id.org/citator/treatment/overrules"),
        rdflib.URIRef("https://w3id.org/citator/id/990-f2d-472"),
    ) in rdflib.Graph().parse(turtle)
    labels = set(nx.get_node_attributes(nx.read_graphml(graphml), "citation").values())
    assert {"48 F.3d 1508", "990 F.2d 472"} <= labels


def test_page_of_some_cases(ask: Ask, tmp_path: Path) -> None:
    page = tmp_path / "two.html"
    ask("graph", "Caperna", "48 F.3d 1508", "-o", str(page))
    words = page.read_text(encoding="utf-8")
    assert words.lower().startswith("<!doctype html>")
    assert "United States v. Caperna" in words


def test_library_is_valid(ask: Ask) -> None:
    assert "Nothing: the library keeps its shapes and its own rules." in ask("validate").stdout


def test_build_reads_what_it_can_and_names_the_rest(tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    shutil.copy(OPINIONS / "caperna.txt", folder / "good.txt")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "western.txt").write_bytes(
        "See Doe v. Roe, 1 F.2d 3, § 4 (9th Cir. 1925) — “so”.\r\n".encode("windows-1252")
    )
    where = tmp_path / "mixed.citator"
    result = CliRunner().invoke(main, ["build", str(folder), "-o", str(where)])
    assert (4, "Error: empty.txt: empty file\nError: picture.txt: a PNG picture, not text\n") == (
        result.exit_code,
        result.stderr,
    )
    assert f"{where}: 2 opinions (2 read, 0 unchanged)\n" in result.stdout
    assert "2 files could not be read: empty.txt (empty file); picture.txt (a PNG picture, not text)\n" in result.stdout
    again = CliRunner().invoke(main, ["build", str(folder), "-o", str(where)])
    assert "2 opinions (0 read, 2 unchanged)" in again.stdout


def test_build_says_what_the_library_holds_and_what_to_type_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CITATOR_LIBRARY", raising=False)
    lines = CliRunner().invoke(main, ["build", str(OPINIONS)]).stdout.splitlines()
    assert "opinions.citator: 4 opinions (4 read, 0 unchanged)" == lines[0]
    assert '  citator status "990 F.2d 472"' in lines
    assert lines[-1] == f"  open {Path('opinions.citator', 'explorer.html')} in a browser"
    assert Path("opinions.citator", "explorer.html").is_file()


def test_build_of_nothing_there(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["build", str(tmp_path / "nonesuch"), "-o", str(tmp_path / "x.citator")])
    assert 4 == result.exit_code
    assert result.stderr.startswith("Error: ")
    assert 1 == len(result.stderr.splitlines())


def test_a_weightier_treatment_on_another_point_is_pointed_out(ask: Ask) -> None:
    lines = ask("status", "Gutierrez", "--on", "sentencing of minors").stdout.splitlines()
    assert lines[1:4] == [
        "Asked: on “sentencing of minors”",
        "No treatment found in this library.",
        "On another point, as far as its words tell: overruled to the extent stated by United States v. Armstrong, "
        "48 F.3d 1508 (9th Cir. 1995) (en banc)",
    ]


def test_disapproved_wording_is_matched_by_its_words_alone(ask: Ask) -> None:
    wording = json.loads(ask("status", "Bourgeois", "--on", "high threshold", "--json").stdout)
    assert ("limited", "disapproves") == (wording["standing"], wording["reasons"][0]["treatment"])
    test = json.loads(ask("status", "Bourgeois", "--on", "colorable basis test", "--json").stdout)
    assert "disapproves" in [other["treatment"] for other in test["others"]]


def test_points_of_law_begin_with_those_on_which_decisions_differ(ask: Ask) -> None:
    points: dict[str, set[str]] = {}
    for stance in json.loads(ask("propositions", "--json").stdout):
        points.setdefault(stance["wording"], set()).add(stance["stance"])
    against = {"rejects", "limits"}
    differ = [bool(taken & against and taken - against) for taken in points.values()]
    assert [True] * 10 == differ[:10]
    assert sum(differ) < len(differ) / 4
    facts = [wording.startswith("In Daas , the defendant was charged") for wording in points]
    assert facts.index(True) > len(points) * 0.9
