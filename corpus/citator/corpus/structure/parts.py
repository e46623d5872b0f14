"""Lines → the opinions of a decision, each with its author, and the separate opinions that are only announced."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from citator.corpus.model import Footnote, Part, PartKind
from citator.corpus.structure.bylines import Byline, parse, surname
from citator.corpus.structure.lines import Layout, Line
from citator.corpus.structure.openings import Opening, find_openings
from citator.corpus.structure.pages import Sheets

_OPINION_HEADING = re.compile(
    r"^(?:MEMORANDUM |PUBLISHED |UNPUBLISHED |LEAD |SLIP )*(?:OPINION|O P I N I O N|MEMORANDUM|DECISION|ORDER)"
    r"(?: (?:AND|&) (?:ORDER|JUDGMENT|DECISION|MEMORANDUM|OPINION))?(?: OF THE COURT)?\.?$|^(?:Lead )?Opinion(?: and Order)?$|^Memorandum Opinion$"
)
_ANNOUNCED = re.compile(
    r"(?i:(?P<what>(?:partial |separate )?(?:dissent|concurrence)(?: and partial (?:dissent|concurrence))?|(?:opinion |statement )?(?:concurring|dissenting)[a-z ]*?(?: opinion)?(?: filed)?)"
    r" (?:filed )?(?:by|of|from)) (?i:(?:chief |circuit |senior |district |associate |presiding )*(?:judge|justice)) (?P<name>[A-Z][\w’'-]+(?:(?: [A-Z]\.)* [A-Z][\w’'-]+){0,3})"
)
_FILES = re.compile(
    r"(?P<name>[A-Z][\w’'-]+), (?:C\. ?|P\. ?)?J\., (?:filed an? |with |concurs? (?:by|with) |dissents? (?:by|with) )?"
    r"(?P<what>(?:separate )?(?:opinion )?(?:concurring|dissenting|concurs|dissents)[a-z ]*)"
)
_I_DISSENT = re.compile(
    r"\bI (?:[a-z]+ )?dissent\b|\bunable to (?:agree|concur) with the|\bI am of (?:the )?opinion that the judgment (?:[^.]{0,60}) (?:ought|should)"
)
_I_CONCUR = re.compile(r"\bI (?:[a-z]+ )?concur\b|\bI agree with the (?:Court|majority)|\bjoin the (?:Court|opinion)")
_REVISION_NOTICE = re.compile(r"^NOTICE: This opinion is subject")
_CAPTION = re.compile(
    r"^\W*(?:v\.|vs\.|versus)\W*$|\b(?:Appell(?:ant|ee)|Petitioner|Respondent|Plaintiff|Defendant)s?\b[.,]? *$|\bNos?\. ?\d|^ *(?:IN THE )?(?:UNITED STATES|SUPREME|COURT OF|DISTRICT) .*COURT"
    r"|\bv\. .{3,80}, \d+ [A-Z]",
    re.M | re.I,
)
_COUNSEL = re.compile(
    r"\b(?:for (?:the )?(?:plaintiff|defendant|appell|petitioner|respondent|state|united states|intervenor|amic)|on (?:the )?briefs?|attorneys?|counsel|argued the cause|pro se|esq\b)",
    re.I,
)
# Small capitals, as a page loses them: the large initial stands on a line above "OE     J., dissenting".
_SMALL_CAPITALS = re.compile(r"(?P<name>[A-Z’']{2,}),?\s+(?P<rest>(?:C\. ?)?J\., (?:dissent|concurr)ing.*)")
_BESIDE_CAPTION = re.compile(
    r"\bOPINION[*\d]? BY *\n(?:[^\n]*? {3,})?(?:(?:CHIEF|SENIOR) )?(?:JUDGE|JUSTICE) (?P<name>[A-Z][A-Z .,’'-]+?) *$",
    re.M,
)
_SIGNED = re.compile(
    r"^ *(?:Hon\. )?(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w.’'-]*){1,3}),? *(?:\n *|(?<=,) )"
    r"(?:(?:United States|U\. ?S\.) )?(?i:(?:chief |senior )?(?:district|magistrate|bankruptcy)) (?i:judge)\b"
    r"|^ *(?P<justice>[A-Z][\w’'-]*(?: [A-Z][\w.’'-]*){1,3})(?:, (?:Jr|Sr|I{2,3}|IV)\.?)?\s*\n\s*(?:Chief )?Justice(?: \(Retired\))?$",
    re.M,
)
_LAST_WORDS = re.compile(
    r"(?:^|[.,;]\s+)I,? (?:(?:must|therefore|respectfully|accordingly),? )*(?P<vote>dissent|concur)(?: in the (?:judgment|result))?\.\s*\Z",
    re.M,
)
_SYLLABUS = re.compile(r"^(?:Syllabus|SYLLABUS)$")


@dataclass(frozen=True, slots=True)
class Divided:
    parts: tuple[Part, ...]
    announced: tuple[tuple[PartKind, str], ...]  # separate opinions the text names and lacks


def divide(text: str, layout: Layout, sheets: Sheets) -> Divided:
    """The parts of ``text``. A text with no byline is one part, by nobody."""
    lines = layout.lines
    found = find_openings(text, layout, sheets)
    openings = [opening for opening in found if not opening.lineup]
    said = next((opening for opening in found if opening.lineup and opening.kind == "lead"), None)
    if said is not None and not any(o.kind in (None, "lead", "per_curiam", "plurality") for o in openings):
        openings = sorted([replace(said, lineup=False), *openings], key=lambda opening: opening.start)
    announced = _announced(text, lines, openings)
    parts = _parts(text, layout, sheets, openings)
    present = {(part.kind, part.author) for part in parts} | {part.author for part in parts}
    absent = tuple((kind, name) for kind, name in announced if kind != "lead" and name not in present)
    return Divided(parts, absent)


def with_notes_apart(
    text: str, parts: tuple[Part, ...], notes: Sequence[Footnote], sheet_starts: Sequence[int]
) -> tuple[Part, ...]:
    """Where an earlier part's notes are printed at the end of another, a part of their own, told as that part's.

    A note at the foot of the page on which the other begins is followed by its next page.
    """
    last = parts[-1] if parts else None
    tail = [note for note in notes if last is not None and note.start >= last.start and note.part != last.id]
    if last is None or not tail or any(tail[-1].end < top < last.end for top in sheet_starts):
        return parts
    start = text.rfind("\n", 0, tail[0].start - 1)
    while start > last.start and not text[text.rfind("\n", 0, start) + 1 : start].strip():
        start = text.rfind("\n", 0, start)
    own = [note for note in notes if note.part == last.id and note.start > tail[0].start]
    owner = next((part for part in parts if part.id == tail[0].part), None)
    if owner is None or own or start <= last.start or any(note.ref is not None and note.ref > start for note in notes):
        return parts
    begin = start + 1
    return (*parts[:-1], replace(last, end=begin), Part(f"{owner.id}-notes", owner.kind, owner.author, begin, last.end))


def _announced(text: str, lines: tuple[Line, ...], openings: list[Opening]) -> list[tuple[PartKind, str]]:
    """Separate opinions named in the head matter."""
    head_end = openings[0].start if openings else (lines[min(len(lines), 40) - 1].end if lines else 0)
    head = " ".join(text[: min(head_end, 8_000)].split())
    found: list[tuple[PartKind, str]] = []
    for pattern in (_ANNOUNCED, _FILES):
        for match in pattern.finditer(head):
            what = match["what"].lower()
            if pattern is _FILES and "opinion" not in match.group() and "filed" not in match.group():
                continue
            kind: PartKind = "dissent" if "dissent" in what else "concurrence"
            entry = (kind, surname(match["name"]))
            if entry not in found:
                found.append(entry)
    return found


def _parts(text: str, layout: Layout, sheets: Sheets, openings: list[Opening]) -> tuple[Part, ...]:
    lines = layout.lines
    chosen = _choose(text, openings)
    if not chosen:
        start = _body_start(text, layout)
        kind, author = _from_running_heads(text, lines, sheets)
        author = author or _beside_caption(text, start) or _signature(text)
        chosen = [Opening(start, start, kind or _closing_vote(text) or "lead", author)]
    elif chosen[0].kind in ("dissent", "concurrence", "concurrence_in_part") and _much_before(
        text, layout, chosen[0].start
    ):
        start = _body_start(text, layout)
        chosen.insert(0, Opening(start, start, "lead", None))
    ends = [opening.start for opening in chosen[1:]] + [lines[-1].end if lines else 0]
    ids: Counter[str] = Counter()
    parts: list[Part] = []
    for opening, end in zip(chosen, ends, strict=True):
        kind = opening.kind or "lead"
        if kind == "other":
            kind = _kind_in_words(text, opening.start, end)
        name = "lead" if kind in ("lead", "plurality", "per_curiam") else kind
        ids[name] += 1
        part_id = name if ids[name] == 1 else f"{name}-{ids[name]}"
        parts.append(Part(part_id, kind, opening.author, opening.start, max(end, opening.start)))
    return (*_syllabus(text, lines, parts), *parts)


def _syllabus(text: str, lines: tuple[Line, ...], parts: list[Part]) -> list[Part]:
    """The reporter's summary before the opinions, under its own heading."""
    first = parts[0].start
    heads = [line.start for line in lines[:60] if line.start < first and _SYLLABUS.match(line.of(text))]
    if not heads:
        return []
    end = next(
        (line.start for line in lines if heads[0] < line.start < first and _REVISION_NOTICE.match(line.of(text))),
        first,
    )
    return [Part("syllabus", "syllabus", None, heads[0], end)]


def _choose(text: str, openings: list[Opening]) -> list[Opening]:
    """The openings that begin a part: a heading and the byline under it are one; a bare name later on is a signature."""
    chosen: list[Opening] = []
    for opening in openings:
        if chosen and opening.start - chosen[-1].end < 60 and not text[chosen[-1].end : opening.start].strip(" \n.:*"):
            last = chosen[-1]
            if last.author is None or opening.author is None:
                kind = opening.kind if last.kind in (None, "lead") and opening.kind else last.kind
                chosen[-1] = Opening(last.start, opening.end, kind or opening.kind, last.author or opening.author)
                continue
        if opening.kind is None:
            if chosen and _speaks_apart(text, opening, chosen):
                chosen.append(replace(opening, kind="other"))
                continue
            if chosen:
                last = chosen[-1]
                if (
                    last.author is None
                    and opening.author
                    and opening.start - last.end < 600
                    and last.kind != "per_curiam"
                ):
                    chosen[-1] = Opening(last.start, opening.end, last.kind, opening.author)
                continue
            opening = Opening(opening.start, opening.end, "lead", opening.author)
        elif opening.kind in ("lead", "per_curiam", "plurality") and any(
            o.kind in ("lead", "per_curiam", "plurality") for o in chosen
        ):
            if chosen[-1].author is None and chosen[-1].kind == "lead":
                chosen[-1] = Opening(chosen[-1].start, chosen[-1].end, opening.kind, opening.author)
            continue
        chosen.append(opening)
    return chosen


def _speaks_apart(text: str, opening: Opening, chosen: list[Opening]) -> bool:
    """``MR. JUSTICE HOLMES.`` on a line of its own, when others have spoken: how old reports open a separate opinion."""
    line = text[opening.start : opening.end].lstrip("*0123456789[] ").upper()
    known = {other.author for other in chosen}
    return (
        line.startswith(("MR. ", "MR ", "JUSTICE "))
        and opening.author not in known
        and None not in known
        and line.endswith(".")
    )


def _kind_in_words(text: str, start: int, end: int) -> PartKind:
    """The role a separate opinion without a label takes, by its own words."""
    if _I_DISSENT.search(text, start, end):
        return "dissent"
    return "concurrence" if _I_CONCUR.search(text, start, end) else "other"


def _body_start(text: str, layout: Layout) -> int:
    """After the caption: at the heading OPINION if there is one near the top, else at the first prose."""
    lines = layout.lines
    if not lines:
        return 0
    for line in lines[: max(60, len(lines) // 4)]:
        if line.end - line.start < 60 and _OPINION_HEADING.match(line.of(text)):
            return line.start
    if _opens_in_prose(text, layout) or not _CAPTION.search(
        text, lines[0].start, min(lines[0].start + 2500, lines[-1].end)
    ):
        return lines[0].start
    return next((lines[i].start for i in range(min(len(lines), 90)) if _is_prose(text, layout, i)), lines[0].start)


def _opens_in_prose(text: str, layout: Layout) -> bool:
    """An extract without a caption: its very first line is of a sentence."""
    first = layout.lines[0]
    words = first.of(text)
    if layout.wrapped:
        return len(words) > 40 and (words[-1].islower() or words[-1] in ",-") and first.indent < 8
    return len(words) > 160 and words[-1] in '.”"' and not _COUNSEL.search(words)


def _is_prose(text: str, layout: Layout, i: int) -> bool:
    """A long paragraph, or three full lines that run on from one to the next; counsel are no prose."""
    lines = layout.lines
    line = lines[i]
    if not layout.wrapped:
        return line.end - line.start > 200 and not _COUNSEL.search(text, line.start, line.end)
    run = lines[i : i + 4]
    if len(run) < 4 or any(each.end - each.start < 45 for each in run[:3]):
        return False
    joined = text[line.start : run[-1].end]
    return sum(
        each.of(text)[-1].islower() or each.of(text)[-1] in ",-" for each in run[:3]
    ) >= 2 and not _COUNSEL.search(joined)


def _much_before(text: str, layout: Layout, start: int) -> bool:
    return start - _body_start(text, layout) > 2500


def _from_running_heads(text: str, lines: tuple[Line, ...], sheets: Sheets) -> tuple[PartKind | None, str | None]:
    heads: Counter[tuple[PartKind, str | None]] = Counter()
    for i in sheets.furniture:
        words = _with_initial(text, lines, i, sheets)
        byline: Byline | None = parse(words.removeprefix("Opinion of "))
        if byline is None or byline.author is None:
            continue
        if byline.kind in ("dissent", "concurrence", "concurrence_in_part"):
            heads[byline.kind, byline.author] += 1
        elif words.startswith("Opinion of "):
            heads[_kind_in_words(text, lines[0].start, lines[-1].end), byline.author] += 1
    return heads.most_common(1)[0][0] if heads else (None, None)


def _beside_caption(text: str, start: int) -> str | None:
    """The author named in the second column of the caption: ``OPINION BY`` above ``JUDGE JANE R. ROE``."""
    beside = _BESIDE_CAPTION.search(text, 0, max(start, 2000))
    return surname(beside["name"]) if beside else None


def _signature(text: str) -> str | None:
    """The judge of a trial court, or justice of Texas, whose name and office close the opinion."""
    signed = _SIGNED.search(text, max(0, len(text) - 500))
    return surname(signed["name"] or signed["justice"]) if signed else None


def _closing_vote(text: str) -> PartKind | None:
    """How a judge who spoke in the first person closes: *I respectfully dissent.*"""
    vote = _LAST_WORDS.search(text, max(0, len(text) - 200))
    return None if vote is None else "dissent" if vote["vote"] == "dissent" else "concurrence"


def _with_initial(text: str, lines: tuple[Line, ...], i: int, sheets: Sheets) -> str:
    """The words of a running head, a name in small capitals with its initial."""
    words = lines[i].of(text)
    cut = _SMALL_CAPITALS.fullmatch(words)
    above = [lines[j].of(text) for j in range(max(0, i - 2), i) if j in sheets.furniture]
    initial = next((line for line in above if len(line) == 1 and line.isupper()), "")
    return f"{initial}{cut['name']}, {cut['rest']}" if cut and initial else words
