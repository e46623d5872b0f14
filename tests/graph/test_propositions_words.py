"""What a passage speaks of: its telling words, its quotations, the doctrines it names, which way it points."""

from __future__ import annotations

import pytest

from citator.graph.propositions.words import meaning, spoken_of, stem


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(("prosecutor", "prosecutors", "prosecutorial", "prosecution"), "prosecut", id="prosecute"),
        pytest.param(("discriminatory", "discrimination"), "discrimin", id="discriminate"),
        pytest.param(("departure", "departures", "depart"), "depart", id="depart"),
        pytest.param(("co-defendant", "codefendants"), "codefend", id="hyphen"),
    ],
)
def test_words_of_one_family_share_a_stem(words: tuple[str, ...], expected: str) -> None:
    assert {expected} == set(map(stem, words))


def test_function_words_and_the_names_of_cases_mean_nothing() -> None:
    expected = frozenset({"lien", "perfect"})
    assert expected == meaning("In Bourgeois we held that the lien was perfected.", frozenset({"bourgeoi"})).stems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It adopted a “colorable basis” test.", {"color"}, id="quoted"),
        pytest.param("It must make a prima facie showing first.", {"prima faci"}, id="showing"),
        pytest.param("The plain error rule governs.", {"plain error"}, id="rule"),
        pytest.param("A different standard applies.", set(), id="nameless"),
        pytest.param("The basis of the claim is unclear.", set(), id="bare-head"),
    ],
)
def test_doctrines_are_named_by_the_word_before_standard_test_or_rule(text: str, expected: set[str]) -> None:
    assert expected == meaning(text).standards


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A statistical disparity alone may suffice.", False, id="affirms"),
        pytest.param("A statistical disparity alone does not suffice.", True, id="denies"),
        pytest.param("It is an improper ground for departure.", True, id="improper"),
        pytest.param("It not only binds the buyer but also the seller.", False, id="not-only"),
        pytest.param("It did not hold that a court may never depart.", False, id="denies-a-denial"),
    ],
)
def test_an_odd_number_of_denials_denies(text: str, expected: bool) -> None:
    assert expected == meaning(text).negative


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The judgment is reversed, and the case is remanded for further proceedings consistent with this opinion.",
            {"judgment"},
            id="sent-back",
        ),
        pytest.param("We granted certiorari to resolve the conflict over the mortgage.", {"mortgag"}, id="taken-up"),
    ],
)
def test_how_a_case_comes_and_goes_is_no_point_of_law(text: str, expected: set[str]) -> None:
    assert expected == meaning(text).stems


def test_a_name_in_quotation_marks_is_not_quoted() -> None:
    found = meaning("He leans on “the Harbor and Canal Pilots Act of the Year” and “the pilot who boards at the bar”.")
    assert frozenset({"the pilot who boards at", "pilot who boards at the", "who boards at the bar"}) == found.quoted


def test_only_words_in_quotation_marks_are_quoted() -> None:
    found = meaning("He wrote that “the lien was never properly perfected here” and left.")
    assert "lien was never properly perfected" in found.quoted
    assert "he wrote that the lien" in found.said - found.quoted


def test_brackets_ellipses_and_star_pages_do_not_break_a_quotation() -> None:
    plain = meaning("“the discretion a prosecutor exercises when charging”")
    altered = meaning("“[t]he discretion a *762 prosecutor exercises when charging”")
    assert plain.quoted == altered.quoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The court adopted a “plain notice” test.", {"plain notic"}, id="object"),
        pytest.param("The plain notice standard is met by any record.", {"plain notic"}, id="subject"),
        pytest.param("Under the plain notice test he loses.", set(), id="after-a-preposition"),
        pytest.param("Facts enough to meet the plain notice test were shown.", set(), id="after-an-infinitive"),
        pytest.param("In applying our plain notice rule it erred.", set(), id="after-a-gerund"),
        pytest.param("We adopted a different test.", set(), id="nameless"),
        pytest.param("The plain notice doctrine grew slowly.", set(), id="a-field-of-law"),
    ],
)
def test_a_clause_is_about_a_standard_that_is_its_subject_or_object(text: str, expected: set[str]) -> None:
    assert expected == spoken_of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It sets a “heavy burden” on buyers.", {"heavi burden"}, id="term"),
        pytest.param("He wrote that “the lien was never properly perfected here” and left.", set(), id="sentence"),
        pytest.param("The “lease” lapsed.", set(), id="word"),
    ],
)
def test_short_quotations_are_terms_a_court_coins(text: str, expected: set[str]) -> None:
    assert expected == meaning(text).coined
