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
        pytest.param(f"Following {DALE}, Congress adjourned.", set(), id="somebody-named"),
        pytest.param(f"Citing {DALE}, the First Circuit reversed.", {("follows", "third_court")}, id="citing"),
        pytest.param(f"Bound by its decision in {DALE}.", set(), id="its-without-a-subject"),
        pytest.param(f"Following {DALE}, we hold the deed void.", {("follows", "this_court")}, id="we"),
    ],
)  # fmt: skip
def test_whoever_the_sentence_goes_on_to_speak_of(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected == done_to(DALE, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"The district court adopted the reasoning of its opinion in {DALE}.", {("adopts", "lower_court")}, id="its-opinion"),
        pytest.param(
            f"The First Circuit applied the standards set down by this court in its decision in {DALE}.",
            {("follows", "third_court")},
            id="set-down-by",
        ),
        pytest.param(f"The trial court relied not on the lease but on {DALE}.", {("follows", "lower_court")}, id="not-but"),
        pytest.param(f"The trial court relied not on {DALE}, but on the lease.", set(), id="not-on-it"),
        pytest.param(f"The court below, without discussion, followed {DALE}.", {("follows", "lower_court")}, id="without-discussion"),
        pytest.param(f"The district court thought itself bound by {DALE}.", {("follows", "lower_court")}, id="bound"),
        pytest.param(f"The trial court's application of {DALE}, was correct.", {("follows", "lower_court")}, id="application"),
        pytest.param(f"The First Circuit's rejection of {DALE}, is noted.", {("declines_to_follow", "third_court")}, id="rejection"),
        pytest.param(f"The First Circuit's endorsement of {DALE}, is of no moment.", {("approves", "third_court")}, id="endorsement"),
        pytest.param(f"The district court's decision was based on {DALE}.", {("follows", "lower_court")}, id="based-on"),
        pytest.param(f"The rule of {DALE}, was followed by the trial court.", {("follows", "lower_court")}, id="followed-by"),
        pytest.param(f"{DALE}, was relied on by the plaintiff.", set(), id="relied-on-by-a-party"),
        pytest.param(f"{DALE}, was relied on by the First Circuit.", {("follows", "third_court")}, id="relied-on-by-a-court"),
        pytest.param(f"{DALE}, relied on by the court below, is older.", {("follows", "lower_court")}, id="by-the-court-below"),
    ],
)  # fmt: skip
def test_what_is_done(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected == done_to(DALE, text)


def test_the_supreme_court_is_below_the_highest_of_all() -> None:
    text = "Certiorari to the Supreme Court of Ohio. The Supreme Court relied on [Harlow]."
    assert "lower_court" == who_in("scotus", text)
    assert "third_court" == who_in("ohio", text)


def who_in(court: str, text: str) -> str:
    """Who relies on Harlow, in an opinion of ``court``."""
    words = f"JUSTICE HALE delivered the opinion of the Court.\n\n{text.replace('[Harlow]', DALE)}\n"
    document = Document("x.txt", hashlib.sha256(words.encode()).hexdigest(), "text", words)
    read = reading.read_document(document, Facts(court=court, year=2001))
    return next(act.actor for act in read.treatments if act.treatment == "follows")
