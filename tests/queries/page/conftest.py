"""A small library made for the page, hostile in its names and sentences, and a large one made by rule."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from citator.corpus.model import Scope, TreatmentLabel
from citator.queries.page import render
from citator.queries.page.data import Act, Case, Evidence, PageData, Passage, Point, Stance

HOSTILE = "</script><img src=x onerror=alert(1)>"

SUPREME = Case("ash", "Ash v. United States", "400 U.S. 100", (), "U.S.", 1971, tier="supreme")
BIRCH = Case("birch", "United States v. Birch", "500 F.2d 10", (), "9th Cir.", 1974, tier="panel")
CEDAR = Case("cedar", "United States v. Cedar", "700 F.2d 20", (), "9th Cir.", 1983, tier="panel", held=True)
DOGWOOD = Case(
    "dogwood", "United States v. Dogwood", "900 F.2d 30", ("1990 WL 1",), "9th Cir.", 1990, None, True, "en_banc", True
)
ELM = Case("elm", f"Elm{HOSTILE} v. State", "50 F. Supp. 40", (), "D. Ariz.", 1988, tier="district")
FIR = Case("fir", "In re Fir", None, (), None, None)

CEDAR_TEXT = """UNITED STATES v. CEDAR

*20 The question is what a defendant must show. We follow Ash v. United States, 400 U.S. 100 (1971), \
which asks for a colorable basis. 𝕊 We distinguish United States v. Birch, 500 F.2d 10 (9th Cir. 1974).
"""
DOGWOOD_TEXT = f"""UNITED STATES v. DOGWOOD

*30 To the extent that United States v. Cedar, 700 F.2d 20 (9th Cir. 1983), asks for more, we overrule it. \
We see Ash and Birch as consistent. {HOSTILE} See Elm. In re Fir is of no help.

{"The record has more to say on this, none of it needed here. " * 60}

OAK, J., dissenting. *39 The majority misreads Ash, which I would not follow here.
"""


def evidence(
    case: Case, text: str, words: str, page: str, dissent: bool = False, footnote: str | None = None
) -> Evidence:
    start = text.index(words)
    part, author = ("dissent", "Oak") if dissent else ("lead", "Rowan")
    return Evidence(case.id, start, start + len(words), words, part, author, page, footnote)  # type: ignore[arg-type]


IN_CEDAR = evidence(CEDAR, CEDAR_TEXT, CEDAR_TEXT[CEDAR_TEXT.index("We follow") : CEDAR_TEXT.index(" 𝕊")], "20")
FORESTRY = PageData(
    title="forest.citator",
    cases=(SUPREME, BIRCH, CEDAR, DOGWOOD, ELM, FIR),
    acts=(
        Act("c1", "cedar", ("ash",), "follows", IN_CEDAR, basis="express", confidence=0.9),
        Act("c2", "cedar", ("birch",), "distinguishes",
            evidence(CEDAR, CEDAR_TEXT, "We distinguish United States v. Birch, 500 F.2d 10 (9th Cir. 1974).", "20", footnote="2"),
            basis="express", confidence=0.8),
        Act("d1", "dogwood", ("cedar",), "overrules",
            evidence(DOGWOOD, DOGWOOD_TEXT, "To the extent that United States v. Cedar, 700 F.2d 20 (9th Cir. 1983), asks for more, we overrule it.", "30"),
            scope="to_the_extent", extent="To the extent that United States v. Cedar … asks for more", basis="express", confidence=0.98),
        Act("d2", "dogwood", ("ash", "birch"), "reconciles",
            evidence(DOGWOOD, DOGWOOD_TEXT, "We see Ash and Birch as consistent.", "30"), basis="express", confidence=0.7),
        Act("d3", "dogwood", ("elm",), "cites",
            evidence(DOGWOOD, DOGWOOD_TEXT, f"{HOSTILE} See Elm.", "30"), basis="signal", confidence=0.6),
        Act("d4", "dogwood", ("fir",), None, evidence(DOGWOOD, DOGWOOD_TEXT, "In re Fir is of no help.", "30")),
        Act("d5", "dogwood", ("ash",), "declines_to_follow",
            evidence(DOGWOOD, DOGWOOD_TEXT, "The majority misreads Ash, which I would not follow here.", "39", dissent=True),
            own=False, actor="this_separate", actor_name="Oak", basis="express", confidence=0.75),
    ),
    points=(
        Point("colorable", "A colorable basis is enough for discovery.", (
            Stance("s1", "ash", "states", True, IN_CEDAR),
            Stance("s2", "cedar", "follows", False, IN_CEDAR),
            Stance("s3", "dogwood", "limits", False, evidence(DOGWOOD, DOGWOOD_TEXT, "We see Ash and Birch as consistent.", "30")),
        )),
    ),
    passages=(Passage("cedar", 0, CEDAR_TEXT), Passage("dogwood", 0, DOGWOOD_TEXT)),
    version="0",
)  # fmt: skip


def grove(size: int, opinions: int) -> PageData:
    """A library of ``size`` cases of which the last ``opinions`` are held; each cites some of those before it."""
    tiers = ("supreme", "panel", "panel", "en_banc", "panel", "district", "state")
    kinds: tuple[TreatmentLabel | None, ...] = (
        "follows",
        None,
        "cites",
        "overrules",
        "distinguishes",
        None,
        "explains",
    )
    scopes: tuple[Scope, ...] = ("full", "in_part", "full")
    cases = tuple(
        Case(f"g{i:04}", f"United States v. Tree{i:04}", f"{100 + i} F.2d {i}", (), f"{i % 11 + 1}th Cir.",
             1940 + i * 60 // size, tier=tiers[i % 7], en_banc=i % 7 == 3, held=i >= size - opinions)  # type: ignore[arg-type]
        for i in range(size)
    )  # fmt: skip
    acts, passages = [], []
    for n, case in enumerate(cases[size - opinions :], size - opinions):
        text = ""
        for k in range(min(n, 12)):
            target = cases[(n * 7 + k * k * 13) % n]
            words = f"We speak of {target.name} for the {k}th time."
            proof = Evidence(case.id, len(text), len(text) + len(words), words, "lead", None, str(k))
            text += words + " "
            kind = kinds[(n + k) % 7]
            acts.append(
                Act(
                    f"{case.id}-{k}",
                    case.id,
                    (target.id,),
                    kind,
                    proof,
                    scope=scopes[k % 3],
                    basis="express",
                    confidence=0.5,
                )
            )
        passages.append(Passage(case.id, 0, text))
    return PageData("grove.citator", cases, tuple(acts), (), tuple(passages))


@pytest.fixture(scope="session")
def forest() -> PageData:
    """Six cases, two of them held."""
    return FORESTRY


@pytest.fixture(scope="session")
def grove_of_300() -> PageData:
    """As many cases as are shown at once."""
    return grove(300, 40)


@pytest.fixture(scope="session")
def grove_of_900() -> PageData:
    """More cases than are shown at once."""
    return grove(900, 60)


CHROMIUM_OPTIONS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; where it is missing the test is skipped, but not in CI."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("the tests of the page need chromium, and CI must have it")
        pytest.skip("the tests of the page need chromium: apt install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_OPTIONS))
        yield browser
        browser.close()


class Opened:
    """A page opened from disk in a context of its own, and what it asked for and complained of."""

    def __init__(self, browser: Browser, file: Path, **context: Any) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **context})
        self.address = file.as_uri()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page = self.context.new_page()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append("dialog"))

    def go(self, fragment: str = "") -> Page:
        self.page.goto("about:blank")
        self.page.goto(self.address + fragment)
        return self.page


Open = Callable[..., Opened]


@pytest.fixture
def open_page(chromium: Browser, tmp_path: Path) -> Iterator[Open]:
    """Render data to a file and open it; at the end nothing must have been fetched or complained of."""
    opened: list[Opened] = []

    def open_one(data: PageData, **context: Any) -> Opened:
        file = tmp_path / "explorer.html"
        file.write_bytes(render(data))
        opened.append(Opened(chromium, file, **context))
        opened[-1].go()
        return opened[-1]

    yield open_one
    for it in opened:
        it.context.close()
        assert {it.address} == {address.split("#")[0] for address in it.requests if address != "about:blank"}
        assert it.complaints == []
