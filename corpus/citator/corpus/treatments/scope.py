"""How far a treatment goes, and the words that bound it."""

from __future__ import annotations

import re

from citator.corpus.model import NEGATIVE, Scope, Span, TreatmentLabel
from citator.corpus.treatments.passages import Passage

EXTENT = re.compile(
    r"\b(?:to (?:the|that|this) (?:extent|degree)|insofar|in so far|so far as|as far as|only (?:insofar|in so far)|to whatever extent|to such extent)\b[^;]*?(?=,? (?:we |it is|they are|is |are |that (?:case|decision)|such|\w+ (?:is|are) (?:\w+ )?(?:overruled|disapproved))|[;.]|,(?= \ue000)|$)",
    re.IGNORECASE,
)
PART_OF = re.compile(
    r"\b(?:so much of|that (?:part|portion|aspect) of|th(?:is|e) \w+ (?:part|portion|aspect) of|(?:what is left|the (?:remainder|rest|remnants?)) of|pro tanto|any (?:statements?|language|dicta|implication|suggestion|holding|intimation|contrary \w+)|(?<!on )the (?:portion|part)s? of|in part|on th(?:is|at) (?:point|issue|score|ground|question)|in this (?:respect|regard)|this aspect of|in (?:these|those) respects?)\b[^;,.]*",
    re.IGNORECASE,
)
OTHER_GROUNDS = re.compile(
    r"\bon other grounds?\b|\bfor other reasons\b|\bon (?:different|unrelated) grounds?\b", re.IGNORECASE
)
PROPOSITION = re.compile(
    r"\b(?:h(?:old(?:s|ing)?|eld)|proposition|rule|suggest(?:s|ed|ing)|stat(?:es|ed|ing)|conclud(?:es|ed|ing)|assum(?:es|ed|ing)"
    r"|requir(?:es|ed|ing)|permit(?:s|ted)|impl(?:y|ies|ied)) that (?P<words>[^;]{15,}?)(?=;|,? (?:we|it is|is|are) (?:now |hereby |expressly )?"
    r"(?:overrul|disapprov|disavow|reject|abandon)|\.?\W*$)",
    re.IGNORECASE,
)
LANGUAGE = re.compile(
    r"\b(?:language|dict(?:a|um)|statements?|wording|discussion|intimations?|suggestions?|implications?|phrases?|words|remarks?|observations?)\b",
    re.IGNORECASE,
)


TURNS_OFF = re.compile(r", (?:but (?!only\b)|and (?:\w+ly )?\w+ed\b)", re.IGNORECASE)
PARTLY = re.compile(r"\bpartial(?:ly)? (?:\w+ly )?$", re.IGNORECASE)
PARTYS = re.compile(
    r"\b(?:contrary to|despite|notwithstanding|as to)? ?(?:(?:appell\w+|petitioners?|respondents?|plaintiffs?|defendants?|government|state|dissent|majority)(?:'s|s'|')|his|her|their) (?:[\w-]+ )?(?:suggestions?|observations?|discussion|statements?|remarks?|implications?)",
    re.IGNORECASE,
)
"""What somebody else says is no language of the case."""


def scope(passage: Passage, start: int, end: int, label: TreatmentLabel = "overrules") -> tuple[Scope, Span | None]:
    """The scope of the act told at ``start:end`` of the passage, and the span of its bounding words."""
    words = passage.masked
    if label not in NEGATIVE and label != "affirms":
        return _beside(passage, start, end)
    m = OTHER_GROUNDS.search(words, start)
    if m and m.start() - end < 60:
        return "on_other_grounds", _span(passage, m)
    m = EXTENT.search(words)
    if m and not m.start() < start <= end <= m.end():  # what is bounded stands outside the words that bound it
        return "to_the_extent", _span(passage, m)
    if m := PARTLY.search(words, 0, start):
        return "in_part", _span(passage, m)
    turn = TURNS_OFF.search(words, end, end + 120)
    m = PART_OF.search(words, max(0, start - 60), turn.start() if turn else min(len(words), end + 120))
    if m:
        return ("language" if LANGUAGE.search(m[0]) else "in_part"), _span(passage, m)
    words = PARTYS.sub(lambda m: " " * len(m[0]), words)
    if LANGUAGE.search(words, max(0, start - 60), min(len(words), end + 40, turn.start() if turn else end + 40)):
        return "language", None
    return "full", None


def _beside(passage: Passage, start: int, end: int) -> tuple[Scope, Span | None]:
    """The scope of an act that takes nothing away: what bounds it stands beside it, and all else bounds what the case held."""
    words = passage.masked
    at = end + len(words[end:]) - len(words[end:].lstrip(" ,"))
    if m := OTHER_GROUNDS.match(words, at):
        return "on_other_grounds", _span(passage, m)
    if m := EXTENT.match(words, at):
        return "to_the_extent", _span(passage, m)
    if m := PART_OF.match(words, at) or PART_OF.search(words, start, end):
        return ("language" if LANGUAGE.search(m[0]) else "in_part"), _span(passage, m)
    return ("language" if LANGUAGE.search(words, start, end) else "full"), None


def proposition(passage: Passage, at: int) -> Span | None:
    """The words that state the point of law concerned: what the case is said to hold, nearest to ``at``."""
    found = list(PROPOSITION.finditer(passage.masked))
    if not found:
        return None
    m = min(found, key=lambda m: abs(m.start() - at))
    return passage.span_of(*m.span("words"))


def _span(passage: Passage, m: re.Match[str]) -> Span:
    return passage.span_of(m.start(), m.start() + len(m[0].rstrip(" ,")))
