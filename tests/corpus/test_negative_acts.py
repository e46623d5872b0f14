"""Whose act a negative treatment is, and when words of one tell of none: a text → label, actor, acting case."""

from pathlib import Path

import pytest

from citator.corpus import reading
from citator.corpus.model import Facts, Treatment

COURT = Facts(name="Hollis v. Ward", court="scotus", year=1994, citation="513 U.S. 901")
ROE = "Roe v. Mills, 412 U.S. 55 (1973)"
HARLOW = "Harlow v. Pike, 430 U.S. 44 (1977)"
DENT = "Dent v. Sayre, 441 U.S. 12 (1979)"


def negative(path: Path, text: str, *, dissent: bool = False) -> list[Treatment]:
    parts = ["JUSTICE HALE delivered the opinion of the Court.", "The lease was sealed."]
    parts += ["JUSTICE WARD, dissenting.", text] if dissent else [text]
    file = path / "opinion.txt"
    file.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    return [t for t in reading.read(file, COURT).treatments if t.polarity == "negative" and t.basis != "signal"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"But today {ROE}, is overruled.", {("overrules", "separate_opinion")}, id="is-overruled"),
        pytest.param(f"The rule of {ROE}, is discarded.", {("disapproves", "separate_opinion")}, id="is-discarded"),
        pytest.param(f"This holding overrules {ROE}.", {("overrules", "separate_opinion")}, id="this-holding"),
        pytest.param(f"This sleight of hand overrules {ROE}.", {("overrules", "separate_opinion")}, id="a-thing"),
        pytest.param(f"My Brethren say that {ROE}, must be overruled.", {("overrules", "separate_opinion")}, id="brethren"),
        pytest.param(f"The Court hints that {ROE}, was wrongly decided.", {("disapproves", "separate_opinion")}, id="hints"),
        pytest.param(f"{ROE}, should be overruled.", {("disapproves", "this_separate")}, id="should-be"),
        pytest.param(f"In my view this Court should abandon the rule of {ROE}.", {("disapproves", "this_separate")}, id="the-court-should"),
        pytest.param(f"The Court should overrule {ROE}.", {("disapproves", "this_separate")}, id="the-court-should-overrule"),
        pytest.param(f"Its overruling of {ROE}, comes without a word of reasons.", set(), id="its-overruling"),
        pytest.param(f"Overruling {ROE}, would unsettle every title.", set(), id="would"),
        pytest.param(f"The Court relies on {ROE}. I do not share that view.", set(), id="the-view-of-the-court"),
        pytest.param(f"My Brother's reliance on {ROE}, is misplaced.", {("distinguishes", "this_separate")}, id="reliance-of-others"),
    ],
)  # fmt: skip
def test_in_a_dissent(text: str, expected: set[tuple[str, str]], tmp_path: Path) -> None:
    assert {(t.treatment, t.actor) for t in negative(tmp_path, text, dissent=True)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"In {HARLOW}, we overruled {ROE}.", ("overrules", "430 U.S. 44"), id="in-which"),
        pytest.param(f"The rule ended with {HARLOW}, where the Court overruled {ROE}.", ("overrules", "430 U.S. 44"), id="where-the-court"),
        pytest.param(f"In so holding, we overruled {ROE}, and also overruled {DENT}.", ("overrules", None), id="what-it-did-first"),
        pytest.param(f"We cite {HARLOW}, here. Two years after deciding Harlow, this Court overruled Harlow.", ("overrules", None), id="its-own-case"),
        pytest.param(f"{ROE}, was overruled six years later in {DENT}.", ("overrules", "441 U.S. 12"), id="years-later"),
        pytest.param(f"{ROE}, has been called into question by {DENT}.", ("questions", "441 U.S. 12"), id="questioned-by"),
        pytest.param(f"{ROE}, has been called into question by later decisions.", ("questions", None), id="by-later-decisions"),
        pytest.param(f"The dissent puts aside our overruling of {ROE}, on another ground.", ("overrules", None), id="our-overruling"),
    ],
)  # fmt: skip
def test_by_which_case(text: str, expected: tuple[str, str | None], tmp_path: Path) -> None:
    assert {(t.treatment, t.actor, t.acting_case) for t in negative(tmp_path, text)} == {
        (expected[0], "third_court", expected[1])
    }


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Only last year the Court changed the law by overruling cases decided long before {ROE}.", id="older-cases"),
        pytest.param(f"We are unable to distinguish {ROE}.", id="unable"),
        pytest.param(f"Quist is forced to urge that {ROE} be overruled.", id="forced-to-urge"),
        pytest.param(f"In that suit Quist unsuccessfully argued that {ROE} was limited to its facts.", id="argued"),
        pytest.param(f"See Memorandum for Respondent 12 ({ROE}, is distinguishable).", id="a-paper"),
        pytest.param(f"Several courts have declined to apply the exception of {ROE}. They have refused to apply the Roe exception.", id="named-for"),
        pytest.param(f"See {ROE} (reversed conviction).", id="what-it-reversed"),
        pytest.param(f"The Court weighed the judgment of Congress to abrogate it. {ROE}.", id="abrogate-it"),
        pytest.param(f"A seal is needed only where the paper is a deed. {ROE}. This is not such a case.", id="a-rule-applied"),
        pytest.param(f"To be sure, {ROE}, did not involve a lease. But its reasoning governs.", id="conceded"),
        pytest.param(f"Although {ROE} did not reach the point, it spoke of leases.", id="although"),
        pytest.param(f"The cases differ in two respects, neither of them material. In {ROE}, the deed was signed, whereas here it was sealed.", id="immaterial"),
        pytest.param(f"In {ROE}, the deed was signed by an heir. Here, the paper did not bear even the mark of an heir.", id="all-the-more"),
        pytest.param(f"Nothing in our view implies a rule that differs from {ROE}.", id="nothing-that-differs"),
        pytest.param(f"{ROE} thus did not alter the old practice of the land offices.", id="altered-nothing"),
        pytest.param(f'In {ROE}, the Court said: "A deed must be sealed." In this case, the paper bore no seal.', id="a-rule-quoted"),
        pytest.param(f"See Brief for Respondent in No. 90-12 (N. D. Ohio), p. 4 ({ROE} is not applicable to this case).", id="a-paper-of-a-court"),
        pytest.param(f"{ROE}, decided only last Term, is to the same effect.", id="only-last-term"),
    ],
)  # fmt: skip
def test_none_is_told(text: str, tmp_path: Path) -> None:
    assert [(t.treatment, t.actor) for t in negative(tmp_path, text)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"As Judge Moss observed in {DENT}, the rule of {ROE} cannot be read to excuse notice.", {("limits", "this_court")}, id="as-he-observed"),
        pytest.param(f"As the dissent in {DENT} made clear, the rule of {ROE} cannot be read to excuse notice.", {("limits", "this_court")}, id="as-the-dissent-in-it"),
        pytest.param(f"Judge Moss observed in {DENT} that the rule of {ROE} cannot be read to excuse notice.", {("limits", "separate_opinion")}, id="he-observed"),
        pytest.param(f"Error to the Supreme Court of the State of Ohio. The Ohio Supreme Court sought to distinguish {ROE}.", {("distinguishes", "lower_court")}, id="in-error"),
        pytest.param(f"Even while declining to extend {ROE}, this Court has reaffirmed its rule.", {("declines_to_extend", "third_court")}, id="has-declined"),
        pytest.param(f"Given the decision in {ROE}, that old doctrine is no longer good law.", set(), id="given-a-later-case"),
        pytest.param(f"In overruling {ROE}, today, we restore the older rule.", {("overrules", "this_court")}, id="in-overruling"),
        pytest.param(f"We have said enough to show that {ROE}, is out of line with our cases.", {("criticizes", "this_court")}, id="said-enough"),
        pytest.param(f"{ROE}, is distinguishable, and so is {DENT}.", {("distinguishes", "this_court")}, id="distinguishable"),
    ],
)  # fmt: skip
def test_whose_it_is(text: str, expected: set[tuple[str, str]], tmp_path: Path) -> None:
    assert {(t.treatment, t.actor) for t in negative(tmp_path, text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"That view was taken in {ROE}, which the Court now overrules.", {("overrules", "separate_opinion")}, id="which-the-court"),
        pytest.param(f"The tax was upheld in {ROE}, disapproved today, ante, at 617.", {("disapproves", "separate_opinion")}, id="disapproved-today"),
        pytest.param(f"The Court distinguishes, ante, at 44 n. 9, our decision in {ROE}.", {("distinguishes", "separate_opinion")}, id="ante"),
        pytest.param(f"In {HARLOW}, the Court read the lease so, thereby overruling pro tanto {ROE}.", {("overrules", "third_court")}, id="pro-tanto"),
        pytest.param(f"We read {ROE}. Its rule stood. {ROE}'s holding that no seal attaches to such deeds was overruled in {DENT}.", {("overrules", "third_court")}, id="holding-that"),
        pytest.param(f"The heir sold the deed shown in {ROE}, which the Court saw.", set(), id="which-the-court-saw"),
    ],
)  # fmt: skip
def test_what_a_dissent_tells(text: str, expected: set[tuple[str, str]], tmp_path: Path) -> None:
    assert {(t.treatment, t.actor) for t in negative(tmp_path, text, dissent=True)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"We partially overrule {ROE}.", "in_part", id="partially"),
        pytest.param(f"We overrule pro tanto {ROE}.", "in_part", id="pro-tanto"),
        pytest.param(f"We overrule the remainder of {ROE}.", "in_part", id="the-remainder"),
        pytest.param(f"Contrary to petitioner's suggestion, {ROE}, is distinguishable.", "full", id="a-party-suggests"),
        pytest.param(f"We find nothing in {ROE}, which suggests any wish on the part of the drafters to spare a lessee.", "full", id="on-the-part-of"),
        pytest.param(f"We overrule {ROE}, but the tenant made no suggestion of fraud.", "full", id="another-clause"),
        pytest.param(f"To the extent that {ROE}, holds otherwise, we overrule it.", "to_the_extent", id="to-the-extent"),
    ],
)  # fmt: skip
def test_how_far(text: str, expected: str, tmp_path: Path) -> None:
    assert {t.scope for t in negative(tmp_path, text)} == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"Cases like {ROE}; {HARLOW}; and {DENT} are inapposite.", {"412 U.S. 55", "430 U.S. 44", "441 U.S. 12"}, id="a-list"),
        pytest.param(f"In {ROE}, the heirs had relied on the rule. Here, however, few rely on {DENT}.", {"412 U.S. 55"}, id="told-before"),
    ],
)  # fmt: skip
def test_which_cases(text: str, expected: set[str], tmp_path: Path) -> None:
    assert {target.authority for t in negative(tmp_path, text) for target in t.targets} == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        pytest.param(f"A majority held last Term that no seal was needed. {ROE}.\n\n", {"412 U.S. 55"}, id="of-the-paragraph-before"),
        pytest.param("Nobody asked for a seal last Term.\n\n", set(), id="of-none"),
        pytest.param(f"A majority held last Term in {ROE}, that no seal was needed. ", {"412 U.S. 55"}, id="of-this-paragraph"),
    ],
)  # fmt: skip
def test_the_previous_decisions_are_no_order_granting_a_rehearing(
    before: str, expected: set[str], tmp_path: Path
) -> None:
    text = "The Court then granted a petition for rehearing, 413 U.S. 902. We conclude that the previous decisions cannot stand."
    found = {target.authority for t in negative(tmp_path, before + text) for target in t.targets}
    assert found == expected
