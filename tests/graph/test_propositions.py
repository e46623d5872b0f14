"""Points of law across opinions: who states, adopts, follows, limits, rejects or reserves each, and why they are one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from citator.corpus import reading
from citator.corpus.model import (
    Citation,
    CitedFor,
    Decision,
    Document,
    Facts,
    Holding,
    Opinion,
    Part,
    Reading,
    Span,
    Target,
    Treatment,
    TreatmentLabel,
)
from citator.corpus.sentences import split
from citator.graph.propositions import Proposition, group

OPINIONS = Path(__file__).parents[2] / "corpus" / "opinions"
LEASE = "We hold that an unrecorded lease of farm land binds a later buyer with notice."


def an_opinion(
    text: str, cite: str, *, holdings: Sequence[str] = (), cited: Sequence[tuple[str, str, str]] = ()
) -> Reading:
    """``holdings`` are words of ``text``; ``cited`` are an authority, how it is cited, and the words it is cited for."""
    part = Part("lead", "lead", None, 0, len(text))
    opinion = Opinion(
        Document(cite, cite, "text", text), Decision(citation=cite), (part,), (), (), (Span(0, len(text)),)
    )
    citations = tuple(
        Citation(at(text, authority), "full_case", at(text, authority), authority=authority, name=None, part="lead")
        for authority, _, _ in cited
        if authority in text
    )
    return Reading(
        opinion,
        citations,
        holdings=tuple(Holding(at(text, words), "lead") for words in holdings),
        cited_for=tuple(
            CitedFor(authority, text.find(authority), at(text, words), how, "lead")  # type: ignore[arg-type]
            for authority, how, words in cited
        ),
        sentences=split(opinion, citations),
    )


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def stances(proposition: Proposition) -> set[tuple[str, str, bool]]:
    return {(stance.decision, stance.manner, stance.described) for stance in proposition.stances}


def test_one_holding_is_one_proposition_in_its_own_words() -> None:
    (proposition,) = group([an_opinion(LEASE, "1 F.2d 1", holdings=[LEASE])])
    assert LEASE.rstrip(".") == proposition.wording.rstrip(".")
    assert {("1 F.2d 1", "states", False)} == stances(proposition)
    assert proposition.why == ()


def test_what_a_later_opinion_says_of_a_decision_meets_that_decision_s_own_words() -> None:
    first = an_opinion(LEASE, "1 F.2d 1", holdings=[LEASE])
    said = "An unrecorded lease of farm land binds a later buyer with notice."
    second = an_opinion(f"{said} 1 F.2d 1.", "2 F.2d 2", cited=[("1 F.2d 1", "supports", said)])
    (proposition,) = group([first, second])
    assert {("1 F.2d 1", "states", False), ("1 F.2d 1", "states", True), ("2 F.2d 2", "states", False)} == stances(
        proposition
    )
    assert "shared words" in proposition.why[0]


def test_the_same_quoted_words_are_the_same_point_and_say_so() -> None:
    first = an_opinion(LEASE, "1 F.2d 1", holdings=[LEASE])
    quoting = "Roe adds that “an unrecorded lease of farm land binds a later buyer” in every county."
    second = an_opinion(quoting, "2 F.2d 2", holdings=[quoting])
    (proposition,) = group([first, second])
    assert ("shared quotation “an unrecorded lease of farm”",) == proposition.why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "The tenant’s letters are read “in the light most favorable to the” party who never saw the lease.",
            "A jury that finds the surveyor careless weighs his map “in the light most favorable to the” county.",
            id="a-formula",
        ),
        pytest.param(
            "Under the “Federal Rules of Civil Procedure” a lessee may be joined without notice to the buyer.",
            "The “Federal Rules of Civil Procedure” leave the seizure of a cargo to the harbor master.",
            id="a-name",
        ),
    ],
)
def test_the_same_stock_words_are_no_point(one: str, other: str) -> None:
    found = group([an_opinion(one, "1 F.2d 1", holdings=[one]), an_opinion(other, "2 F.2d 2", holdings=[other])])
    assert 2 == len(found)


def pinned(text: str, cite: str, pin: str, said: str) -> Reading:
    """An opinion that cites 9 U.S. 9 at ``pin`` for ``said``."""
    told = an_opinion(text, cite, cited=[("9 U.S. 9", "supports", said)])
    return replace(told, citations=tuple(replace(citation, pin=pin) for citation in told.citations))


BUYER, LEASEHOLD = (
    "A buyer who has seen the tenant’s crop takes the field subject to the lease.",
    "Whoever buys a field takes subject to any lease of it that a walk along the fence would show.",
)


@pytest.mark.parametrize(
    ("pin", "said", "expected"),
    [
        pytest.param("12", LEASEHOLD, 1, id="one-page-like-words"),
        pytest.param("12 n. 3", LEASEHOLD, 2, id="a-note-on-the-page"),
        pytest.param("31", LEASEHOLD, 2, id="another-page"),
        pytest.param("12", "An appeal from the surveyor lies to the county board.", 2, id="another-point-on-the-page"),
    ],
)
def test_who_cites_one_page_in_like_words_speaks_of_one_point(pin: str, said: str, expected: int) -> None:
    first = pinned(f"{BUYER} 9 U.S. 9, 12.", "1 F.2d 1", "12", BUYER)
    found = group([first, pinned(f"{said} 9 U.S. 9, {pin}.", "2 F.2d 2", pin, said)])
    assert expected == len(found)
    if expected == 1:
        assert ("both cite 9 U.S. 9 at 12",) == found[0].why


def test_what_a_decision_is_cited_for_meets_what_it_says_on_that_page() -> None:
    cited = replace(an_opinion(BUYER, "9 U.S. 9"), holdings=(Holding(Span(0, len(BUYER)), "lead", page="13"),))
    (proposition,) = group([cited, pinned(f"{LEASEHOLD} 9 U.S. 9, 12-13.", "2 F.2d 2", "12-13", LEASEHOLD)])
    assert ("one cites 9 U.S. 9 at 12-13 for what it says there",) == proposition.why


def test_one_page_states_no_two_contraries() -> None:
    first = pinned(f"{BUYER} 9 U.S. 9, 12.", "1 F.2d 1", "12", BUYER)
    said = "A field is not free of its lease though the buyer has seen the tenant’s crop."
    found = group([first, pinned(f"{said} 9 U.S. 9, 12.", "2 F.2d 2", "12", said)])
    assert 1 == len(found)


def test_that_language_is_what_was_quoted_before() -> None:
    quoted = "Nine sets a “heavy and lasting burden” for every seller of a field."
    between = "It decides as well that a surveyor may be heard by letter."
    unsaid = "The inclusion of that language was in error."
    text = f"{quoted} 9 U.S. 9. {between} {unsaid}"
    told = an_opinion(text, "2 F.2d 2", cited=[("9 U.S. 9", "supports", words) for words in (quoted, between, unsaid)])
    found = [{at(text, words) for words in (quoted, unsaid)} <= {s.evidence for s in p.stances} for p in group([told])]
    assert found.count(True) == 1


def test_who_says_little_of_a_decision_speaks_of_what_was_said_of_it_before() -> None:
    said, between = (
        "Nine lets a surveyor cross any field at dawn.",
        "A mortgage that burned may be proved by the clerk.",
    )
    little = "We disapprove that."
    text = f"{said} 9 U.S. 9. {between} {little}"
    told = an_opinion(
        text, "2 F.2d 2", holdings=[between], cited=[("9 U.S. 9", "supports", words) for words in (said, little)]
    )
    found = [{at(text, words) for words in (said, little)} <= {s.evidence for s in p.stances} for p in group([told])]
    assert [False, True] == sorted(found)


@pytest.mark.parametrize(
    ("next_", "expected"),
    [
        pytest.param("A lease that the register shows binds every buyer.", 1, id="goes-on"),
        pytest.param("However, a lease that the register shows binds every buyer.", 2, id="turns-to-the-contrary"),
    ],
)
def test_a_sentence_goes_on_about_a_decision_unless_it_turns(next_: str, expected: int) -> None:
    said = "Nine asks whether a lease the register omits binds the heirs of a seller."
    text = f"{said} 9 U.S. 9. {next_} 9 U.S. 9."
    told = an_opinion(text, "2 F.2d 2", cited=[("9 U.S. 9", "supports", words) for words in (said, next_)])
    first, second = told.cited_for
    told = replace(told, cited_for=(first, replace(second, citation=text.rindex("9 U.S. 9"))))
    assert expected == len(group([told]))


def test_a_clause_that_gives_a_reason_is_cited_for_and_the_rest_is_held() -> None:
    reason, held = (
        "Because a buyer on notice is bound by any lease",
        "we hold that this surveyor owed the county no fee.",
    )
    sentence = f"{reason}, 9 U.S. 9, {held}"
    told = an_opinion(sentence, "2 F.2d 2", holdings=[sentence], cited=[("9 U.S. 9", "supports", sentence)])
    found = {proposition.wording: stances(proposition) for proposition in group([told])}
    assert {
        reason: {("9 U.S. 9", "states", True), ("2 F.2d 2", "states", False)},
        held.rstrip("."): {("2 F.2d 2", "states", False)},
    } == found


def test_different_points_stay_apart() -> None:
    other = "We hold that the jury need not be told of the earlier verdict."
    found = group([an_opinion(LEASE, "1 F.2d 1", holdings=[LEASE]), an_opinion(other, "2 F.2d 2", holdings=[other])])
    assert len(found) == 2


def test_the_contrary_in_the_same_words_is_another_proposition_opposed_to_it() -> None:
    denial = "We hold that an unrecorded lease of farm land does not bind a later buyer with notice."
    found = group([an_opinion(LEASE, "1 F.2d 1", holdings=[LEASE]), an_opinion(denial, "2 F.2d 2", holdings=[denial])])
    assert [(found[1].id,), (found[0].id,)] == [proposition.opposed for proposition in found]


def test_a_parenthetical_joins_the_sentence_its_citation_stands_behind() -> None:
    sentence, said = "Notice is enough for a later buyer of land.", "holding that a later buyer with notice was bound"
    text = f"{sentence} See 9 U.S. 9 ({said})."
    found = group(
        [an_opinion(text, "2 F.2d 2", cited=[("9 U.S. 9", "supports", sentence), ("9 U.S. 9", "parenthetical", said)])]
    )
    assert "one citation stands for both" in found[0].why
    assert len(found) == 1


def test_what_one_opinion_says_of_one_standard_is_one_point() -> None:
    adopts = "We hold that the plain notice test governs."
    applies = "We conclude that this buyer satisfied the plain notice test in May."
    coins = "We hold that the plain notice test sets a “heavy burden” for every seller."
    found = group([an_opinion(f"{adopts} {applies} {coins}", "1 F.2d 1", holdings=[adopts, applies, coins])])
    assert [1, 2] == sorted(len({stance.evidence for stance in proposition.stances}) for proposition in found)
    assert ["both on what the plain notic standard is"] == [why for proposition in found for why in proposition.why]


def test_one_standard_s_name_alone_does_not_join_two_opinions() -> None:
    one, other = (
        "We hold that the plain notice test governs the priority of maritime liens on foreign vessels.",
        "The plain notice test was met when every county election board published its ballot early.",
    )
    found = group([an_opinion(one, "1 F.2d 1", holdings=[one]), an_opinion(other, "2 F.2d 2", holdings=[other])])
    assert 2 == len(found)


def test_a_quoted_decision_states_its_sentence_in_its_own_words_too() -> None:
    first = an_opinion(f"The farm changed hands. {LEASE}", "1 F.2d 1")
    quoting = "Roe says that “an unrecorded lease of farm land binds a later buyer with notice.”"
    second = an_opinion(f"{quoting} 1 F.2d 1.", "2 F.2d 2", cited=[("1 F.2d 1", "supports", quoting)])
    (proposition,) = group([first, second])
    assert ("1 F.2d 1", "states", False) in stances(proposition)


def test_whoever_is_quoted_in_a_parenthesis_states_it_too() -> None:
    sentence = "Notice is enough for a later buyer of land."
    text = f"{sentence} 9 U.S. 9 (quoting 8 U.S. 8)."
    citing = an_opinion(text, "2 F.2d 2", cited=[("9 U.S. 9", "supports", sentence)])
    inner = Citation(
        at(text, "8 U.S. 8"), "full_case", at(text, "8 U.S. 8"), authority="8 U.S. 8", within=text.index("9 U.S. 9")
    )
    (proposition,) = group([replace(citing, citations=(*citing.citations, inner))])
    assert {("9 U.S. 9", "states", True), ("8 U.S. 8", "states", True), ("2 F.2d 2", "states", False)} == stances(
        proposition
    )


def test_a_question_is_named_though_page_marks_break_its_words() -> None:
    texts = [
        f"We hold that the {kind} favor*97able mort*98gage of farm land follows the recorded county register."
        for kind in ("first", "third year")
    ] + ["We hold that any favor*97able mort*98gage may lapse where a recorded county register burned."]
    found = group([an_opinion(text, f"{i} F.2d {i}", holdings=[text]) for i, text in enumerate(texts, 1)])
    labels = {proposition.question.label for proposition in found if proposition.question}
    assert all("*" not in label for label in labels)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        pytest.param("overrules", "rejects", id="overrules"),
        pytest.param("distinguishes", "limits", id="distinguishes"),
        pytest.param("adopts", "adopts", id="adopts"),
        pytest.param("reconciles", "follows", id="reconciles"),
        pytest.param("explains", None, id="explains-takes-no-side"),
    ],
)
def test_a_treatment_is_a_stance_to_what_the_treated_decision_states(
    label: TreatmentLabel, expected: str | None
) -> None:
    text = "To the extent 9 U.S. 9 holds that notice does not bind a later buyer of farm land, we depart from it."
    act = Treatment(label, "this_court", (Target("9 U.S. 9"),), Span(0, len(text)), "lead", "r")
    (proposition,) = group([replace(an_opinion(text, "2 F.2d 2"), treatments=(act,))])
    own = {("2 F.2d 2", expected, False)} if expected else set()
    assert {("9 U.S. 9", "states", True)} | own == stances(proposition)


def test_a_party_s_act_is_no_court_s_stance() -> None:
    text = "The seller would have us overrule 9 U.S. 9 on the notice that binds a later buyer."
    act = Treatment("overrules", "party", (Target("9 U.S. 9"),), Span(0, len(text)), "lead", "r")
    (proposition,) = group([replace(an_opinion(text, "2 F.2d 2"), treatments=(act,))])
    assert {("9 U.S. 9", "states", True)} == stances(proposition)


def test_a_question_left_open_is_reserved() -> None:
    text = "We need not decide whether an unrecorded lease of farm land binds a later buyer. The rest is plain."
    (proposition,) = group([an_opinion(text, "1 F.2d 1")])
    assert {("1 F.2d 1", "reserves", False)} == stances(proposition)


def test_a_parallel_citation_names_the_held_decision() -> None:
    first = an_opinion(LEASE, "1 F.2d 1", holdings=[LEASE])
    decision = replace(first.decision, other_citations=("8 Lease Rep. 8",))
    first = replace(first, opinion=replace(first.opinion, decision=decision))
    said = "An unrecorded lease of farm land binds a later buyer with notice."
    second = an_opinion(f"{said} 8 Lease Rep. 8.", "2 F.2d 2", cited=[("8 Lease Rep. 8", "supports", said)])
    (proposition,) = group([first, second])
    assert {"1 F.2d 1", "2 F.2d 2"} == {stance.decision for stance in proposition.stances}


@pytest.fixture(scope="module")
def four() -> list[Reading]:
    own = {
        "redondo-lemos": "955 F.2d 1296",
        "armstrong": "48 F.3d 1508",
        "banuelos-rodriguez": "215 F.3d 969",
        "caperna": "251 F.3d 827",
    }
    return [reading.read(OPINIONS / f"{name}.txt", Facts(citation=cite)) for name, cite in own.items()]


def test_the_order_of_the_readings_changes_nothing_but_their_numbers(four: list[Reading]) -> None:
    def told(readings: list[Reading]) -> list[tuple[object, ...]]:
        return [
            (p.id, p.wording, p.why, p.opposed, p.question, {(s.decision, s.manner, s.evidence) for s in p.stances})
            for p in group(readings)
        ]

    assert told(four) == told(four[::-1])


def test_evidence_lies_in_its_text_and_ids_are_unique(four: list[Reading]) -> None:
    found = group(four)
    spans = [(stance.evidence, len(four[stance.reading].text)) for p in found for stance in p.stances]
    assert all(0 <= span.start < span.end <= length for span, length in spans)
    assert len(found) == len({proposition.id for proposition in found})


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param(
            "colorable",
            {
                "48 F.3d 1508",
                "964 F.2d 935",
                "619 F.2d 1022",
                "870 F.2d 1140",
                "900 F.2d 1155",
                "965 F.2d 848",
                "684 F.2d 928",
            },
            id="colorable-basis",
        ),
        pytest.param(
            "facie",
            {
                "955 F.2d 1296",
                "48 F.3d 1508",
                "911 F.2d 833",
                "840 F.2d 1087",
                "577 F.2d 1304",
                "16 F.3d 844",
                "990 F.2d 472",
            },
            id="prima-facie-and-statistics-alone",
        ),
        pytest.param(
            "disparity",
            {"906 F.2d 1356", "914 F.2d 1131", "953 F.2d 461", "198 F.3d 1167", "215 F.3d 969", "251 F.3d 827"},
            id="disparity-among-co-defendants",
        ),
    ],
)
def test_the_four_opinions_meet_on_one_question(four: list[Reading], word: str, expected: set[str]) -> None:
    by_question: dict[str, set[str]] = {}
    for proposition in group(four):
        if proposition.question is not None:
            by_question.setdefault(proposition.question.label, set()).update(s.decision for s in proposition.stances)
    assert any(word in label.split(", ") and expected <= decisions for label, decisions in by_question.items())


def test_armstrong_rejects_what_gutierrez_states_of_statistics(four: list[Reading]) -> None:
    expected = {("48 F.3d 1508", "rejects", False), ("990 F.2d 472", "states", True)}
    assert any(
        expected <= stances(proposition) and "statistical disparity" in proposition.wording
        for proposition in group(four)
    )


def test_who_disagrees_in_his_own_words_states_them_and_the_other_court_rejects_them() -> None:
    words = "Unlike the Tenth Circuit, we do not think that delay alone is prejudice to a debtor."
    told = an_opinion(f"{words} 9 F.2d 9.", "2 F.2d 2", cited=[("9 F.2d 9", "supports", words)])
    span = at(told.text, words)
    target = Target("9 F.2d 9", None, told.text.index("9 F.2d 9"))
    act = Treatment("declines_to_follow", "this_court", (target,), span, part="lead", rule="r")
    (proposition,) = group([replace(told, treatments=(act,))])
    assert {("2 F.2d 2", "states", False), ("9 F.2d 9", "rejects", True)} == stances(proposition)
