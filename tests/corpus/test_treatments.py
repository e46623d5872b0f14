"""What is done to which case, by whom, how far: rows of the table one by one, then what the rules make of them."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from citator.corpus import reading, treatments
from citator.corpus.model import TREATMENTS, Citation, Decision, Document, Opinion, Part, Span, Treatment
from citator.corpus.treatments import history, parentheticals, scene
from citator.corpus.treatments.phrases import Entry, Row, by_signal, entries, rows

OPINIONS = Path(__file__).parents[2] / "corpus" / "opinions"
BRACKETED = re.compile(r"\[([^\]|]+)((?:\|[a-z_]+=[^\]|]+)*)\]")


def marked(text: str, kind: str = "lead") -> tuple[Opinion, tuple[Citation, ...], tuple[Span, ...]]:
    """A text whose case references stand in [brackets], as read: ``[Name 12 F.3d 1|history=aff'd|history_of=0]``.

    A reference's authority is its first word; ``history_of`` and ``within`` are the number of another reference.
    """
    plain, at = "", 0
    found: list[Citation] = []
    for m in BRACKETED.finditer(text):
        plain += text[at : m.start()]
        given = dict(pair.split("=") for pair in m[2].split("|")[1:])
        numbers: dict[str, int] = {
            key: found[int(given.pop(key))].start for key in ("history_of", "within") if key in given
        }
        if "year" in given:
            numbers["year"] = int(given.pop("year"))
        span = Span(len(plain), len(plain) + len(m[1]))
        court = "ca10" if "10th Cir." in m[1] else None
        authority = m[1].split()[0].strip(",")
        found.append(
            Citation(span, "full_case", span, name=m[1], court=court, authority=authority, **given, **numbers)  # type: ignore[arg-type]
        )
        plain += m[1]
        at = m.end()
    plain += text[at:]
    citations = []
    for citation in found:
        after = re.compile(r" \(([^()]*(?:\([^()]*\)[^()]*)*)\)").match(plain, citation.end)
        inside = Span(*after.span(1)) if after else None
        citations.append(replace(citation, parenthetical=inside))
    ends = [m.end() for m in re.finditer(r"(?<=[a-z)\]”][.?”]) (?=[A-Z“])", plain)]
    bounds = [0, *(end for end in ends if not any(c.start < end < c.end for c in citations)), len(plain)]
    sentences = tuple(Span(a, b) for a, b in pairwise(bounds))
    part = Part(kind, kind, "Hale" if kind != "lead" else None, 0, len(plain))  # type: ignore[arg-type]
    whole = Span(0, len(plain))
    return Opinion(Document("-", "", "text", plain), Decision(), (part,), (), (), (whole,)), tuple(citations), sentences


def read(text: str, kind: str = "lead") -> tuple[Treatment, ...]:
    return treatments.find(*marked(text, kind))


def told(text: str, kind: str = "lead") -> list[tuple[str, str, str]]:
    """Treatment, actor and targets, shortly."""
    return [(t.treatment, t.actor, " ".join(x.authority or "?" for x in t.targets)) for t in read(text, kind)]


def cases(field: str) -> list[object]:
    return [pytest.param(row, text, id=f"{row.id}-{i}") for row in rows() for i, text in enumerate(getattr(row, field))]


@pytest.mark.parametrize(("row", "text"), cases("examples"))
def test_an_example_fires_its_row(row: Row, text: str) -> None:
    assert (row.id, row.label) in {(t.rule, t.treatment) for t in read(text)}


@pytest.mark.parametrize(("row", "text"), cases("counterexamples"))
def test_a_counterexample_does_not(row: Row, text: str) -> None:
    own = {t.rule for t in read(text) if t.actor == "this_court"}
    assert row.id not in own


@pytest.mark.parametrize("entry", entries("history"), ids=lambda entry: entry.label)
def test_a_history_clause(entry: Entry) -> None:
    assert [[entry.label]] * len(entry.examples) == [history.labels(words) for words in entry.examples]
    assert [] == [words for words in entry.counterexamples if entry.label in history.labels(words)]


@pytest.mark.parametrize("entry", entries("parenthesis"), ids=lambda entry: entry.label)
def test_a_parenthesis(entry: Entry) -> None:
    assert [entry.label] * len(entry.examples) == [parentheticals.label_of(words) for words in entry.examples]
    assert [] == [words for words in entry.counterexamples if parentheticals.label_of(words) == entry.label]


def test_every_label_has_its_words() -> None:
    said = {row.label for row in rows()} | set(by_signal().values())
    said |= {entry.label for section in ("history", "parenthesis") for entry in entries(section)}
    assert set(TREATMENTS) == said


def test_every_row_is_complete() -> None:
    assert [row.id for row in rows() if not (row.examples and row.counterexamples and row.cue)] == []
    assert len(rows()) == len({row.id for row in rows()})


def test_a_cue_is_a_literal_of_its_examples() -> None:
    assert [
        (row.id, text) for row in rows() for text in row.examples if not any(cue in text.lower() for cue in row.cue)
    ] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We overrule [Harlow].", [("overrules", "this_court", "Harlow")], id="active"),
        pytest.param("[Harlow] and [Dent] are overruled.", [("overrules", "this_court", "Harlow Dent")], id="list"),
        pytest.param("[Harlow] was overruled by [Dent].", [("overrules", "third_court", "Harlow")], id="by-a-case"),
        pytest.param("In [Dent] we overruled [Harlow].", [("overrules", "third_court", "Harlow")], id="of-old"),
        pytest.param("The Sixth Circuit has criticized [Harlow].", [("criticizes", "third_court", "Harlow")], id="circuit"),
        pytest.param(
            "The state court has refused to regard [Harlow] as controlling.",
            [("declines_to_follow", "lower_court", "Harlow")],
            id="court-below",
        ),
        pytest.param(
            "The dissent believes that [Harlow] is distinguishable.",
            [("distinguishes", "separate_opinion", "Harlow")],
            id="dissent-spoken-of",
        ),
        pytest.param("The government argues that [Harlow] is distinguishable.", [], id="party"),
        pytest.param("According to appellant, [Harlow] is distinguishable.", [], id="according-to"),
        pytest.param("Appellant says that [Harlow] controls, but we disagree with [Harlow].", [("declines_to_follow", "this_court", "Harlow")], id="turn"),
        pytest.param("See [Harlow], superseded by statute, Act of 1909.", [("superseded", "third_court", "Harlow")], id="clause"),
        pytest.param("Distinguishing [Harlow], the Court of Appeals said so.", [("distinguishes", "third_court", "Harlow")], id="opening"),
        pytest.param("We overruled [Harlow] last term in [Dent].", [("overrules", "third_court", "Harlow")], id="of-old-in-a-case"),
        pytest.param("In its decision below, the Federal Circuit reaffirmed [Harlow].", [("follows", "lower_court", "Harlow")], id="in-its-decision-below"),
        pytest.param("In view of the later enactment, [Harlow] is no longer good law.", [("superseded", "this_court", "Harlow")], id="by-enactment"),
        pytest.param("Nothing in [Dent] calls [Harlow] into question.", [], id="nothing"),
        pytest.param("Petitioner questions the validity of [Harlow].", [], id="a-party-acts"),
        pytest.param("We answered his allegation that [Harlow] overruled precedents of ours.", [], id="alleged"),
        pytest.param("[Harlow] overruled precedents of this Court.", [], id="active-without-a-case"),
        pytest.param("[Harlow] knew two doctrines. The statute is not clear enough to be bound to abrogate them.", [], id="a-doctrine"),
        pytest.param("The Court reaffirmed its [Harlow] decision.", [("follows", "third_court", "Harlow")], id="its-own"),
        pytest.param("The court declined to follow [Harlow].", [("declines_to_follow", "third_court", "Harlow")], id="the-court-of-old"),
        pytest.param("The court declines to follow [Harlow].", [("declines_to_follow", "this_court", "Harlow")], id="the-court-itself"),
        pytest.param("Congress amended the Act to overrule [Harlow].", [("superseded", "this_court", "Harlow")], id="statute"),
        pytest.param("The Board overruled its prior decision in [Harlow].", [("overrules", "third_court", "Harlow")], id="board"),
        pytest.param("[Harlow] was badly reasoned and should be overruled.", [("overrules", "this_court", "Harlow")], id="was-and-is"),
        pytest.param("The district court heard the claim. It held that, under [Harlow], the deed was void.", [("follows", "lower_court", "Harlow")], id="it-goes-on"),
        pytest.param("The district court heard the claim. The court relied on [Harlow].", [("follows", "lower_court", "Harlow")], id="the-court-goes-on"),
        pytest.param("In [Dent] the district court heard the claim. The court relied on [Harlow].", [("follows", "third_court", "Harlow")], id="another-district-court"),
        pytest.param("Judge Moss long has maintained that the rule of [Harlow] is unsound.", [("criticizes", "separate_opinion", "Harlow")], id="maintained"),
        pytest.param("The court in [Dent], following [Harlow], dismissed the suit.", [("follows", "third_court", "Harlow")], id="participle-of-another"),
        pytest.param("Relying primarily on [Harlow], the district court dismissed the suit.", [("follows", "lower_court", "Harlow")], id="participle-ahead-of-its-subject"),
        pytest.param("The district court heard the claim. Relying on [Harlow], it dismissed the suit.", [("follows", "lower_court", "Harlow")], id="participle-ahead-of-it"),
        pytest.param("Relying on [Harlow], the carrier argues that the judge erred.", [("follows", "party", "Harlow")], id="participle-of-a-party"),
        pytest.param("Following [Harlow], we reject the carrier's argument that the deed is void.", [("follows", "this_court", "Harlow")], id="argument-answered"),
        pytest.param("[Dent] cast doubt on [Harlow].", [("questions", "third_court", "Harlow")], id="case-that-casts-doubt"),
        pytest.param("In [Dent], the district court relied on [Harlow].", [("follows", "third_court", "Harlow")], id="court-below-of-another-case"),
        pytest.param("In [Dent], Justice Moss criticized [Harlow].", [("criticizes", "third_court", "Harlow")], id="judge-of-another-case"),
        pytest.param("In [Dent] the court weighed [Harlow] and declined to follow the rule. Yet it found [Harlow] persuasive.", [("approves", "third_court", "Harlow")], id="it-of-another-case"),
        pytest.param("The judge relied on [Harlow].", [("follows", "lower_court", "Harlow")], id="the-judge"),
        pytest.param("The court below refused to follow [Harlow].", [("declines_to_follow", "lower_court", "Harlow")], id="the-court-below"),
        pytest.param("The dissent would distinguish [Harlow].", [("distinguishes", "separate_opinion", "Harlow")], id="dissent-would"),
        pytest.param("The carrier would distinguish [Harlow].", [], id="party-would"),
        pytest.param("In [Dent], we declined to follow [Harlow].", [("declines_to_follow", "third_court", "Harlow")], id="we-of-old"),
        pytest.param("In [Dent] the panel noted [Harlow] but found it unpersuasive.", [("declines_to_follow", "third_court", "Harlow")], id="it-is-not-where-it-acts"),
        pytest.param("No circuit has followed [Harlow].", [], id="no-court"),
        pytest.param("The district court read [Harlow] narrowly.", [("limits", "lower_court", "Harlow")], id="verb-first"),
        pytest.param("Recognizing that [Harlow] is distinguishable, the district court dismissed the suit.", [("distinguishes", "lower_court", "Harlow")], id="opening-of-another"),
        pytest.param("Recognizing that [Harlow] is distinguishable, we affirm.", [("distinguishes", "this_court", "Harlow")], id="opening-of-ours"),
        pytest.param("Conceding that [Harlow] controls, appellant argues for a new rule.", [("follows", "party", "Harlow")], id="opening-of-a-party"),
        pytest.param("In [Dent], we made plain that [Harlow] goes no further than leases.", [("limits", "third_court", "Harlow")], id="made-plain-of-old"),
        pytest.param("[Dent] considered the same lease. It refused to follow [Harlow].", [("declines_to_follow", "third_court", "Harlow")], id="a-case-goes-on"),
        pytest.param("The magistrate recommended dismissal. He relied on [Harlow].", [("follows", "lower_court", "Harlow")], id="a-judge-goes-on"),
        pytest.param("The district court heard the claim. He relied on [Harlow].", [], id="no-court-is-he"),
        pytest.param("The panel does not discuss [Dent], and it distinguishes [Harlow].", [("distinguishes", "third_court", "Harlow")], id="and-it"),
        pytest.param("The Sixth Circuit rejected, however, the rule of [Harlow].", [("declines_to_follow", "third_court", "Harlow")], id="aside-between"),
    ],
)  # fmt: skip
def test_actor(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert expected == told(text)


@pytest.mark.parametrize(
    "text",
    ["Instead, the Court limits [Harlow] to its facts.", "I write to protest the Court's overruling of [Harlow]."],
)
def test_a_separate_opinion_tells_of_the_court(text: str) -> None:
    assert {"separate_opinion"} == {actor for _, actor, _ in told(text, "dissent")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Sixth Circuit relied on [Harlow].", "lower_court"),
        ("The Fifth Circuit relied on [Harlow].", "third_court"),
        ("In [Dent], the Sixth Circuit relied on [Harlow].", "third_court"),
    ],
)
def test_the_court_whose_judgment_is_reviewed_is_the_court_below(text: str, expected: str) -> None:
    opinion, citations, sentences = marked(
        f"{text} The judgment of the Court of Appeals for the Sixth Circuit is reversed."
    )
    found = treatments.find(replace(opinion, decision=Decision(court="scotus")), citations, sentences)
    assert [expected] == [t.actor for t in found]


def history_told(first: str, verb: str, second: str) -> set[tuple[str, str, str]]:
    text = f"The District Court dismissed the suit. [{first}]. The Court of Appeals {verb}. [{second}]."
    return {found for found in told(text) if found[0] in ("affirms", "reverses")}


def test_history_is_told_in_two_sentences() -> None:
    dent = "Dent v. Harlow|year=1992|cite=7 F.2d 3"
    assert {("affirms", "third_court", "Harlow")} == history_told(
        "Harlow v. Dent|year=1990|cite=5 F. Supp. 1", "affirmed", dent
    )
    assert {("reverses", "third_court", "Harlow")} == history_told(
        "Harlow v. Dent|year=1990|cite=5 F. Supp. 1", "later reversed", dent
    )
    assert set() == history_told("Harlow v. Dent|year=1980|cite=5 F. Supp. 1", "affirmed", dent)  # too old
    assert set() == history_told("Harlow v. Marsh|year=1990|cite=5 F. Supp. 1", "affirmed", dent)  # another case
    assert set() == history_told(
        "Harlow v. Dent|year=1990|cite=5 F.2d 1", "affirmed", dent
    )  # of no lower court, as far as told


def test_what_a_party_cites_takes_nothing_from_what_is_told_of_it() -> None:
    found = set(told("The carrier relies on [Harlow]. [Harlow] is distinguishable."))
    assert {("cites", "party", "Harlow"), ("distinguishes", "this_court", "Harlow")} <= found


def test_no_decision_is_treated_by_an_earlier_one() -> None:
    assert told("[Harlow|year=1990] was overruled by [Dent|year=1960].") == []
    assert told("[Harlow|year=1960] was overruled by [Dent|year=1990].") == [("overrules", "third_court", "Harlow")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "[Harlow]'s test (see, e.g., [Dent]; [Marsh]) is no longer authoritative.", set(), id="aside-of-cites"
        ),
        pytest.param("Statutes abrogating the customs of a trade, [Harlow], are valid.", set(), id="cited-for-it"),
        pytest.param("In 2019 the Court abrogated the old test, see [Harlow].", set(), id="signal"),
        pytest.param("Two roads are open: either we must overrule [Harlow], or the claim fails.", set(), id="either"),
        pytest.param(
            "No court reviewed this decision; but in [Harlow] it was said that it had been overruled.", set(), id="in"
        ),
        pytest.param("We overrule our earlier decision, [Harlow].", {"Harlow"}, id="apposition"),
        pytest.param("After rehearing the panel issued a superseding opinion, [Harlow].", set(), id="adjective"),
        pytest.param("[Harlow] rests on several opinions (later superseded by [Dent]).", set(), id="of-another-noun"),
        pytest.param("[Harlow] relied on cases that had been overruled.", set(), id="cases-that"),
        pytest.param("[Harlow] relied on decisions which have since been overruled.", set(), id="decisions-which"),
        pytest.param("[Harlow] relied on a decision later overruled.", set(), id="later-overruled"),
        pytest.param("In [Harlow], the conviction was overturned.", set(), id="conviction"),
        pytest.param("Under [Harlow], the oral lease was superseded by the deed.", set(), id="lease"),
        pytest.param("The regulation at issue in [Harlow] has been superseded.", set(), id="regulation"),
        pytest.param("The rule of [Harlow] that a seal is needed has been overruled.", {"Harlow"}, id="claim-between"),
        pytest.param("[Harlow], on which the panel relied, is overruled.", {"Harlow"}, id="relative-between"),
        pytest.param(
            "No court reviewed this ruling; but in [Harlow], its authority was repudiated.", set(), id="its-authority"
        ),
    ],
)
def test_no_case_is_overruled_for_standing_near(text: str, expected: set[str]) -> None:
    gone = {"overrules", "abrogates", "disapproves", "superseded"}
    assert expected == {x.authority for t in read(text) if t.treatment in gone for x in t.targets}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("I would overrule [Harlow].", [("disapproves", "this_separate", "Harlow")], id="would-overrule"),
        pytest.param("[Harlow] should be overruled.", [("disapproves", "this_separate", "Harlow")], id="should-be"),
        pytest.param(
            "The Court was wrong in [Harlow] when it said so.", [("disapproves", "this_separate", "Harlow")], id="wrong"
        ),
        pytest.param("It is time to revisit [Harlow].", [("questions", "this_separate", "Harlow")], id="time-to"),
        pytest.param("[Harlow] has proved unworkable.", [("criticizes", "this_separate", "Harlow")], id="unworkable"),
        pytest.param(
            "Today's decision overrules [Harlow] in all but name.",
            [("overrules", "separate_opinion", "Harlow")],
            id="todays-decision",
        ),
        pytest.param(
            "For the reasons given in my dissent in [Harlow], I would affirm.",
            [("criticizes", "this_separate", "Harlow")],
            id="my-dissent",
        ),
        pytest.param(
            "[Harlow] has no basis in the text of the Constitution.",
            [("criticizes", "this_separate", "Harlow")],
            id="no-basis",
        ),
    ],
)
def test_a_judge_alone_criticizes_and_overrules_nothing(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert expected == told(text, "dissent")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("In [Harlow] the Sixth Circuit held otherwise. We are not persuaded.", True, id="circuit"),
        pytest.param("[Harlow] held that a note suffices. We respectfully disagree.", True, id="case"),
        pytest.param("Appellant contends that [Harlow] held otherwise. We disagree.", False, id="party"),
        pytest.param("The trial court, citing [Harlow], found a note. We disagree.", False, id="court-below"),
    ],
)
def test_disagreement_with_what_was_just_told(text: str, expected: bool) -> None:
    assert expected == (("declines_to_follow", "this_court", "Harlow") in told(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("In light of [Dent], [Harlow] is no longer good law.", ("abrogates", "Harlow"), id="in-light-of"),
        pytest.param("[Harlow] is no longer good law after [Dent].", ("abrogates", "Harlow"), id="after"),
        pytest.param("[Harlow] is no longer good law.", ("overrules", "Harlow"), id="of-itself"),
        pytest.param("After [Dent], [Harlow] is a dead letter.", ("abrogates", "Harlow"), id="dead-letter"),
        pytest.param("Under [Dent], [Harlow] is inapposite.", ("distinguishes", "Harlow"), id="under"),
        pytest.param(
            "[Harlow] came down before the amendment of 1991, and is no longer controlling.",
            ("superseded", "Harlow"),
            id="before-the-amendment",
        ),
    ],
)
def test_what_one_case_leaves_of_another(text: str, expected: tuple[str, str]) -> None:
    assert [expected] == [(t.treatment, x.authority) for t in read(text) if t.polarity == "negative" for x in t.targets]


def test_a_separate_opinion_speaks_for_itself() -> None:
    [treatment] = read("I would adhere to the text; [Harlow] is distinguishable.", "dissent")
    assert ("this_separate", "Hale") == (treatment.actor, treatment.actor_name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We once decided [Harlow]. That case is distinguishable.", "Harlow", id="that-case"),
        pytest.param("We once decided [Harlow] after [Dent]. We now overrule it.", "Harlow", id="topic"),
        pytest.param("To the extent [Harlow] conflicts with [Dent], it is overruled.", "Harlow", id="within-a-sentence"),
        pytest.param("The claim fails under [Ames]. [Harlow] and [Dent] differ. We overrule both decisions.", "Harlow Dent", id="both"),
        pytest.param("We decided [Harlow]. See [Dent]. It is overruled.", "Harlow", id="past-a-citation-sentence"),
        pytest.param("Some courts say so. [Harlow (10th Cir. 1993)]. Unlike the Tenth Circuit, we look to intent.", "Harlow", id="court"),
        pytest.param("Our decision in [Harlow], which relied on [Dent], is overruled.", "Harlow", id="past-a-relative-clause"),
    ],
)  # fmt: skip
def test_object(text: str, expected: str) -> None:
    negative = [t for t in read(text) if t.polarity == "negative"]
    assert [expected] == [" ".join(x.authority or "" for x in t.targets) for t in negative]


@pytest.mark.parametrize(
    ("text", "scope", "words"),
    [
        pytest.param("We overrule [Harlow].", "full", None, id="full"),
        pytest.param(
            "To the extent that [Harlow] requires intent, we overrule it.", "to_the_extent",
            "To the extent that Harlow requires intent", id="extent",
        ),
        pytest.param("[Harlow] was overruled on other grounds by [Dent].", "on_other_grounds", "on other grounds", id="other-grounds"),
        pytest.param("We disapprove any contrary statement in [Harlow].", "language", "any contrary statement in Harlow", id="language"),
        pytest.param("On this point we overrule [Harlow].", "in_part", "On this point we overrule Harlow", id="in-part"),
    ],
)  # fmt: skip
def test_scope(text: str, scope: str, words: str | None) -> None:
    opinion, citations, sentences = marked(text)
    [treatment] = treatments.find(opinion, citations, sentences)
    assert (scope, words) == (treatment.scope, treatment.extent and treatment.extent.of(opinion.text))


def test_the_proposition_is_what_the_case_is_said_to_hold() -> None:
    opinion, citations, sentences = marked(
        "To the extent that [Harlow] holds that intent is immaterial, we overrule it."
    )
    [treatment] = treatments.find(opinion, citations, sentences)
    assert treatment.proposition is not None
    assert "intent is immaterial" == treatment.proposition.of(opinion.text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Should we overrule [Harlow]?", id="question"),
        pytest.param("The court wrote, “We see no way around it and therefore now overrule [Harlow].”", id="quotation"),
        pytest.param("We need not decide whether [Harlow] should be overruled.", id="whether"),
        pytest.param("We do not say that [Harlow] is no longer good law.", id="denied"),
        pytest.param("The dissent accuses us of overruling [Harlow].", id="accused"),
        pytest.param("The dissent says we have overruled [Harlow].", id="said-of-us"),
        pytest.param("A panel may not overrule [Harlow].", id="may-not"),
        pytest.param("If it did conflict with [Dent], we would overrule [Harlow].", id="condition"),
        pytest.param("Either we must overrule [Harlow] or reverse.", id="either"),
        pytest.param("The objection under [Harlow] was overruled.", id="objection"),
        pytest.param("We overrule the motion made under [Harlow].", id="motion"),
    ],
)
def test_what_is_no_act_of_the_court(text: str) -> None:
    assert [] == [t.treatment for t in read(text) if t.polarity == "negative"]


def test_no_hesitation_is_no_negation() -> None:
    assert [("overrules", "this_court", "Harlow")] == told("We do not hesitate to overrule [Harlow].")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("See [Harlow], aff'd, [Dent|history=aff'd|history_of=0].", ("affirms", "Harlow", "Dent"), id="affirmed"),
        pytest.param(
            "See [Harlow], overruled by [Dent|history=overruled by|history_of=0].", ("overrules", "Harlow", "Dent"), id="overruled"
        ),
        pytest.param(
            "See [Harlow], aff'g [Dent|history=aff'g|history_of=0].", ("affirms", "Dent", "Harlow"), id="prior-history"
        ),
        pytest.param(
            "See [Harlow], cert. denied, [Dent|history=cert. denied|history_of=0].", ("history", "Harlow", "Dent"), id="certiorari"
        ),
    ],
)  # fmt: skip
def test_history(text: str, expected: tuple[str, str, str]) -> None:
    found = [t for t in read(text) if t.rule.startswith("history")]
    assert [expected] == [(t.treatment, t.targets[0].authority, t.acting_case) for t in found]
    assert {"third_court"} == {t.actor for t in found}


def test_what_is_told_behind_a_denial_of_certiorari_was_done_to_the_decision() -> None:
    text = "See [Harlow], cert. denied, [Ames|history=cert. denied|history_of=0], overruled by [Dent|history=overruled by|history_of=1]."
    assert ("overrules", "Harlow") in {(t.treatment, t.targets[0].authority) for t in read(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("See [Harlow] (overruling [Dent|within=0]).", ("overrules", "Dent", "Harlow"), id="overruling"),
        pytest.param(
            "See [Harlow] (distinguishing [Dent|within=0]).", ("distinguishes", "Dent", "Harlow"), id="distinguishing"
        ),
        pytest.param(
            "[Dent]. See [Harlow] (approving the test stated in Dent).", ("approves", "Dent", "Harlow"), id="by-name"
        ),
        pytest.param("See [Harlow] (overruled on other grounds).", ("overrules", "Harlow", None), id="suffered"),
    ],
)
def test_parenthesis(text: str, expected: tuple[str, str, str | None]) -> None:
    found = [t for t in read(text) if t.rule.startswith("parenthesis")]
    assert [expected] == [(t.treatment, t.targets[0].authority, t.acting_case) for t in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A carrier must give notice before it sells. [Harlow, 1 F.3d 2].", [("follows", "implied")], id="bare"),
        pytest.param("A carrier must give notice before it sells. See [Harlow|signal=see].", [("cites", "signal")], id="see"),
        pytest.param("A carrier must give notice before it sells. But see [Harlow|signal=but see].", [("contrasts", "signal")], id="but-see"),
        pytest.param("A carrier must give notice before it sells. Cf. [Harlow|signal=cf.].", [("compares", "signal")], id="cf"),
        pytest.param("The carrier gave notice and then sold the goods at once. [Harlow, 1 F.3d 2].", [], id="told-in-the-past"),
        pytest.param("The plaintiff argued that notice had been given in time. [Harlow, 1 F.3d 2].", [], id="party"),
    ],
)  # fmt: skip
def test_support(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == [(t.treatment, t.basis) for t in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "In [Harlow], the deed was void for want of a seal. Here, the deed bore no seal.",
            False,
            id="wanting-in-both",
        ),
        pytest.param(
            "In [Harlow], the deed was signed. The judge gave no reasons. Here, nobody signed.",
            False,
            id="another-denial-between",
        ),
        pytest.param(
            "The tenant in [Harlow] had a key. The court let him stay. The tenant here had none.",
            True,
            id="what-was-done-between",
        ),
        pytest.param(
            "He points to [Harlow], a case in which the deed was signed. Here, it was not.", True, id="a-party-cites-it"
        ),
        pytest.param("He says that in [Harlow] the deed was signed. Here, it was not.", False, id="a-party-tells-it"),
        pytest.param(
            "The tenant in [Harlow] had no key. The tenant here had one.", True, id="affirmed-of-what-was-denied"
        ),
        pytest.param("The tenant in [Harlow] had no key. The tenant here had none.", False, id="denied-of-both"),
        pytest.param(
            "In [Harlow], we held that a tenant must have a key. Here, the tenant had none.", False, id="a-rule-not-met"
        ),
        pytest.param(
            "In [Harlow], it is the rule that no key is needed. Here, the tenant had a key.", False, id="a-rule-met"
        ),
    ],
)
def test_facts_told_of_one_case_and_denied_of_the_other_set_them_apart(text: str, expected: bool) -> None:
    assert (("distinguishes", "this_court", "Harlow") in told(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The carrier asks us to extend [Harlow] to barges. We decline.", "declines_to_extend", id="extend"
        ),
        pytest.param("The carrier asks us to overrule [Harlow]. We decline.", "follows", id="overrule"),
        pytest.param(
            "The carrier urges us to adopt the rule of [Harlow]. We decline to do so.", "declines_to_follow", id="adopt"
        ),
        pytest.param("The carrier asks us to remand the suit under [Harlow]. We decline.", None, id="something-else"),
        pytest.param("The carrier asks us to overrule [Harlow]. He declined to testify.", None, id="somebody-else"),
    ],
)
def test_what_the_court_declines_is_what_it_was_asked(text: str, expected: str | None) -> None:
    assert next((label for label, actor, _ in told(text) if actor == "this_court"), None) == expected


def test_a_judge_quoted_with_approval_is_not_the_one_who_approves() -> None:
    assert told("Judge Moss put it well in [Harlow]: a deed is a promise kept.") == [
        ("approves", "this_court", "Harlow")
    ]


def test_reconciling_is_one_act_upon_several_cases() -> None:
    text = "We do not believe that [Harlow] and [Dent] are in conflict."
    assert [("reconciles", "this_court", "Harlow Dent")] == told(text)


def test_a_sentence_cut_by_blank_lines_is_one() -> None:
    text = "We think that\n\nHarlow\n\nis wrong. It must go."
    opinion = Opinion(Document("-", "", "text", text), Decision(), (), (), (), (Span(0, len(text)),))
    pieces = [Span(0, 13), Span(15, 21), Span(23, 32), Span(33, len(text))]
    assert [Span(0, 32), Span(33, len(text))] == list(scene.whole(opinion, pieces))


def test_a_quotation_that_began_before_is_another_s_words() -> None:
    text = "The panel wrote: “This will not do. We overrule [Harlow]. So ends it.” Nothing followed."
    assert [] == [t for t in read(text) if t.polarity == "negative"]


def test_explain_tells_what_was_tried() -> None:
    opinion, citations, sentences = marked("We overrule [Harlow].")
    [treatment] = treatments.find(opinion, citations, sentences, explain=True)
    assert (
        "matched: overrule", "question: no", "quotation: no", "party: no", "hypothesis: no", "negation: no", "denial: no",
        "object: Harlow", "actor: this_court", "scope: full",
    ) == treatment.trace  # fmt: skip


def test_a_refusal_names_its_guard() -> None:
    [refusal] = treatments.refused(*marked("The government asks us to overrule [Harlow]."))
    assert (refusal.rule, refusal.words, refusal.why) == ("overrule", "overrule", "party")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "we therefore overrule smith to the extent it holds otherwise.", "overrules", id="lower-case-name"
        ),
        pytest.param("our cases to the contrary are overruled.", "overrules", id="described"),
        pytest.param("that view has been disapproved.", "disapproves", id="described-in-the-passive"),
        pytest.param("the jury was overruled.", None, id="jury"),
        pytest.param("the trial court overruled the objection.", None, id="objection"),
        pytest.param("we overrule the county's third issue.", None, id="issue"),
        pytest.param("", None, id="empty"),
    ],
)
def test_classify(sentence: str, expected: str | None) -> None:
    treatment = treatments.classify(sentence)
    assert expected == (treatment and treatment.treatment)


def test_of_several_acts_on_a_case_the_strongest_is_kept() -> None:
    assert told("We disapprove [Harlow], and we disagree with [Harlow].") == [("disapproves", "this_court", "Harlow")]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("armstrong", ("overrules", "this_court", ("990 F.2d 472",), "to_the_extent", None), id="gutierrez"),
        pytest.param("armstrong", ("disapproves", "this_court", ("955 F.2d 1296",), "language", None), id="redondo-lemos"),
        pytest.param("armstrong", ("reverses", "third_court", ("817 F.2d 1538",), "on_other_grounds", "836 F.2d 1312"), id="gordon"),
        pytest.param("banuelos-rodriguez", ("overrules", "third_court", ("857 F.2d 1245",), "full", "488 U.S. 361"), id="mistretta"),
        pytest.param("banuelos-rodriguez", ("approves", "this_court", ("212 F.3d 692",), "full", None), id="bonnet-grullon"),
        pytest.param("caperna", ("reconciles", "this_court", ("215 F.3d 969", "198 F.3d 1167"), "full", None), id="daas"),
        pytest.param("caperna", ("declines_to_follow", "this_court", ("219 F.3d 1186", "129 F.3d 1140"), "full", None), id="tenth-circuit"),
    ],
)  # fmt: skip
def test_the_four_opinions(name: str, expected: tuple[object, ...]) -> None:
    found = reading.read(OPINIONS / f"{name}.txt")
    assert expected in [
        (t.treatment, t.actor, tuple(x.authority for x in t.targets), t.scope, t.acting_case) for t in found.treatments
    ]


@pytest.mark.parametrize("name", ["armstrong", "banuelos-rodriguez", "caperna", "redondo-lemos"])
def test_evidence_is_a_stretch_of_the_text(name: str) -> None:
    found = reading.read(OPINIONS / f"{name}.txt")
    spans = [span for t in found.treatments for span in (t.evidence, t.extent, t.proposition) if span is not None]
    assert [] == [span for span in spans if not 0 <= span.start < span.end <= len(found.text)]


def test_the_furniture_of_the_page_is_no_part_of_a_sentence() -> None:
    head = "12   HALE v. ROE\n"
    opinion, citations, sentences = marked(f"Today we over-\n{head}rule [Dorr], wrong the day it was decided.")
    start = opinion.text.index(head)
    furnished = replace(opinion, furniture=(Span(start, start + len(head) - 1),))
    found = treatments.find(furnished, citations, sentences)
    assert [(t.treatment, t.evidence.of(opinion.text)) for t in found] == [("overrules", opinion.text)]
    assert "overrules" not in {t.treatment for t in treatments.find(opinion, citations, sentences)}


@pytest.mark.parametrize(("name", "expected"), [("Calendar", []), ("Dorr v. Hale", ["overrules"])])
def test_what_cannot_be_told_from_a_treatise_is_no_case(name: str, expected: list[str]) -> None:
    opinion, (citation,), sentences = marked(f"[{name}, supra], was wrong and is overruled.")
    unknown = replace(citation, kind="supra", name=name, authority=None)
    assert [t.treatment for t in treatments.find(opinion, [unknown], sentences)] == expected


def test_the_number_of_a_paragraph_is_no_part_of_a_sentence() -> None:
    said = "We overrule Harlow v. Dent, 12 F.3d 100 (9th Cir. 1993)."
    told = "\n\n".join(f"{i}\n{words}" for i, words in enumerate(["The lease was void."] * 11 + [said], 1))
    found = reading.read_document(Document("a.txt", "", "text", f"HALE, Circuit Judge.\n\n{told}\n"))
    assert [said] == [act.evidence.of(found.text) for act in found.treatments if act.treatment == "overrules"]
