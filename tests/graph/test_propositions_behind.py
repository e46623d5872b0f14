"""What citations are cited for that open a paragraph, or stand alone."""

from __future__ import annotations

import pytest

from citator.corpus import reading
from citator.corpus.model import Document
from citator.graph.propositions.behind import cited_for
from citator.graph.propositions.speaking import Speaker

LEASE = "An unrecorded lease of farm land never binds a later buyer without notice of it."
CITED = "Field v. Barn, 12 F.2d 34, 35 (9th Cir. 1926)"
LONG = " ".join([LEASE] * 20)


def told(text: str) -> list[tuple[str, str]]:
    """What the citations of an opinion with this text are cited for, as authorities and words on one line."""
    start = "Opinion by Judge Stone.\n\nThe farm was sold twice in one year and both buyers claim it now.\n\n"
    speaker = Speaker(0, reading.read_document(Document("a.txt", "0", "text", start + text)))
    return [(item.authority, " ".join(item.evidence.of(speaker.text).split())) for item in cited_for(speaker)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"The court of appeals put it so:\n\n{LEASE} That is old law.\n\n{CITED}.\n\nWe agree with it.",
            [("12 F.2d 34", f"{LEASE} That is old law.")],
            id="a-block-quotation-announced-by-a-colon",
        ),
        pytest.param(
            f"Three things are asked:\n\n{LEASE}\n\nWas there notice to the later buyer?\n\n{CITED}.\n\nWe agree.",
            [("12 F.2d 34", f"{LEASE} Was there notice to the later buyer?")],
            id="of-two-paragraphs",
        ),
        pytest.param(
            f"The sale was in May. {LEASE}\n\n{CITED}.\n\nWe agree with it.",
            [("12 F.2d 34", LEASE)],
            id="announced-by-nothing",
        ),
        pytest.param(
            f"The court of appeals put it so:\n\n{LONG}\n\n{CITED}.\n\nWe agree with it.",
            [("12 F.2d 34", LEASE)],
            id="too-long-for-one-point",
        ),
        pytest.param(f"{LEASE}\n\nSee {CITED}.\n\nWe agree.", [], id="a-signal-opens-the-paragraph"),
        pytest.param(f"We come to the lease and\n\n{CITED}.\n\nWe agree with it.", [], id="behind-no-sentence"),
        pytest.param(f"It was May.\n\n{CITED}.\n\nWe agree with it.", [], id="behind-too-few-words"),
        pytest.param(f"{LEASE} {CITED}.", [("12 F.2d 34", LEASE)], id="told-already"),
    ],
)
def test_a_citation_that_opens_a_paragraph_tells_whose_words_stand_before_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{LEASE} {CITED}. The county keeps a register of every lease. See id.",
            [("12 F.2d 34", LEASE), ("12 F.2d 34", "The county keeps a register of every lease.")],
            id="for-the-sentence-before",
        ),
        pytest.param(
            f"{LEASE} {CITED}. The county keeps a register of every lease. See id. See id.",
            [("12 F.2d 34", LEASE)] + [("12 F.2d 34", "The county keeps a register of every lease.")] * 2,
            id="not-for-another-citation",
        ),
        pytest.param(
            f"{LEASE} {CITED}.\n\nSee id.",
            [("12 F.2d 34", LEASE), ("12 F.2d 34", "See id.")],
            id="not-for-another-paragraph",
        ),
    ],
)
def test_a_citation_alone_is_cited_for_the_sentence_before(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == told(text)
