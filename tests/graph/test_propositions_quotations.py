"""What a decision says in the sentences that other opinions quote."""

from __future__ import annotations

import pytest

from citator.corpus.model import Decision, Document, Opinion, Part, Reading, Span
from citator.corpus.sentences import split
from citator.graph.propositions.model import Stance
from citator.graph.propositions.quotations import quoted
from citator.graph.propositions.speaking import Speaker

SAID = "The farm changed hands. An unrecorded lease of farm land never binds a later buyer. Nobody doubts it."


def a_speaker(number: int, cite: str, text: str) -> Speaker:
    part = Part("lead", "lead", None, 0, len(text))
    document = Document(cite, cite, "text", text)
    opinion = Opinion(document, Decision(citation=cite), (part,), (), (), (Span(0, len(text)),))
    return Speaker(number, Reading(opinion, sentences=split(opinion, ())))


@pytest.mark.parametrize(
    ("source", "quotation", "expected"),
    [
        pytest.param(
            SAID,
            "“An unrecorded lease of farm land never binds a later buyer.”",
            ["An unrecorded lease of farm land never binds a later buyer."],
            id="whole",
        ),
        pytest.param(
            SAID,
            "“[a]n unrecorded lease of farm land never binds a ... purchaser.”",
            ["An unrecorded lease of farm land never binds a later buyer."],
            id="altered",
        ),
        pytest.param(
            SAID.replace("farm land", "fa*97rm land"),
            "“a lease of land never binds a later buyer”",
            ["An unrecorded lease of fa*97rm land never binds a later buyer."],
            id="only-its-end-is-the-same",
        ),
        pytest.param(SAID, "“an unrecorded lease”", [], id="too-few-words"),
        pytest.param(SAID, "An unrecorded lease of farm land never binds a later buyer.", [], id="no-quotation-marks"),
        pytest.param(SAID, "“A lease on record always binds whoever buys the land.”", [], id="other-words"),
        pytest.param(f"{SAID} {SAID}", "“lease of farm land never binds a later buyer”", [], id="said-twice"),
    ],
)
def test_the_quoted_sentence_is_the_source_s_own_stance(source: str, quotation: str, expected: list[str]) -> None:
    speakers = {0: a_speaker(0, "1 F.2d 1", source), 1: a_speaker(1, "2 F.2d 2", quotation)}
    told = Stance("1 F.2d 1", "states", 1, "lead", Span(0, len(quotation)), described=True)
    found = list(quoted([told], speakers))
    assert expected == [stance.evidence.of(source) for stance in found]
    assert all((stance.decision, stance.reading, stance.described) == ("1 F.2d 1", 0, False) for stance in found)


@pytest.mark.parametrize("described", [pytest.param(True, id="not-held"), pytest.param(False, id="own-words")])
def test_only_described_decisions_that_are_held_are_looked_up(described: bool) -> None:
    quotation = "“An unrecorded lease of farm land never binds a later buyer.”"
    speakers = {0: a_speaker(0, "1 F.2d 1", SAID), 1: a_speaker(1, "2 F.2d 2", quotation)}
    decision = "9 U.S. 9" if described else "1 F.2d 1"
    told = Stance(decision, "states", 1, "lead", Span(0, len(quotation)), described)
    assert [] == list(quoted([told], speakers))
