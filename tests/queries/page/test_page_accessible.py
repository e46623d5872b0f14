"""WCAG 2.2 AA: what axe-core finds, the contrast of what is painted, the size of what is pressed."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from citator.queries.page import legend
from citator.queries.page.data import PageData

Open = Callable[..., Any]
STYLE = files("citator.queries.page").joinpath("page.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#\w{6})", block)) for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[:2]
)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21.0
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


WRITTEN = [
    ("text", ground) for ground in ("page", "panel", "band", "box", "held", "point", "chosen")
] + [("soft", ground) for ground in ("page", "panel", "band", "chosen")] + [
    ("faint", "page"), ("accent", "page"), ("accent", "panel"), ("accent", "chosen"), ("mark-text", "mark"),
    *((line.key, ground) for line in (*legend.LINES, legend.NOT_OWN, legend.STANCE) for ground in ("page", "band")),
]  # fmt: skip


@pytest.mark.parametrize("palette", [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")])
def test_words_stand_out_from_their_ground(palette: dict[str, str]) -> None:
    weak = {(ink, ground): contrast(palette[ink], palette[ground]) for ink, ground in WRITTEN}
    assert {pair: value for pair, value in weak.items() if value < 4.5} == {}


@pytest.mark.parametrize("palette", [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")])
def test_borders_of_controls_stand_out(palette: dict[str, str]) -> None:
    assert contrast(palette["control"], palette["page"]) >= 3
    assert contrast(palette["accent"], palette["page"]) >= 3


@pytest.mark.parametrize(
    "context",
    [
        pytest.param({}, id="light"),
        pytest.param({"color_scheme": "dark"}, id="dark"),
        pytest.param({"forced_colors": "active"}, id="forced-colours"),
        pytest.param({"viewport": {"width": 320, "height": 800}}, id="narrow"),
    ],
)
@pytest.mark.parametrize("fragment", ["", "#act=d5", "#point=colorable"])
def test_axe_finds_nothing(open_page: Open, forest: PageData, context: dict[str, Any], fragment: str) -> None:
    page = open_page(forest, **context).go(fragment)
    page.locator("#legend summary").click()
    page.locator("#filters summary").click()
    found = Axe().run(page).response["violations"]
    assert [(it["id"], [node["target"] for node in it["nodes"]]) for it in found] == []


def test_targets_are_24_pixels(open_page: Open, forest: PageData) -> None:
    page = open_page(forest).page
    page.locator("#filters summary").click()
    sizes = page.locator(
        "button:visible, summary:visible, .cases a:visible, label:has(input):visible, td a:visible"
    ).evaluate_all(
        "all => all.map(it => [it.textContent, it.getBoundingClientRect().width, it.getBoundingClientRect().height])"
    )
    assert len(sizes) > 40
    assert [it for it in sizes if min(it[1], it[2]) < 24] == []
