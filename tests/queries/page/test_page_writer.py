"""The file: one, complete, the same every time, with nothing to fetch and no way in for markup."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
from dataclasses import replace
from typing import Any

import lxml.html
import pytest

from citator.queries import page
from citator.queries.page.data import Case, PageData

HOSTILE = "</script><img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def source(forest: PageData) -> str:
    return page.render(forest).decode("utf-8")


@pytest.fixture(scope="module")
def tree(source: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(source)


def found(tree: lxml.html.HtmlElement, path: str) -> list[Any]:
    elements = tree.xpath(path)
    assert isinstance(elements, list)
    return elements


def payload(source: str) -> dict[str, Any]:
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', source, re.DOTALL)
    assert block
    loaded: dict[str, Any] = json.loads(block.group(1))
    return loaded


def test_same_data_same_bytes(forest: PageData) -> None:
    assert page.render(forest) == page.render(forest)


def test_nothing_is_fetched(tree: lxml.html.HtmlElement) -> None:
    addresses = [(element.tag, key, value) for element in tree.iter() for key, value in element.attrib.items()
                 if key in ("src", "href", "srcset", "action", "data") and not value.startswith("#")]  # fmt: skip
    assert addresses == [("link", "href", "data:,")]


def test_policy_forbids_all_but_the_scripts_and_style_of_the_page(tree: lxml.html.HtmlElement, source: str) -> None:
    policy = found(tree, "//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert (rules["default-src"], rules["base-uri"], rules["form-action"]) == ("'none'", "'none'", "'none'")

    def digests(pattern: str) -> list[str]:
        bodies = re.findall(pattern, source, re.DOTALL)
        return [f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'" for body in bodies]

    assert digests(r"<script>(.*?)</script>") == rules["script-src"].split()
    assert digests(r"<style>(.*?)</style>") == rules["style-src"].split()


def test_no_style_or_handler_stands_in_an_attribute(tree: lxml.html.HtmlElement) -> None:
    assert [key for element in tree.iter() for key in element.attrib if key == "style" or key.startswith("on")] == []


def test_hostile_words_are_text_and_data(tree: lxml.html.HtmlElement, source: str) -> None:
    assert found(tree, "//img") == []
    assert HOSTILE not in source
    assert any(HOSTILE in cell.text_content() for cell in found(tree, "//table[@id='acts']//td"))
    assert f"Elm{HOSTILE} v. State" == payload(source)["cases"]["elm"]["name"]


def test_hostile_title_and_ids(forest: PageData) -> None:
    case = Case(f'"{HOSTILE}', HOSTILE, HOSTILE, (HOSTILE,), HOSTILE, 1990, held=True)
    source = page.render(PageData(f'"{HOSTILE}', (case,), version=HOSTILE)).decode()
    tree = lxml.html.document_fromstring(source)
    assert HOSTILE not in source
    assert found(tree, "//img") == []
    assert len(found(tree, "//script")) == 5


def test_the_table_is_complete_without_scripts(tree: lxml.html.HtmlElement, forest: PageData) -> None:
    lines = found(tree, "//table[@id='acts']/tbody/tr")
    assert len(forest.acts) == len(lines)
    assert [cell.text_content().strip() for cell in lines[0]] == [
        "United States v. Dogwood, 900 F.2d 30", "1990", "overrules to the extent stated", "United States v. Cedar, 700 F.2d 20",
        "the court", "opinion of the court (Rowan)", "30",
        "To the extent that United States v. Cedar, 700 F.2d 20 (9th Cir. 1983), asks for more, we overrule it.",
        "express words", "98%",
    ]  # fmt: skip
    assert [link.get("href")[7:] for link in found(tree, "//table[@id='stances']//th/a")] == ["colorable"]


def test_what_needs_scripts_is_hidden_without_them(tree: lxml.html.HtmlElement) -> None:
    live = {element.get("id") for element in found(tree, "//*[contains(@class, 'live')]")}
    assert {"search", "filters", "centre", "evidence", "csv"} <= live


def test_one_edge_for_each_pair(source: str) -> None:
    edges = {edge["id"]: edge for edge in payload(source)["edges"]}
    assert {
        "dogwood cedar",
        "dogwood ash",
        "dogwood birch",
        "dogwood elm",
        "dogwood fir",
        "cedar ash",
        "cedar birch",
    } == {id for id, edge in edges.items() if edge["line"] != "stance"}
    rows = payload(source)["rows"]
    assert [rows[i]["id"] for i in edges["dogwood ash"]["acts"]] == ["d2", "d5"]


def test_held_boxes_have_a_solid_outline(source: str) -> None:
    dashes = {node["id"]: node["shapeProperties"]["borderDashes"] for node in payload(source)["nodes"]}
    assert (dashes["cedar"], dashes["dogwood"], dashes["ash"]) == (False, False, [5, 4])


def test_empty_library_makes_a_page() -> None:
    tree = lxml.html.document_fromstring(page.render(PageData("empty", ())).decode())
    assert (
        found(tree, "//table[@id='acts']//td")[0].text_content() == "No citation of a case was found in what was read."
    )


def test_text_in_any_script_survives(forest: PageData) -> None:
    name = "Ångström v. 東京 𝕊\u2028"
    source = page.render(replace(forest, cases=(replace(forest.cases[0], name=name), *forest.cases[1:]))).decode()
    assert name == payload(source)["cases"]["ash"]["name"]
    assert "\u2028" not in source[source.index('id="data"') :]


def test_pyvis_is_imported_only_when_a_page_is_made() -> None:
    code = "import sys, citator.queries.page, citator.queries.page.data; sys.exit('pyvis' in sys.modules or 'networkx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
