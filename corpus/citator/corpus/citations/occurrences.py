"""Mentions of the edited text → citations at their places in the opinion, with the authority a full one names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from citator.corpus.citations import groups
from citator.corpus.citations.assembly import Mention
from citator.corpus.model import Citation, CitationKind, Opinion, Span
from citator.corpus.offsets import Edited

# Reporters of one man that are now volumes of the United States Reports: their volumes, and how many came before.
_NOMINATIVE = {
    "Dall.": (4, 0),
    "Cranch": (9, 4),
    "Wheat.": (12, 13),
    "Pet.": (16, 25),
    "How.": (24, 41),
    "Black": (2, 65),
    "Wall.": (23, 67),
}
# Annotations, opinions of attorneys general, rulings: eyecite counts their reports among those of cases.
_NO_CASES = frozenset(
    {"A.L.R.", "A.L.R. Fed.", "Am. Jur.", "C.B.", "I.R.B.", "Op. Att'y Gen.", "Op. O.L.C.", "Ops.Cal.Atty.Gen."}
    | {"Treas. Dec.", "OK AG", "Niles Reg."}
)
_A_CASE = re.compile(r" v\. |^(?:In re|Ex parte|Matter of)\b", re.I)
_HEADING = 1500  # characters; a caption is not longer
_LONGEST_OPINION = 160  # pages; a page so near behind a case's first page can be a page of it


# A docket number behind these words tells whose papers are cited, not a decision.
_PAPERS = re.compile(
    r"\b(?:Oral Arg(?:ument)?|Tape|Transcript|Tr\.|Brief|Br\.|Petition|Pet\.|Motion|Complaint|Affidavit|Record)\b[^.;()\n]*(?:Br\.|Pet\.)?[^.;()\n]*$"
)


def place(
    edited: Edited, opinion: Opinion, mentions: list[Mention], others: Mapping[int, Citation]
) -> Iterator[Citation]:
    """The citations that ``mentions`` are; ``others`` are those of other authorities by where they begin."""
    own = {cite for cite in (opinion.decision.citation, *opinion.decision.other_citations) if cite}
    first_pages: dict[tuple[str, str], list[int]] = {}
    for mention in mentions:
        other = others.get(mention.core.start)
        if other is not None and mention.core.kind == other.kind:
            yield replace(
                other,
                signal=mention.signal,
                within=_within(edited, mention),
                depth=mention.depth,
                string=mention.string,
            )
        else:
            kind = _kind(mention, first_pages)
            running_head = edited.text.endswith("Cite as: ", 0, mention.core.start)
            if running_head or _is_doubtful(mention) or (kind == "docket" and not mention.case_name):
                continue
            citation = _citation(edited, opinion, mention, kind)
            if kind == "docket" and _PAPERS.search(edited.text, max(0, mention.start - 120), mention.start):
                citation = replace(citation, kind="record")
            if kind == "full_case" and _is_heading(opinion, citation, own):
                again = citation.cite in opinion.decision.other_citations  # the same decision, in another reporter
                authority = opinion.decision.citation if again else citation.authority
                citation = replace(citation, kind="self_cite", authority=authority)
            yield citation


def _citation(edited: Edited, opinion: Opinion, mention: Mention, kind: CitationKind) -> Citation:
    core, tail, named = mention.core, mention.tail, mention.name
    span = edited.span(core.start, core.end)
    whole = edited.span(mention.start, max(tail.end, core.end))
    part, note = opinion.part_at(span.start), opinion.footnote_at(span.start)
    full = kind == "full_case"
    pin = tail.pin
    if core.note:
        pin = f"{core.note}, at {pin}" if pin else core.note
    if kind == "short_case" and core.kind == "full_case" and core.cite is not None:
        pin = ", ".join(filter(None, [core.cite.page, pin]))
    return Citation(
        span=span,
        kind=kind,
        full=Span(min(whole.start, span.start), max(whole.end, span.end)),
        cite=_cite(mention, kind),
        name=mention.case_name if kind not in ("id", "other") else None,
        name_span=edited.span(named.start, named.end) if named is not None and named.name else None,
        pin=pin,
        year=mention.year if full or kind == "docket" else None,
        court=mention.court if full or kind == "docket" else None,
        authority=_authority(mention, kind),
        signal=mention.signal,
        parenthetical=edited.span(*tail.explains) if tail.explains else None,
        weights=tail.weights,
        parallel_of=edited.original(mention.head.core.start) if mention.head else None,
        history=mention.history,
        history_of=edited.original(mention.history_of.core.start) if mention.history_of else None,
        part=part.id if part else "",
        footnote=note.number if note else None,
        page=opinion.page_at(span.start),
        within=_within(edited, mention),
        depth=mention.depth,
        string=mention.string,
    )


def _within(edited: Edited, mention: Mention) -> int | None:
    within = mention.within and (mention.within.head or mention.within)
    return edited.original(within.core.start) if within else None


def _kind(mention: Mention, first_pages: dict[tuple[str, str], list[int]]) -> CitationKind:
    """What kind of citation it is; ``first_pages`` remembers full ones by volume and reporter.

    ``261 U. S. 553`` with nothing else is a page of the case that was cited as ``261 U. S. 525``.
    """
    core = mention.core
    if core.kind != "full_case" or core.cite is None or core.cite.volume is None:
        return "full_case" if core.kind == "placeholder" else core.kind
    if groups.family(core) in _NO_CASES and not mention.parallels and " v. " not in (mention.case_name or ""):
        return "other"
    if _is_article(mention):
        return "other"
    pages = first_pages.setdefault((core.cite.volume, core.cite.reporter.replace(" ", "")), [])
    page = int(core.cite.page) if core.cite.page and core.cite.page.isdigit() else 0
    bare = " v. " not in (mention.case_name or "") and mention.year is None and mention.head is None
    bare = bare and mention.history is None and not mention.parallels
    if bare and page not in pages and any(0 < page - first < _LONGEST_OPINION for first in pages):
        return "short_case"
    pages.append(page)
    return "full_case"


def _is_article(mention: Mention) -> bool:
    """Whether it is one of the articles and reports that Federal Rules Decisions print beside the decisions."""
    if groups.family(mention.core) != "F.R.D." or mention.parallels or mention.court or mention.year is None:
        return False
    return not _A_CASE.search(mention.case_name or "")


def _is_doubtful(mention: Mention) -> bool:
    """Whether several reporters of one surname, ``1 Johnson 1``, could be meant and nothing else speaks for a case."""
    cite = mention.core.cite
    if cite is None or len(cite.editions) < 2 or "." in cite.reporter or mention.case_name or mention.head:
        return False
    return len({edition.short_name for edition in cite.editions}) > 1 and cite.edition(mention.year) is None


def _cite(mention: Mention, kind: CitationKind) -> str | None:
    core = mention.core
    if core.cite is None:
        return f"No. {core.words}" if core.words else None
    if kind == "short_case" and core.kind == "full_case":
        return f"{core.cite.volume} {core.cite.name(mention.year)} at {core.cite.page}"
    return core.cite.normal(mention.year)


def _authority(mention: Mention, kind: CitationKind) -> str | None:
    """The first citation of the group of a full one, as the United States Reports count where they have it."""
    core = (mention.head or mention).core
    if kind == "docket":
        return _docket(mention)
    if kind not in ("full_case", "other") or core.kind != "full_case" or core.cite is None:
        return None
    name = core.cite.name(mention.year)
    volumes, before = _NOMINATIVE.get(name, (0, 0))
    if core.cite.volume and core.cite.volume.isdigit() and int(core.cite.volume) <= volumes:
        return f"{int(core.cite.volume) + before} U.S. {core.cite.page}"
    return f"{core.cite.volume} U.S. {core.cite.page}" if name == "U.S." else core.cite.normal(mention.year)


def _docket(mention: Mention) -> str:
    when = " ".join(str(known) for known in (mention.court, mention.year) if known)
    return f"No. {mention.core.words}" + (f" ({when})" if when else "")


def _is_heading(opinion: Opinion, citation: Citation, own: set[str]) -> bool:
    """Whether ``citation`` is the opinion's own: in its caption, or alone on a line near its beginning."""
    text, start, end = opinion.text, citation.start, citation.full.end
    in_caption = bool(opinion.parts) and start < opinion.parts[0].start
    if in_caption and citation.cite in own:
        return True
    line = text[text.rfind("\n", 0, start) + 1 : text.find("\n", end)] if "\n" in text[end : end + 40] else ""
    alone = 0 < len(line.strip()) <= end - start + 12 and not (citation.name or citation.pin or citation.parenthetical)
    return alone and (in_caption or (start < _HEADING and citation.parallel_of is None))
