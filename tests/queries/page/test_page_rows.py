"""Rows of the table, their filters, and where their evidence stands in the text."""

from __future__ import annotations

from dataclasses import replace

from citator.queries.page import rows
from citator.queries.page.data import Evidence, PageData, Passage


def test_strongest_rows_first(forest: PageData) -> None:
    assert [row.id for row in rows.rows(forest)] == ["d1", "d2", "c2", "c1", "d3", "d4", "d5"]


def test_row_in_words(forest: PageData) -> None:
    row = next(row for row in rows.rows(forest) if row.id == "d5")
    assert (row.treatment, row.edge) == ("declines to follow", "dissent: declines to follow")
    assert (
        row.who,
        row.proof.part,
        row.proof.where,
    ) == ("Oak (the author of this separate opinion)", "dissent (Oak)", "39")
    assert row.proof.cite == "United States v. Dogwood, 900 F.2d 30, 39 (9th Cir. 1990) (en banc)"
    assert (row.basis, row.confidence) == ("express words", "75%")


def test_evidence_is_found_as_javascript_counts(forest: PageData) -> None:
    """The text holds a character that takes two units of UTF-16 before the words of one act and after another's."""
    found = {row.id: row.proof for row in rows.rows(forest)}
    for id in ("c1", "c2"):
        proof = found[id]
        assert proof.at is not None
        passage, start, end = proof.at
        units = forest.passages[passage].text.encode("utf-16-le")
        assert proof.words == units[2 * start : 2 * end].decode("utf-16-le")


def test_passage_that_does_not_begin_the_opinion() -> None:
    passages = rows.Passages([Passage("a", 0, "One."), Passage("a", 100, "x Two. y", whole=False)])
    assert passages.find(Evidence("a", 102, 106, "Two.")) == (1, 2, 6)


def test_words_that_do_not_stand_there_are_not_marked() -> None:
    passages = rows.Passages([Passage("a", 0, "One. Two.")])
    assert passages.find(Evidence("a", 0, 4, "Two.")) is None
    assert passages.find(Evidence("b", 0, 4, "One.")) is None


def test_facets_count_rows(forest: PageData) -> None:
    facets = {facet.key: facet.values for facet in rows.facets(rows.rows(forest))}
    assert facets["year"] == (("1983", 2), ("1990", 5))
    assert facets["court"] == (("9th Cir. en banc", 5), ("9th Cir.", 2))
    assert facets["part"] == (("opinion of the court", 6), ("dissent", 1))
    assert facets["basis"] == (("express words", 5), ("by signal only", 1), ("citation alone", 1))
    assert ("declines to follow", 1) in facets["treatment"]


def test_many_years_are_filtered_by_decade(grove_of_900: PageData) -> None:
    many = replace(
        grove_of_900,
        cases=tuple(replace(case, year=1900 + i % 90) for i, case in enumerate(grove_of_900.cases)),
    )
    years = next(facet for facet in rows.facets(rows.rows(many)) if facet.key == "year")
    assert {f"{decade}s" for decade in range(1900, 1990, 10)} >= {value for value, _ in years.values}


def test_long_evidence_is_cut_in_the_table_only(forest: PageData) -> None:
    words = "word " * 300
    assert 600 >= len(rows.excerpt(words)) > 580
    assert rows.excerpt(words).endswith("word…")
