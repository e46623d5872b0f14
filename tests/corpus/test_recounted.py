"""What somebody else than the court at hand did with a case: a text → treatment and actor."""

import hashlib

import pytest

from citator.corpus import reading
from citator.corpus.model import Document, Facts

DALE = "Dale v. Roe, 9 F.3d 12 (2d Cir. 1990)"
HALL = "Hall v. Poe, 8 F.3d 40 (7th Cir. 1993)"
WEAK = {"quotes", "cites", "mentions", "explains"}


def done_to(case: str, text: str) -> set[tuple[str, str]]:
    """What is done to ``case``, and by whom, in an opinion of a court of appeals."""
    words = f"HALE, Circuit Judge.\n\n{text}\n"
    document = Document("x.txt", hashlib.sha256(words.encode()).hexdigest(), "text", words)
    read = reading.read_document(document, Facts(court="ca5", year=2001))
    cite = case.split(", ")[1].split(" (")[0]
    return {
        (act.treatment, act.actor)
        for act in read.treatments
        if act.treatment not in WEAK and cite in {target.authority for target in act.targets}
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"The trial court held a hearing. It heard two witnesses. The court relied on {DALE}.",
            {("follows", "lower_court")},
            id="the-court-goes-on-after-it",
        ),
        pytest.param(
            f"The tenants sued in the district court. The motion was argued in May. In making this ruling, the court relied on {DALE}.",
            {("follows", "lower_court")},
            id="the-court-sued-in",
        ),
        pytest.param(
            f"The trial court sustained the demurrer. In {HALL}, the tenant lost. The court relied on {DALE}.",
            {("follows", "third_court")},
            id="the-court-of-the-case-last-told",
        ),
        pytest.param(
            f"The bankruptcy court allowed the claim. In doing so it followed {DALE}.",
            {("follows", "lower_court")},
            id="in-doing-so-it",
        ),
        pytest.param(
            f"The lower court was of the opinion that the case was controlled by {DALE}.",
            {("follows", "lower_court")},
            id="of-the-opinion",
        ),
        pytest.param(
            f"The First Circuit, in an opinion by Judge Moss, refused to follow {DALE}.",
            {("declines_to_follow", "third_court")},
            id="an-opinion-by-a-judge",
        ),
        pytest.param(
            f"{HALL}, quoted, approved and followed {DALE}.",
            {("follows", "third_court")},
            id="three-verbs",
        ),
    ],
)
def test_who_acts(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected == done_to(DALE, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"Relying on {DALE}, the Commission found the rate just.", {("follows", "non_court")}, id="agency"),
        pytest.param(f"Relying on {DALE}, the plaintiff moved to dismiss.", {("follows", "party")}, id="litigant"),
        pytest.param(f"Following {DALE}, the court in {HALL}, held the deed void.", {("follows", "third_court")}, id="the-court-in-a-case"),
        pytest.param(f"Applying {DALE}, the deed is void.", {("follows", "this_court")}, id="nobody"),
        pytest.param(f"Following {DALE}, we hold the deed void.", {("follows", "this_court")}, id="we"),
    ],
)  # fmt: skip
def test_whoever_the_sentence_goes_on_to_speak_of(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected == done_to(DALE, text)
