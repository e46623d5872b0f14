"""Tables → text, CSV, Markdown, JSON, HTML."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest

from citator.queries.cli.options import FORMATS
from citator.queries.tables import ENDINGS, WRITERS, CaseName, Column, Table
from citator.queries.tables.table import Layout
from citator.queries.tables.text import write


@dataclass(frozen=True)
class Row:
    name: str
    rest: str
    pages: str
    kind: str = "Cases"


ROWS = (
    Row("Wayte v. United States", ", 470 U.S. 598 (1985)", "1510, 1511 n.1"),
    Row("In re X*|<b>", ", 1 F.2d 3 (1920)", "=4"),
    Row("", "18 U.S.C. § 3731", "5", "Statutes"),
)


def table(layout: Layout = "grid", rows: tuple[Row, ...] = ROWS) -> Table:
    return Table(
        "Authorities",
        (
            Column("authority", "Authority", lambda row: CaseName(row.name, row.rest)),
            Column("pages", "Pages", lambda row: row.pages, quote=layout == "entries", right=True),
        ),
        rows,
        group=lambda row: row.kind,
        layout=layout,
        notes=("A note.",),
        nothing="No authority.",
    )


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        pytest.param(
            "leaders",
            "Authorities\n\nCases\n"
            "Wayte v. United States, 470 U.S. 598 (1985) ................... 1510, 1511 n.1\n"
            "In re X*|<b>, 1 F.2d 3 (1920) ............................................. =4\n"
            "\nStatutes\n"
            "18 U.S.C. § 3731 ........................................................... 5\n"
            "\nA note.\n",
            id="leaders",
        ),
        pytest.param(
            "grid",
            "Authorities\n\nCases\n"
            "Authority                                              Pages\n"
            "────────────────────────────────────────────────────────────\n"
            "Wayte v. United States, 470 U.S. 598 (1985)   1510, 1511 n.1\n"
            "In re X*|<b>, 1 F.2d 3 (1920)                             =4\n"
            "\nStatutes\n"
            "Authority          Pages\n"
            "────────────────────────\n"
            "18 U.S.C. § 3731       5\n"
            "\nA note.\n",
            id="grid",
        ),
        pytest.param(
            "entries",
            "Authorities\n\nCases\n"
            "1. Wayte v. United States, 470 U.S. 598 (1985)\n   Pages: “1510, 1511 n.1”\n"
            "2. In re X*|<b>, 1 F.2d 3 (1920)\n   Pages: “=4”\n"
            "\nStatutes\n"
            "1. 18 U.S.C. § 3731\n   Pages: “5”\n"
            "\nA note.\n",
            id="entries",
        ),
    ],
)
def test_text(layout: Layout, expected: str) -> None:
    assert expected == write(table(layout))


def test_text_fits_the_terminal_and_cuts_nothing() -> None:
    long = Row("The Very Long Name of an Ecclesiastical Corporation v. Another", ", 1 U.S. 1 (1800)", "1, 2, 3")
    for layout in ("grid", "entries", "leaders"):
        lines = write(table(layout, (long,)), width=40).splitlines()
        assert max(map(len, lines)) <= 40
        words = " ".join(" ".join(lines).split())
        assert [word for word in long.name.split() if word not in words] == []


def test_text_elsewhere_is_one_line_however_long() -> None:
    long = Row("A v. B", f", {'1 U.S. 1, ' * 200}", "1")
    assert long.rest.strip() in write(table("grid", (long,)))


def test_text_colours_only_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b" not in write(table())
    assert "\x1b[3m" in write(table(), width=80, colour=True)


def test_nothing_is_said_to_be_nothing() -> None:
    assert write(table(rows=())) == "Authorities\nNo authority.\n\nA note.\n"


def test_csv_is_whole_and_harmless_in_a_spreadsheet() -> None:
    expected = (
        "group,authority,pages\r\n"
        'Cases,"Wayte v. United States, 470 U.S. 598 (1985)","1510, 1511 n.1"\r\n'
        'Cases,"In re X*|<b>, 1 F.2d 3 (1920)",\'=4\r\n'
        "Statutes,18 U.S.C. § 3731,5\r\n"
    )
    assert expected == WRITERS["csv"](table())


def test_markdown() -> None:
    expected = (
        "# Authorities\n\n## Cases\n\n"
        "| Authority | Pages |\n| --- | ---: |\n"
        "| *Wayte v. United States*, 470 U.S. 598 (1985) | 1510, 1511 n.1 |\n"
        "| *In re X\\*\\|\\<b\\>*, 1 F.2d 3 (1920) | =4 |\n\n"
        "## Statutes\n\n| Authority | Pages |\n| --- | ---: |\n| 18 U.S.C. § 3731 | 5 |\n\nA note.\n"
    )
    assert expected == WRITERS["md"](table())


def test_json_is_the_records_whole() -> None:
    expected = {"name": "", "rest": "18 U.S.C. § 3731", "pages": "5", "kind": "Statutes"}
    assert expected == json.loads(WRITERS["json"](table()))[2]


def test_html_escapes_and_sets_names_in_italics() -> None:
    page = WRITERS["html"](table())
    assert "<cite>Wayte v. United States</cite>, 470 U.S. 598 (1985)</td>" in page
    assert "<cite>In re X*|&lt;b&gt;</cite>" in page
    assert page.count("<h2>") == 2


def test_formats_of_the_command_line_are_the_writers() -> None:
    assert tuple(WRITERS) == FORMATS
    assert set(ENDINGS.values()) == set(WRITERS)
