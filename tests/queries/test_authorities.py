"""A Reading → its table of authorities."""

from __future__ import annotations

from typing import Any

import pytest

from citator.corpus.model import (
    Citation,
    CitationKind,
    Decision,
    Document,
    Footnote,
    Opinion,
    Page,
    Part,
    Reading,
    Span,
    Unresolved,
)  # fmt: skip
from citator.queries.authorities import UNRESOLVED, Authority, authorities, locators

TEXT = "a" * 1000
PAGES = (Page("101", 100, 104), Page("102", 500, 504))
NOTES = (Footnote("1", "lead", 150, 900, 950), Footnote("2", "lead", 600, 950, 1000))


def cite(start: int, authority: str | None, kind: CitationKind = "full_case", **given: Any) -> Citation:
    return Citation(Span(start, start + 5), kind, Span(start, start + 5), authority=authority, **given)


def reading(*citations: Citation, pages: tuple[Page, ...] = PAGES, unresolved: tuple[Unresolved, ...] = ()) -> Reading:
    opinion = Opinion(
        Document("x.txt", "0", "text", TEXT),
        Decision(),
        (Part("lead", "lead", None, 0, 1000),),
        pages,
        NOTES,
        (Span(0, 200), Span(200, 1000)),
    )
    return Reading(opinion, tuple(sorted(citations, key=lambda citation: citation.start)), unresolved=unresolved)


def rows(*citations: Citation, **given: Any) -> list[tuple[str, str | None, str, tuple[str, ...]]]:
    return [(row.category, row.name, row.citation, row.pages) for row in authorities(reading(*citations, **given))]


@pytest.mark.parametrize(
    ("citations", "expected"),
    [
        pytest.param(
            [cite(10, "470 U.S. 598", name="Wayte v. United States", year=1985, court="scotus")],
            ("Cases", "Wayte v. United States", "470 U.S. 598 (1985)", ("100",)),
            id="full-cite-before-the-first-mark",
        ),
        pytest.param(
            [
                cite(110, "470 U.S. 598", name="Wayte v. U.S.", cite="470 U.S. 598"),
                cite(120, "470 U.S. 598", cite="105 S.Ct. 1524", parallel_of=110),
                cite(130, "470 U.S. 598", cite="84 L.Ed.2d 547", parallel_of=110, year=1985),
                cite(510, "470 U.S. 598", "id"),
            ],
            ("Cases", "Wayte v. U.S.", "470 U.S. 598, 105 S.Ct. 1524, 84 L.Ed.2d 547 (1985)", ("101", "102")),
            id="parallels-merged",
        ),
        pytest.param(
            [
                cite(910, "1 F.3d 1", name="A v. B", court="ca9", year=1990, weights=("en banc", "emphasis added")),
                cite(120, "1 F.3d 1", "short_case"),
                cite(610, "1 F.3d 1", "supra"),
                cite(960, "1 F.3d 1", "id"),
            ],
            ("Cases", "A v. B", "1 F.3d 1 (9th Cir. 1990) (en banc)", ("101", "101 n.1", "102", "102 n.2")),
            id="notes-stand-after-the-text-of-their-page",
        ),
        pytest.param(
            [cite(110, "1 F.3d 1", name="A v. B"), cite(510, "1 F.3d 1", "name_ref")],
            ("Cases", "A v. B", "1 F.3d 1", ("101",)),
            id="a-bare-name-adds-no-page",
        ),
        pytest.param(
            [
                cite(110, "817 F.2d 1538", name="United States v. Gordon", court="ca11", year=1987),
                cite(150, "836 F.2d 1312", history="rev'd on other grounds", history_of=110, court="ca11", year=1988,
                     cite="836 F.2d 1312"),
            ],
            (
                "Cases", "United States v. Gordon",
                "817 F.2d 1538 (11th Cir. 1987), rev'd on other grounds, 836 F.2d 1312 (11th Cir. 1988)", ("101",),
            ),
            id="history-appended",
        ),
        pytest.param(
            [cite(110, "— U.S. —", cite="— U.S. —", name="A v. B"), cite(510, "— U.S. —", cite="116 S.Ct. 1480")],
            ("Cases", "A v. B", "— U.S. —, 116 S.Ct. 1480", ("101", "102")),
            id="placeholder",
        ),
        pytest.param(
            [cite(110, "8 U.S.C. § 1326", "statute"), cite(510, "8 U.S.C. § 1326", "statute_short")],
            ("Statutes", None, "8 U.S.C. § 1326", ("101", "102")),
            id="statute",
        ),
        pytest.param(
            [cite(110, "99 Yale L.J. 1", "journal", name="Note, On Discovery")],
            ("Books and articles", "Note, On Discovery", "99 Yale L.J. 1", ("101",)),
            id="article",
        ),
    ],
)  # fmt: skip
def test_row(citations: list[Citation], expected: tuple[str, str | None, str, tuple[str, ...]]) -> None:
    assert [expected] == rows(*citations)


def test_a_case_that_overrules_another_stands_for_itself_too() -> None:
    found = rows(
        cite(110, "857 F.2d 1245", name="Gubiensio-Ortiz v. Kanahele", court="ca9", year=1988),
        cite(150, "488 U.S. 361", name="Mistretta v. United States", history="overruled by", history_of=110, year=1989),
    )
    expected = [
        "857 F.2d 1245 (9th Cir. 1988), overruled by Mistretta v. United States, 488 U.S. 361 (1989)",
        "488 U.S. 361 (1989)",
    ]
    assert expected == [citation for _, _, citation, _ in found]


def test_names_count_when_asked() -> None:
    found = authorities(reading(cite(110, "1 F.3d 1", name="A v. B"), cite(510, "1 F.3d 1", "name_ref")), names=True)
    assert found[0].pages == ("101", "102")


def test_categories_and_order() -> None:
    found = authorities(
        reading(
            cite(10, "28 U.S.C. § 2", "statute"),
            cite(20, "8 U.S.C. § 1326", "statute"),
            cite(30, "2 F.3d 2", name="United States v. Zed"),
            cite(40, "3 F.3d 3", name="In re Quick"),
            cite(50, "4 F.3d 4", name="alpha v. Beta"),
            cite(60, "U.S.S.G. § 5K2.0", "guideline"),
            cite(70, "U.S. Const. amend. V", "constitution"),
            cite(80, "S. Rep. No. 98-225", "legislative"),
            cite(90, "record", "record"),
        )
    )
    expected = [
        "alpha v. Beta", "In re Quick", "United States v. Zed", "U.S. Const. amend. V", "8 U.S.C. § 1326",
        "28 U.S.C. § 2", "U.S.S.G. § 5K2.0", "S. Rep. No. 98-225",
    ]  # fmt: skip
    assert expected == [row.name or row.citation for row in found]


def test_what_leads_nowhere_stands_last_and_says_why() -> None:
    found = authorities(
        reading(
            cite(110, None, "id"),
            cite(510, "1 F.3d 1", name="A v. B"),
            unresolved=(Unresolved(Span(110, 115), "nothing cited before"), Unresolved(Span(200, 203), "two notes 3")),
        )
    )
    expected = [
        Authority(UNRESOLVED, None, "aaaaa (nothing cited before)", ("101",)),
        Authority(UNRESOLVED, None, "aaa (two notes 3)", ("101",)),
    ]
    assert expected == list(found[1:])


def test_paragraphs_where_no_pages_are_printed() -> None:
    unpaged = reading(cite(10, "1 F.3d 1", name="A v. B"), cite(510, "1 F.3d 1", "id"), pages=())
    assert authorities(unpaged)[0].pages == ("¶ 1", "¶ 2")
    assert locators(unpaged) == "The text marks no printed pages: ¶ counts its paragraphs."
