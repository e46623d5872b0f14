"""The page as a person meets it, in a real browser: what is asked for, chosen, shown, printed and saved."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import lxml.etree
import pdfplumber
import pytest
from playwright.sync_api import Page, expect

from citator.queries.page.data import PageData

HOSTILE = "</script><img src=x onerror=alert(1)>"
Open = Callable[..., Any]


def chosen(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).fragment)


def shown(page: Page) -> list[str]:
    """Ids of the acts whose rows are visible, in order."""
    return [
        link.split("=", 1)[1]
        for link in page.locator("#acts tbody tr:visible td.treatment a").evaluate_all("all => all.map(a => a.hash)")
    ]


def assert_evidence(page: Page, data: PageData, id: str) -> None:
    """The panel says what the data say, word for word, and the text is scrolled to the marked words."""
    act = next(act for act in data.acts if act.id == id)
    assert act.evidence.words == page.locator("#proof blockquote").text_content()
    assert act.evidence.words == page.locator("#opinion mark").text_content()
    text = next(passage.text for passage in data.passages if passage.case == act.evidence.source)
    assert text == page.locator("#opinion").text_content()
    expect(page.locator("#opinion mark")).to_be_in_viewport()
    assert data.by_id[act.acting].name in (page.locator("#proof .claim").text_content() or "")


def test_hostile_names_and_sentences_stay_text(open_page: Open, forest: PageData) -> None:
    """That nothing was fetched and no dialog opened is seen when the page is closed."""
    opened = open_page(forest)
    page = opened.go("#act=d3&case=elm")
    assert page.locator("img").count() == 0
    assert f"{HOSTILE} See Elm." == page.locator("#proof blockquote").text_content()
    assert HOSTILE in (page.locator("#side .cases a[aria-current]").text_content() or "")
    opened.go(f"#q={HOSTILE}&case={HOSTILE}&treatment={HOSTILE}")
    assert page.locator("img").count() == 0


def test_opens_on_the_case_to_which_most_is_done(open_page: Open, forest: PageData) -> None:
    page = open_page(forest).page
    assert "Dogwood" in (page.locator("#side .cases a[aria-current]").text_content() or "")
    assert_evidence(page, forest, "d1")
    assert page.locator("#count").text_content() == "6 of 6 cases"


@pytest.mark.parametrize("id", ["c1", "c2", "d1", "d2", "d3", "d4", "d5"])
def test_choosing_a_row_shows_its_evidence(open_page: Open, forest: PageData, id: str) -> None:
    page = open_page(forest).page
    page.locator(f"#acts a[href='#act={id}']").click()
    assert [id] == chosen(page)["act"]
    assert_evidence(page, forest, id)
    assert [id] == page.locator("#acts tr.chosen td.treatment a").evaluate_all("all => all.map(a => a.hash.slice(5))")


def point_of(page: Page, id: str) -> tuple[float, float]:
    """Where the middle of a case's box is on the screen: found by trying, for the canvas tells nothing."""
    box = page.locator("#graph").bounding_box()
    assert box
    for y in range(30, int(box["height"]), 12):
        for x in range(10, int(box["width"]), 25):
            at = {"x": box["x"] + x, "y": box["y"] + y}
            page.mouse.click(at["x"], at["y"])
            if chosen(page).get("case") == [id] and "act" not in chosen(page):
                return at["x"], at["y"]
    pytest.fail(f"no box of {id} on the screen")


def test_choosing_a_box_by_mouse_shows_its_evidence(open_page: Open, forest: PageData) -> None:
    page = open_page(forest).page
    point_of(page, "cedar")
    assert_evidence(page, forest, "d1")
    assert page.locator("#proof h3").text_content() == "United States v. Cedar"


def test_choosing_by_keyboard_alone(open_page: Open, forest: PageData) -> None:
    page = open_page(forest).page
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "graph":
            break
    page.keyboard.press("ArrowUp")
    expect(page.locator("#cursor")).to_contain_text("Ash v. United States, 400 U.S. 100 (1971)")
    page.keyboard.press("Enter")
    assert chosen(page)["case"] == ["ash"]
    assert_evidence(page, forest, "d2")
    page.locator("#acts a[href='#act=c2']").focus()
    page.keyboard.press("Enter")
    assert_evidence(page, forest, "c2")
    page.locator("#next").focus()
    page.keyboard.press("Enter")
    assert_evidence(page, forest, "c1")
    assert page.evaluate("document.activeElement.id") == "previous", "there is nothing after the last"


def test_previous_and_next_walk_through_the_evidence_of_a_case(open_page: Open, forest: PageData) -> None:
    page = open_page(forest).page
    page.locator("#side a[href='#case=ash']").click()
    seen = [page.locator("#proof blockquote").text_content()]
    while page.locator("#next").is_enabled():
        page.locator("#next").click()
        seen.append(page.locator("#proof blockquote").text_content())
    words = {act.id: act.evidence.words for act in forest.acts}
    assert [words["d2"], words["c1"], words["d5"]] == seen


def test_search(open_page: Open, forest: PageData) -> None:
    page = open_page(forest).page
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.type("colorable")
    assert shown(page) == ["c1"]
    page.locator("#query").fill("CEDAR birch")
    assert shown(page) == ["c2"]
    page.locator("#query").fill("no such words")
    assert shown(page) == []
    assert page.locator("#shown").text_content() == "No row matches."
    page.locator("#query").fill("ash")
    page.keyboard.press("Enter")
    assert chosen(page)["case"] == ["ash"]
    assert chosen(page)["q"] == ["ash"]


def test_filters_count_and_combine(open_page: Open, forest: PageData) -> None:
    page = open_page(forest).page
    page.locator("#filters summary").click()
    page.get_by_label("overrules").check()
    assert shown(page) == ["d1"]
    page.get_by_label("distinguishes").check()
    assert shown(page) == ["d1", "c2"]
    page.get_by_label("1983").check()
    assert shown(page) == ["c2"]
    counts = page.locator("fieldset[data-facet=year] output").all_text_contents()
    assert counts == ["1", "1"]
    assert {key: value for key, value in chosen(page).items() if key != "case"} == {
        "treatment": ["overrules", "distinguishes"],
        "year": ["1983"],
    }
    page.locator("#reset").click()
    assert len(shown(page)) == 7


def test_permalink_back_and_forward(open_page: Open, forest: PageData) -> None:
    opened = open_page(forest)
    page = opened.page
    page.locator("#acts a[href='#act=c2']").click()
    page.locator("#side a[href='#case=birch']").click()
    link = page.url
    page.go_back()
    assert_evidence(page, forest, "c2")
    page.go_back()
    assert_evidence(page, forest, "d1")
    page.go_forward()
    assert_evidence(page, forest, "c2")
    other = opened.go("#" + urlsplit(link).fragment + "&part=dissent&q=oak")
    assert other.locator("#proof h3").text_content() == "United States v. Birch"
    assert other.get_by_label("dissent").is_checked()
    assert other.locator("#query").input_value() == "oak"


def test_table_sorts(open_page: Open, forest: PageData) -> None:
    page = open_page(forest).page
    head = page.get_by_role("columnheader", name="Year")
    head.get_by_role("button").click()
    assert ("ascending", {"c1", "c2"}) == (head.get_attribute("aria-sort"), set(shown(page)[:2]))
    head.get_by_role("button").click()
    assert ("descending", {"c1", "c2"}) == (head.get_attribute("aria-sort"), set(shown(page)[-2:]))


def test_table_of_the_chosen_case_only(open_page: Open, forest: PageData) -> None:
    page = open_page(forest).page
    page.locator("#side a[href='#case=birch']").click()
    page.get_by_label("Only the selected case").check()
    assert shown(page) == ["d2", "c2"]


def test_points_of_law_on_demand(open_page: Open, forest: PageData) -> None:
    page = open_page(forest).page
    page.locator("#stances a", has_text="limits").click()
    assert forest.points[0].wording == page.locator("#proof h3").text_content()
    assert forest.points[0].stances[2].evidence.words == page.locator("#opinion mark").text_content()
    assert page.locator("#count").text_content() == "3 of 6 cases"
    page.locator("#previous").click()
    assert forest.points[0].stances[1].evidence.words == page.locator("#proof blockquote").text_content()


def test_copy_citation(open_page: Open, forest: PageData) -> None:
    opened = open_page(forest, permissions=["clipboard-read", "clipboard-write"])
    opened.page.get_by_role("button", name="Copy citation").click()
    expect(opened.page.get_by_role("button", name="Copied")).to_be_visible()
    assert (
        opened.page.evaluate("navigator.clipboard.readText()")
        == "United States v. Dogwood, 900 F.2d 30, 30 (9th Cir. 1990) (en banc)"
    )


def saved(page: Page, id: str) -> bytes:
    with page.expect_download() as download:
        page.locator(f"#{id}").click()
    return download.value.path().read_bytes()


def test_csv_holds_the_rows_shown_and_no_formula(open_page: Open, forest: PageData) -> None:
    page = open_page(forest).page
    page.locator("#query").fill("ash")
    text = saved(page, "csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["treatment"] for row in rows] == ["reconciles", "follows", "declines to follow"]
    assert (
        rows[0]["authority"]
        == "Ash v. United States, 400 U.S. 100 (1971); United States v. Birch, 500 F.2d 10 (9th Cir. 1974)"
    )


def test_filters_reach_the_graph(open_page: Open, forest: PageData) -> None:
    page = open_page(forest).go("#treatment=overrules to the extent stated&treatment=overrules")
    words = set(lxml.etree.fromstring(saved(page, "svg")).itertext())
    assert "overrules to the extent stated" in words
    assert words.isdisjoint({"follows", "reconciles"})


def test_svg_and_png(open_page: Open, forest: PageData) -> None:
    page = open_page(forest).page
    svg = lxml.etree.fromstring(saved(page, "svg"))
    words = set(svg.itertext())
    assert {"Cedar", "9th Cir. 1983", "follows", "Supreme Court", "1974"} <= words
    assert saved(page, "png").startswith(b"\x89PNG")


def test_no_page_scrolls_sideways_at_320_pixels(open_page: Open, forest: PageData) -> None:
    page = open_page(forest, viewport={"width": 320, "height": 640}).page
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_print_shows_every_row_and_the_evidence(open_page: Open, grove_of_300: PageData) -> None:
    page = open_page(grove_of_300).page
    assert len(shown(page)) == 50
    page.emulate_media(media="print")
    assert page.locator("#acts tbody tr:visible").count() == len(grove_of_300.acts)
    assert page.locator("#proof blockquote").is_visible()
    assert not page.locator("#graph").is_visible()


def test_paper_holds_the_table_and_is_light(open_page: Open, forest: PageData) -> None:
    page = open_page(forest, color_scheme="dark").page
    with pdfplumber.open(io.BytesIO(page.pdf())) as paper:
        words = " ".join(" ".join(sheet.extract_text() for sheet in paper.pages).split())
        colours = {tuple(char["non_stroking_color"]) for sheet in paper.pages for char in sheet.chars}
    assert {"distinguishes", "overrules", "misreads", "colorable"} <= set(words.split())
    assert all(max(colour) < 0.6 for colour in colours)


def test_without_scripts_text_and_table_are_there(open_page: Open, forest: PageData) -> None:
    page = open_page(forest, java_script_enabled=False).page
    assert page.locator("#acts tbody tr:visible").count() == 7
    assert forest.acts[0].evidence.words in page.locator("#acts").inner_text()
    assert not page.locator("#graph").is_visible()


def test_as_many_cases_as_fit_a_screen_are_ready_in_two_seconds(open_page: Open, grove_of_300: PageData) -> None:
    opened = open_page(grove_of_300)
    start = time.monotonic()
    page = opened.go("#wide=1")
    page.locator("#acts a[href='#act=g0299-1']").dispatch_event("click")
    assert chosen(page)["act"] == ["g0299-1"]
    assert time.monotonic() - start < 2
    assert page.locator("#count").text_content() == "300 of 300 cases"


def test_large_library_opens_on_a_neighbourhood(open_page: Open, grove_of_900: PageData) -> None:
    page = open_page(grove_of_900).page
    count = page.locator("#count").text_content() or ""
    assert (int(count.split()[0]) < 300, count[-12:]) == (True, "of 900 cases")
    assert len(shown(page)) == 50
    page.locator("#later").click()
    assert page.locator("#shown").text_content() == "rows 51 to 100 of 720"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_scheme(open_page: Open, forest: PageData, scheme: str) -> None:
    page = open_page(forest, color_scheme=scheme).page
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 23, 26)"}[scheme] == colour
