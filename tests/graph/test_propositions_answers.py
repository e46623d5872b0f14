"""Sentences that take a stance though they hold, cite and treat nothing."""

from __future__ import annotations

import pytest

from citator.corpus.model import Decision, Document, Opinion, Part, Reading, Span
from citator.corpus.sentences import split
from citator.graph.propositions.answers import answers
from citator.graph.propositions.speaking import Speaker


def a_speaker(text: str, *, from_: int = 0) -> Speaker:
    """One opinion, whose only part begins at ``from_``."""
    part = Part("lead", "lead", None, from_, len(text))
    whole = (Span(0, len(text)),)
    opinion = Opinion(
        Document("a.txt", "0", "text", text), Decision(citation="1 F.2d 1"), (part,), (), (), whole if text else ()
    )
    return Speaker(0, Reading(opinion, sentences=split(opinion, ())))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The seller contends that an unrecorded lease binds nobody. We agree.",
            [("states", "The seller contends that an unrecorded lease binds nobody.")],
            id="a-party-is-right",
        ),
        pytest.param(
            "The seller argues that an unrecorded lease binds nobody. We emphatically reject this argument.",
            [("rejects", "The seller argues that an unrecorded lease binds nobody.")],
            id="a-party-is-wrong",
        ),
        pytest.param(
            "The seller argues that an unrecorded lease binds nobody. It was dated in May.", [], id="unanswered"
        ),
        pytest.param(
            "The dissent suggests that notice is enough for everyone.",
            [("rejects", "The dissent suggests that notice is enough for everyone.")],
            id="a-dissent-is-answered",
        ),
        pytest.param(
            "The plain notice test governs every lease of land.",
            [("states", "The plain notice test governs every lease of land.")],
            id="says-which-standard-governs",
        ),
        pytest.param("He failed in meeting the plain notice test at trial.", [], id="standard-only-by-the-way"),
        pytest.param("The farm was sold in May. We heard no more of it.", [], id="nothing"),
    ],
)
def test_answers(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == [(manner, sentence.of(text)) for manner, sentence in answers(a_speaker(text))]


def test_where_no_sentences_were_told_apart_none_is_an_answer() -> None:
    speaker = a_speaker("The dissent suggests that notice is enough.")
    assert [] == list(answers(Speaker(0, Reading(speaker.reading.opinion))))


def test_nothing_is_said_outside_the_opinions() -> None:
    speaker = a_speaker("Farm v. Field.\nThe rest.", from_=15)
    assert [] == list(speaker.says("states", Span(0, 14)))


def test_a_place_between_sentences_is_in_none() -> None:
    speaker = a_speaker("One was sold. Two were kept.")
    assert (Span(0, 13), None) == (speaker.sentence_at(3), speaker.sentence_at(13))
