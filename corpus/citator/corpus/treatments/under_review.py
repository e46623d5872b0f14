"""An opinion's citations → the decisions of the case at hand that it reviews: of the courts below, of an agency.

They are told by a citation of the same parties in a court or agency that the court at hand reviews or, where
a court's style gives the decisions of the case at hand without a name (*The Court of Appeals affirmed.
12 F. 3d 345 (CA9 1993)*), by such a citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citator.corpus.citations.short_names import same_parties, share_a_party
from citator.corpus.model import Citation, Decision
from citator.corpus.treatments import history
from citator.corpus.treatments.scene import HIGHEST, Scene

LEADING = frozenset({"lead", "plurality", "per_curiam"})
APPELLATE, TRIAL, AGENCY = 1, 2, 3
"""Ranks of those whose decisions are reviewed, the highest first."""
AGENCIES = re.compile(
    r"\b(?:board|commission(?:er)?|agency|department|dep't|secretary|administrat(?:or|ion)|bureau|authority|service|attorney general"
    r"|nlrb|n\.l\.r\.b|ferc|fcc|ftc|icc|sec|epa|ins|faa|msha|osha|osh|bia)\b",
    re.IGNORECASE,
)
_AGENCY_REPORTS = re.compile(
    r"\d+ (?:N\.L\.R\.B|NLRB|FERC|F\.P\.C|FPC|F\.C\.C|FCC|F\.T\.C|I\.C\.C|I\. & N\. Dec|S\.E\.C|SEC|C\.A\.B|M\.S\.P|F\.L\.R\.A|OSHC|BNA OSHC|Agric\. Dec|I\.B\.L\.A)\b"
    r"|Comm\. Fut\. L\. Rep"
)
_TOLD = re.compile(r"(?i:\b(?:courts?|circuit|panel|tribunal|judge|board|commission)\b)|\b[A-Z]{3,4}\b")
_DECIDED = re.compile(
    r"\b(?:court|circuit|appeals|division|panel|judge|board|commission)\b[^;]{0,250}?\b(?:affirm|revers|vacat|dismiss|den(?:y|ied)|grant|sustain|uph[eo]ld"
    r"|overrul|h[eo]ld|found|conclud|agree|refus|rul(?:ed|ing)|reject|decision|judgment|decree|opinion|enter|order|construed|declar)",
    re.IGNORECASE,
)
_DECIDES = re.compile(r"[^.;]{0,40}\bthe (?:board|commission|agency|secretary|department)\b", re.IGNORECASE)
_TRIAL_TOLD = re.compile(
    r"\b(?:district|trial|bankruptcy|superior) (?:court|judge)(?:'s|’s)?(?: (?:opinion|decision|order|judgment|ruling))?,?\W{0,3}(?:[^;.]{0,160}\.\s+)?$",
    re.IGNORECASE,
)
_INFERIOR = re.compile(r"\b(?:administrative law judge|ALJ|hearing examiner|bankruptcy (?:court|judge)|magistrate)\b")
_INITIAL = re.compile(r"\d+ FERC ¶ 63,")  # where FERC prints what its judges decided
_SERIES = re.compile(r"^(?:Opinion |Order )?Nos?\. [\w.-]+, (?=[A-Z])")
_CIRCUIT = re.compile(r"ca(?:\d+|dc|fc)")
_OF_APPEALS = frozenset({"md", "ny"})  # whose highest courts went by that name
_QUOTED = re.compile(r"[\"”]\s*$")
_DOCKET = re.compile(r"\bNos?\. ?(?P<number>\d[\d–-]*)", re.IGNORECASE)
_VERSUS = re.compile(r"\bvs?\. ")
_PARTY_ENDS = re.compile(r"[;|_\d]|\b(?:nos?|docket|circuit|court|term|together with)\b[.\s]*", re.IGNORECASE)
_REVIEW = re.compile(
    r"\bpetitions?\W+(?:\w+\W+){0,6}?(?:for|to) review\b|\bpetitions? for review\b|\benforcement of (?:an|its|the) order\b",
    re.IGNORECASE,
)
_BEFORE, _BEFORE_A_QUOTATION = 800, 3000
"""How far before a citation, in characters, the court below is spoken of."""
_LAST = 4
"""Years between a decision and its review, at most."""
_DATED = 1940
"""Since when the Supreme Court gives the years of decisions."""
_CAPTION = 3000
"""Characters that a caption takes, at most."""


@dataclass(frozen=True, slots=True)
class Below:
    """A decision under review, where it is first cited in full; ``docket``: the number of its case, of several."""

    citation: Citation
    rank: int
    docket: str | None = None
    alone: bool = False  # cited in a note that is nothing else
    inferior: bool = False  # of a judge of the agency, which the agency itself reviewed


def decisions(scene: Scene) -> list[Below]:
    """Each decision in the case at hand of a court or agency that the court at hand reviews."""
    decision = scene.opinion.decision
    seen: set[str | None] = {decision.citation, *decision.other_citations}
    captions = list(_captions(scene))
    found = []
    for citation in _citations(scene):
        if citation.authority in seen or not _reviewable(scene, citation):
            continue
        if _of_this_case(scene, citation, captions) and not _anothers(scene, citation, captions):
            seen.add(citation.authority)
            rank, docket, alone = _rank(citation), _docket(scene, citation), _stands_alone(scene, citation)
            found.append(Below(citation, rank, docket, alone, _inferior(scene, citation)))
    return found


def date(scene: Scene, below: Below) -> tuple[int, int]:
    """What tells the later of two decisions: the year and, in one set of reports, the volume."""
    volume = re.match(r"\d+", below.citation.cite or "")
    return scene.year(below.citation.authority) or 0, int(volume[0]) if volume and below.rank == AGENCY else 0


def last(scene: Scene, these: Sequence[Below]) -> Below | None:
    """The last of several decisions in one case; ``None`` where that cannot be told."""
    dates = [date(scene, below) for below in these]
    latest = [below for below, when in zip(these, dates, strict=True) if when == max(dates)]
    return latest[0] if len(latest) == 1 else None


def _citations(scene: Scene) -> Iterator[Citation]:
    """Full citations in the court's own opinion, if there, that may be of a decision of the case at hand."""
    led = any(part.kind in LEADING for part in scene.opinion.parts)
    heads = {citation.history_of for citation in scene.citations}
    for citation in scene.citations:
        if citation.kind not in ("full_case", "docket") or citation.parallel_of is not None:
            continue
        part = scene.opinion.part_at(citation.start)
        if citation.within is not None or citation.depth or citation.signal not in (None, "see"):
            continue
        if led and part is not None and part.kind not in LEADING and part.kind != "syllabus":
            continue
        chained = citation.history_of is not None or citation.start in heads
        if chained and citation.year is None and (scene.opinion.decision.year or 0) > _DATED:
            continue  # the last link of a chain alone has a year
        yield citation


def bare(name: str) -> str:
    """The name of a case without the number that an agency's opinions go by.

    >>> bare("Opinion No. 331-A, Hale Pipeline Co.")
    'Hale Pipeline Co.'
    """
    return _SERIES.sub("", name)


def _captions(scene: Scene) -> Iterator[str]:
    """The names of the case or cases at hand, as far as the text says above the opinion."""
    decision, opinion = scene.opinion.decision, scene.opinion
    if decision.name is not None:
        yield decision.name
    end = opinion.parts[0].start if opinion.parts else 0
    words = " ".join(opinion.text[: min(end, _CAPTION)].split())
    for m in _VERSUS.finditer(words):
        left = _PARTY_ENDS.split(words[max(0, m.start() - 160) : m.start()])[-1]
        one, other = left.strip(" ,.").rsplit(". ", 1)[-1], _PARTY_ENDS.split(words[m.end() : m.end() + 80])[0]
        if one and other.strip(" ,."):
            yield f"{one.strip(' ,.')} v. {other.split(',')[0].strip(' ,.')}"


def _anothers(scene: Scene, citation: Citation, captions: Sequence[str]) -> bool:
    """Whether a decision cited without a name is elsewhere cited by that of another case."""
    if citation.name is not None or not captions:
        return False
    return any(
        named.authority == citation.authority
        and named.name is not None
        and named.kind == "full_case"
        and not any(same_parties(name, bare(named.name)) for name in captions)
        for named in scene.citations
    )


def _reviewable(scene: Scene, citation: Citation) -> bool:
    """Whether the court at hand may review a decision: it is of another court, no higher one, and not too old."""
    decision: Decision = scene.opinion.decision
    ours, its = decision.court, citation.court
    if its == "scotus" or (its is not None and its == ours):
        return False
    if decision.year is not None and citation.year is not None and not 0 <= decision.year - citation.year <= _LAST:
        return False
    if ours == "scotus":
        return True
    if ours is None:
        return its is not None and "app" in its
    if HIGHEST.fullmatch(ours):
        return its is not None and its.startswith(ours)
    if _CIRCUIT.fullmatch(ours) is None:
        return False
    rank = _rank(citation)
    return rank == TRIAL or (rank == AGENCY and _reviews_an_agency(scene))


def _reviews_an_agency(scene: Scene) -> bool:
    name = scene.opinion.decision.name or ""
    return AGENCIES.search(name) is not None or _REVIEW.search(scene.opinion.text, 0, 2 * _CAPTION) is not None


def _of_this_case(scene: Scene, citation: Citation, captions: list[str]) -> bool:
    """Its name or the want of one tells so, and a court is spoken of before it."""
    decision, text, start = scene.opinion.decision, scene.opinion.text, min(citation.full.start, citation.start)
    left = text[max(0, start - _BEFORE) : start]
    if _QUOTED.search(left):
        left = text[max(0, start - _BEFORE_A_QUOTATION) : start]
    if citation.name is not None:
        agency, name = _rank(citation) == AGENCY, bare(citation.name)
        after = text[citation.full.end : citation.full.end + 120]
        if not _TOLD.search(left) or (agency and not _decided_just_before(left[-350:]) and not _DECIDES.match(after)):
            return False
        if any(same_parties(ours, name) for ours in captions):
            return True
        sides = [side for side in _VERSUS.split(decision.name or "") if not AGENCIES.search(side)]
        shared = any(share_a_party(side, name) for side in sides)
        return shared and (agency or (decision.court == "scotus" and _decided_just_before(left[-350:])))
    if decision.court == "scotus":
        head = scene.by_start.get(citation.history_of) if citation.history_of is not None else None
        dated = citation.year is not None or _decided_just_before(left)
        told = bool(_TOLD.search(left)) and dated
        return (head is None or head.name is None) and (told or _stands_alone(scene, citation))
    return _rank(citation) == TRIAL and citation.history_of is None and bool(_TRIAL_TOLD.search(left))


def _stands_alone(scene: Scene, citation: Citation) -> bool:
    """A note that is nothing but the citation; the sentence with its mark tells of the decision."""
    around = scene.opinion.footnote_at(citation.start) or scene.opinion.paragraph_at(citation.start)
    if around is None:
        return False
    rest = scene.opinion.text[around.start : citation.start] + scene.opinion.text[citation.full.end : around.end]
    return not rest.strip(" \n[]().*0123456789")


def _decided_just_before(left: str) -> bool:
    return ";" not in left[-30:] and _DECIDED.search(left) is not None


def _rank(citation: Citation) -> int:
    """Of a court of appeals, of a trial court, of an agency; the first where that is not told."""
    cite, court = citation.cite or "", citation.court or ""
    if _AGENCY_REPORTS.match(cite):
        return AGENCY
    appellate = _CIRCUIT.fullmatch(court) or HIGHEST.fullmatch(court) or court in _OF_APPEALS or "app" in court
    return TRIAL if history.TRIALS.match(cite) or (court and not appellate) else APPELLATE


def _inferior(scene: Scene, citation: Citation) -> bool:
    """A judge whose decisions the agency or court below reviews is the last one spoken of before."""
    if _INITIAL.match(citation.cite or ""):
        return True
    start = min(citation.full.start, citation.start)
    left = scene.opinion.text[max(0, start - 300) : start]
    told = [m.start() for m in _INFERIOR.finditer(left)]
    others = [m.start() for m in re.finditer(r"\b(?:[Tt]he (?:Commission|Board|BIA)|[Dd]istrict [Cc]ourt)\b", left)]
    return bool(told) and (not others or max(told) > max(others))


def _docket(scene: Scene, citation: Citation) -> str | None:
    """The number of the case, of several heard together, that the paragraph last named before a citation."""
    start = min(citation.full.start, citation.start)
    paragraph = scene.opinion.paragraph_at(start)
    floor = max(paragraph.start if paragraph else 0, start - _BEFORE_A_QUOTATION)
    numbers = [m["number"] for m in _DOCKET.finditer(scene.opinion.text, floor, start)]
    return numbers[-1] if numbers else None
