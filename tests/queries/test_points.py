"""Words asked for against the words of opinions."""

from __future__ import annotations

import pytest

from citator.queries.points import ENOUGH, Matcher, same_point, terms

BACKGROUND = (
    "a statistical disparity does not satisfy the effect prong",
    "the discovery threshold is a colorable basis",
    "the sentence of a co-defendant is no ground for departure",
    "charging decisions are ill-suited to judicial review",
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("disparities", {"dispar"}, id="stem"),
        pytest.param("the court held that", {"held"}, id="empty-words"),
        pytest.param("codefendant co-defendants", {"codefend"}, id="hyphen-of-a-prefix"),
        pytest.param("ill-suited", {"ill", "suit"}, id="hyphen"),
        pytest.param("§ 1326(b)", {"1326", "b"}, id="section"),
        pytest.param("", frozenset(), id="nothing"),
    ],
)
def test_terms(words: str, expected: set[str]) -> None:
    assert expected == terms(words)


@pytest.mark.parametrize(
    ("words", "passage"),
    [
        pytest.param("statistical disparity alone", 0, id="statistics"),
        pytest.param("colorable basis for discovery", 1, id="colorable"),
        pytest.param("sentencing departure for codefendants", 2, id="departure"),
        pytest.param("judicial review of charging", 3, id="charging"),
    ],
)
def test_the_passage_about_it_scores_best(words: str, passage: int) -> None:
    matcher = Matcher(words, BACKGROUND)
    scores = [matcher.score(text) for text in BACKGROUND]
    assert passage == scores.index(max(scores))
    assert max(scores) >= ENOUGH
    assert [score for score in scores if score >= ENOUGH] == [max(scores)]


def test_words_that_say_nothing_match_nothing() -> None:
    assert Matcher("is it still good law", BACKGROUND).score(BACKGROUND[0]) == 0.0


def test_same_point() -> None:
    assert same_point("a colorable basis suffices", BACKGROUND[1], BACKGROUND)
    assert not same_point(BACKGROUND[0], BACKGROUND[2], BACKGROUND)
