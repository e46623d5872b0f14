"""Treatment, actor, part, tier → the words a lawyer reads and the line that is drawn.

Line pattern, width and arrowhead carry the meaning; the colour (``--LINE`` in page.css) only repeats it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from citator.corpus.model import Actor, Basis, PartKind, Scope, TreatmentLabel
from citator.queries.page.data import Act, Tier

NOT_CLASSIFIED: Final = "cited, not classified"


@dataclass(frozen=True, slots=True)
class Line:
    """How an edge is drawn. ``dashes`` alternate stroke and gap in pixels; none is a solid line.

    ``head`` is an arrow type of vis-network.
    """

    key: str
    meaning: str
    treatments: tuple[TreatmentLabel | None, ...]
    dashes: tuple[int, ...]
    width: float
    head: str


LINES: Final[tuple[Line, ...]] = (
    Line("displaces", "overrules, reverses, vacates, abrogates, supersedes",
         ("overrules", "reverses", "vacates", "abrogates", "superseded"), (), 3.5, "bar"),
    Line("disagrees", "disapproves, declines to follow, criticizes, questions",
         ("disapproves", "declines_to_follow", "criticizes", "questions", "contrasts"), (12, 5), 2.5, "vee"),
    Line("narrows", "limits, distinguishes, declines to extend",
         ("limits", "distinguishes", "declines_to_extend"), (10, 4, 2, 4), 2.5, "vee"),
    Line("supports", "affirms, follows, adopts, extends, approves",
         ("affirms", "follows", "adopts", "extends", "approves"), (), 2, "arrow"),
    Line("reconciles", "reconciles two or more cases", ("reconciles",), (), 2, "diamond"),
    Line("explains", "explains", ("explains",), (6, 4), 1.5, "arrow"),
    Line("cites", "quotes, cites, compares, mentions, history, or not classified",
         ("quotes", "cites", "compares", "mentions", "history", None), (2, 4), 1, "arrow"),
)  # fmt: skip
LINE_OF: Final[dict[TreatmentLabel | None, Line]] = {treatment: line for line in LINES for treatment in line.treatments}
NOT_OWN: Final = Line("others", "said by a dissent, a party or another, not by a court itself", (), (2, 7), 1.5, "vee")
STANCE: Final = Line("stance", "what a case does with a point of law", (), (1, 3), 1.5, "circle")

TIER_WORDS: Final[dict[Tier, str]] = {
    "supreme": "Supreme Court",
    "en_banc": "Courts of appeals, en banc",
    "panel": "Courts of appeals",
    "district": "District courts",
    "state": "State courts",
    "other": "Other courts, or not known",
}
PART_WORDS: Final[dict[PartKind, str]] = {
    "syllabus": "syllabus",
    "lead": "opinion of the court",
    "plurality": "plurality opinion",
    "concurrence": "concurrence",
    "concurrence_in_part": "concurrence in part",
    "dissent": "dissent",
    "per_curiam": "per curiam",
    "statement": "statement",
    "other": "other part",
}
ACTOR_WORDS: Final[dict[Actor, str]] = {
    "this_court": "the court",
    "this_separate": "the author of this separate opinion",
    "third_court": "another court, as recounted here",
    "party": "a party, as recounted here",
    "lower_court": "the court below, as recounted here",
    "separate_opinion": "a separate opinion, as recounted here",
    "non_court": "a body that is no court, as recounted here",
}
SCOPE_WORDS: Final[dict[Scope, str]] = {
    "full": "",
    "to_the_extent": "to the extent stated",
    "in_part": "in part",
    "on_other_grounds": "on other grounds",
    "language": "language only",
}
BASIS_WORDS: Final[dict[Basis | None, str]] = {
    "express": "express words",
    "implied": "implied",
    "reported": "reported",
    "signal": "by signal only",
    None: "citation alone",
}
_SHORT_ACTOR: Final[dict[Actor, str]] = {"this_separate": "separate opinion", "party": "party", "lower_court": "court below",
                                         "separate_opinion": "separate opinion", "non_court": "no court",
                                         "third_court": "another court"}  # fmt: skip


def treatment_words(treatment: TreatmentLabel | None) -> str:
    """A treatment as a reader says it.

    >>> treatment_words("declines_to_follow"), treatment_words("superseded"), treatment_words(None)
    ('declines to follow', 'supersedes', 'cited, not classified')
    """
    if treatment is None:
        return NOT_CLASSIFIED
    return "supersedes" if treatment == "superseded" else treatment.replace("_", " ")


def act_words(act: Act) -> str:
    """A treatment with how far it goes: ``overrules to the extent stated``."""
    return " ".join(words for words in (treatment_words(act.treatment), SCOPE_WORDS[act.scope]) if words)


def edge_words(act: Act) -> str:
    """What stands on the edge: the treatment, with who says it where that is not a court itself."""
    words = act_words(act)
    if act.own or act.treatment is None:
        return words
    who = (
        PART_WORDS[act.evidence.part]
        if act.actor == "this_separate" and act.evidence.part
        else _SHORT_ACTOR.get(act.actor)
    )
    return f"{who}: {words}" if who else words


def who_words(act: Act) -> str:
    """Who acts: ``the Tenth Circuit (another court, as recounted here)``."""
    words = ACTOR_WORDS[act.actor]
    return f"{act.actor_name} ({words})" if act.actor_name else words


def part_words(part: PartKind | None, author: str | None) -> str:
    """Part and author: ``dissent (Reinhardt)``."""
    words = PART_WORDS[part] if part else "part not known"
    return f"{words} ({author})" if author else words


def where_words(page: str | None, footnote: str | None) -> str:
    """Page and note: ``1513 n.1``."""
    return " ".join(words for words in (page, f"n.{footnote}" if footnote else None) if words)


def line_of(act: Act) -> Line:
    """The line of an edge whose leading act this is."""
    return LINE_OF[act.treatment] if act.own or act.treatment is None else NOT_OWN
