"""The head of an opinion, and its closing words → name, citations, court, date, docket, bench and disposition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citator.corpus.model import Facts, Footnote, Part
from citator.corpus.structure.court_signs import court_by_signs
from citator.corpus.structure.courts import court_id
from citator.corpus.structure.dates import closing_date, decided_date
from citator.corpus.structure.disposition import disposition_of
from citator.corpus.structure.found import Cell, Found
from citator.corpus.structure.lines import Layout, Line
from citator.corpus.structure.names import case_name
from citator.corpus.structure.pages import Sheets

_HEAD_LINES = 90
_HEAD_CHARACTERS = 9_000
_CELLS = re.compile(r"\s{3,}|\t+| *[)§:|](?=\s{2,})| +[)§:|]+$|^[)§|]+ *")
_BROUGHT_UP = re.compile(
    r"\bappeal(?:s|ed)? (?:\w+ ){0,6}?(?:from|to)\b|\b(?:petitions?|error|certiorari|writs?|review|questions?|certified|application|removal|remand|transfer"
    r"|referred|proceedings?|orders?|judgment|clerk) .{0,60}?\b(?:from|to|of|by|in|for)\b|^\W*(?:from|to|on appeal) |\bjudges?\b|\bjustices?\b"
    r"|\b(?:f\.|u\.s\.)?d\.c\.\s|\bbar of\b|sitting by|rules? of|attorney|, for |\bclerk\b",
    re.I,
)
_DOCKET = re.compile(
    r"(?i:(?<!region )(?<!local )(?<!district )(?<!lodge )\b(?:(?:case|docket|court|record|civil action|civ\. action|cause|crim\.|criminal|civil|c\.a\.|court of appeals case) )?n[o0]s?\.?:? ?|\bcivil action:? )"
    r"(?:(?i:(?:civ|crim|misc|adv|bankr)\.? ?|cr\. ?|c\. ?)(?:A\. ?|No\. ?)?(?=\d[\d:]*-|[A-Z]-))?"
    r"(?P<number>(?:19|20)?\d\d (?:[A-Z]{1,4}|Civ\.?|Cr\.?|Crim\.?) ?\d+[A-Z]?(?: ?\([A-Z]{2,4}\))?|\d{1,3},\d{3}(?:-[A-Z]{1,4})?\b"
    r"|\(?[A-Z]{0,5}[-. ]?\d[\w:.–—-]*(?:,? (?:and|&) (?:No\. )?[\w:.–—-]*\d[\w:.–—-]*|, (?=[\w–—-]*\d{2,}[\w–—-]*(?:,|$| and))[\w:.–—-]+)*)"
)
_BARE_DOCKET = re.compile(r"^(?:No\. )?(?P<number>\d{2}[-–]\d{3,6}(?:-[a-z]{2})?)\b")
_AND_DOCKET = re.compile(
    r"^Nos?\. [\d, ]+(?:and \d+)?[,;] Dockets? (?:Nos?\. )?(?P<number>\d\d-\d{3,5}(?:(?:,| and|, and) \d\d-\d{3,5})*)"
)
_OF_A_PAPER = re.compile(r"^\(Docket (?:Entry )?No\. ?\d{1,3}\)$")  # the motion that is decided
_GEORGIA = re.compile(r"(?P<number>[AS]\d\d[A-Z]\d{4})\.?")
_OF_COURT_BELOW = re.compile(
    r"\bD\.? ?C\.? (?:Docket |Civ\. )?No|U\.?S\.?D\.?C\.? No|trial court|agency no|court below|\blower", re.I
)
_MARK_ALONE = re.compile(r"\d{1,2}|\*{1,3}|†")
_CAPTION_GOES_ON = re.compile(r"vs?\. [A-Z]|[,;]")
_UNFINISHED = re.compile(r"\b(?:Case|Docket|Cause) No\.$")
_DIGITS = re.compile(r"[A-Z]{0,3}\d[\w-]+$")
_ALONE = re.compile(r"Nos?\. (\d\d-\d{3,5})")
_TOKEN = r"(?:[A-Z&][\w.'’&]*|\d(?:d|th|nd|rd)|of|\([Nn]\. ?[Ss]\.\))"
_CITE = re.compile(
    rf"(?P<cite>\d{{1,4}} (?P<reporter>{_TOKEN}(?: {_TOKEN}){{0,7}}),? (?P<page>\d{{1,5}}))(?: ?\((?:[\w. ]{{1,30}} )?(?P<year>1[6-9]\d\d|20\d\d)\))?"
)
# What a reporter's name has, and an address has not.
_REPORTER = re.compile(
    r"[A-Z]\.|\d[dth]|[A-Z]{2}|[ -][A-Z][a-z]+[ -]|[a-z]\. App\.|\b(?:Ala|Ariz|Ark|Atl|Cal|Colo|Conn|Del|Fed|Fla|Ga|Haw|Ill|Ind|Kan|Ky|La|Mass"
    r"|Md|Me|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Or|Pa|Pac|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\. "
)
_NO_VOLUME = re.compile(
    r"\d+ (?:T|C|C\. ?A)\. ?D\. \d+$"
)  # "1 T. D. 40512": the mark of a note, and a decision's number
_CITES_IN_PARENTHESES = re.compile(
    r"^\((?:\d{1,4} [A-Z][\w. ]{1,12} \d{1,5}[;,.] ?)*\d{1,4} [A-Z][\w. ]{1,12} \d{1,5}\.?\)$"
)
_PINNED = re.compile(r", \d+(?:[-–]\d+)?(?:,? n\. ?\d+)?,? ?(?:\(|$)")  # a page within it: another decision, cited
_CITE_LINE = re.compile(rf"^[\[(]?{_CITE.pattern}[\]).,;]*(?:$|[\s;,|].{{0,70}}$)")
_NEUTRAL = re.compile(
    r"^(?P<cite>(?P<year>19\d\d|20\d\d) (?:[A-Z]{2,5}|[A-Z][a-z]+)(?: (?:App|CO|COA|WL|CA))? \(?\d{1,6}\)?(?:-[A-Z]+)?)\.?$"
)
_CITE_AS = re.compile(r"Cite as:\s+(?P<cite>\d+ U\. ?S\. [_\d]+)\s+\((?P<year>\d{4})\)")
# "[Cite as State v. Roe, 2014-Ohio-4019.]", and "as 105 Ohio St.3d 71": how a court wants its decision cited.
_TO_BE_CITED = re.compile(
    rf"^\[Cite as (?:.{{3,150}}?, )?(?:(?P<neutral>(?P<issued>(?:19|20)\d\d)-Ohio-\d+)|{_CITE.pattern})"
)
_PIPED = re.compile(r"\|\s*(?P<court>[^|]{3,40}?)\s*\|\s*(?P<year>1[6-9]\d\d|20\d\d)$")
_EN_BANC = re.compile(
    r"^\W*\(?(?:sitting )?(?:en|in) banc\b|(?:before|present)\b.{0,400}\b(?:en|in) ban[ck]\b|\bcourt (?:sitting )?(?:en|in) ban[ck]\b|, (?:en|in) ban[ck]\b"
    r"|\b(?:on|upon) (?:rehearing|petition for rehearing)(?:,)? (?:en|in) banc\b|\bIn Bank\b|\[En Banc|opinion on rehearing en banc",
    re.I,
)
_CLERK = re.compile(r"clerk", re.I)  # over the names of the courts that the clerk serves, in the stamp of filing
_EN_BANC_ANYWHERE = re.compile(r"[Ee][Nn]\s+[Bb][Aa][Nn][Cc]")
_WE_EN_BANC = re.compile(
    r"\b(?:we|this court|this ca?se)\b[^.]{0,80}\b(?:rehear|review|reheard|hear|heard|took|take|granted|consider|reconsider|voted)[^.]{0,80}\ben banc\b"
    r"|\b(?:this|our) en banc (?:court|panel|decision|proceeding)\b|\bsitting en banc, we\b|\bas an en banc court\b|\bwe, (?:sitting )?en banc\b",
    re.I,
)


def read_head(
    text: str, layout: Layout, sheets: Sheets, parts: Sequence[Part], notes: Sequence[Footnote]
) -> tuple[Facts, dict[str, str]]:
    """What the head (all before the court speaks) and the close of its opinion say, and in which words."""
    lead = next((part for part in parts if part.kind != "syllabus"), None)
    body = lead.start if lead else 0
    lines = [line for line in layout.lines[:_HEAD_LINES] if line.start < min(body, _HEAD_CHARACTERS)]
    lines = lines if layout.wrapped else list(_over_marks(text, lines))
    cells = list(_cells(text, lines))
    basis: dict[str, str] = {}

    def say(field: str, found: Found | None) -> str | None:
        if found is None:
            return None
        basis[field] = found.basis
        return found.value

    cites, cite_year = _citations(text, lines)
    if cites:
        basis["citation"] = "text: head"
    elif cited := _CITE_AS.search(text):
        cites, cite_year = [], cited["year"]
    court = say("court", _court(text, cells, cites))
    below = _under_heading(text, layout, body)
    date = say("date", decided_date(cells) or decided_date(list(_cells(text, below))) or closing_date(text, layout))
    if not (court or date or cite_year):
        cites = []
        basis.pop("citation", None)
    year = int(date[:4]) if date else int(cite_year) if cite_year else None
    if year is not None:
        basis["year"] = "text: date of decision" if date else "text: citation in the head"
    docket = say("docket", _docket(cells))
    running = (layout.lines[i].of(text) for i in sorted(sheets.furniture))
    named = case_name(cells, running) or _title(text, lines)
    name = say("name", Found(*named) if named else None)
    en_banc = _en_banc(text, lines, parts)
    if en_banc:
        basis["en_banc"] = en_banc.basis
    disposition = say("disposition", disposition_of(text, parts, notes))
    facts = Facts(
        name=name,
        citation=cites[0] if cites else None,
        other_citations=tuple(cites[1:]),
        court=court,
        date=date,
        year=year,
        docket=docket,
        en_banc=True if en_banc else None,
        disposition=disposition,
    )
    return facts, basis


def _over_marks(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of the head, made whole where the mark of a note stands between two pieces of a caption."""
    i = 0
    while i < len(lines):
        line = lines[i]
        while i + 2 < len(lines) and _MARK_ALONE.fullmatch(lines[i + 1].of(text)):
            if text[line.end - 1] != "," and not _CAPTION_GOES_ON.match(text, lines[i + 2].start):
                break
            line = line._replace(end=lines[i + 2].end)
            i += 2
        yield line
        i += 1


def _under_heading(text: str, layout: Layout, body: int) -> list[Line]:
    """The short lines under a heading such as OPINION, where an order may give its date."""
    lines = [line for line in layout.lines if body <= line.start < body + 400]
    if not lines or not (lines[0].of(text).isupper() or lines[0].end - lines[0].start < 30):
        return []
    return [line for line in lines[:5] if line.end - line.start < 60]


def _cells(text: str, lines: list[Line]) -> Iterator[Cell]:
    """The head cut at its columns: ``UNITED STATES,      )   No. 44399`` is two cells."""
    for number, line in enumerate(lines):
        at = line.indent
        for piece in _CELLS.split(line.of(text)):
            if piece and piece.strip():
                yield Cell(number, at, " ".join(piece.split()))
            at += len(piece or "") + 3


def _citations(text: str, lines: list[Line]) -> tuple[list[str], str | None]:
    found: list[str] = []
    year: str | None = None
    for line in lines[:25]:
        words = " ".join(line.of(text).split())
        if len(words) > 160:
            continue
        if asked := _TO_BE_CITED.match(words):
            found.append(asked["neutral"] or asked["cite"])
            year = year or asked["issued"] or asked["year"]
            continue
        if _CITES_IN_PARENTHESES.match(words):
            found += [cite["cite"] for cite in _CITE.finditer(words)]
            continue
        match = _NEUTRAL.match(words) or _CITE_LINE.match(words)
        if match is not None and not _PINNED.match(words, match.end("cite")):
            found.append(match["cite"])
            year = year or match["year"]
            if piped := _PIPED.search(words):
                year = year or piped["year"]
        elif line is lines[0] or line is lines[min(1, len(lines) - 1)]:
            cites = list(_CITE.finditer(words))
            if cites and words.endswith(")") and cites[0].start() > 4:
                found += [cite["cite"] for cite in cites if "." in cite["reporter"]]
                year = cites[-1]["year"]
    found = [cite for cite in found if _REPORTER.search(cite) and not _NO_VOLUME.match(cite)]
    return list(dict.fromkeys(found)), year


def _title(text: str, lines: list[Line]) -> tuple[str, str] | None:
    """The name as a citation at the very top has it: ``Roe v. Doe, 512 U.S. 622 (1994)``."""
    words = " ".join(lines[0].of(text).split()) if lines else ""
    cite = _CITE.search(words)
    name = words[: cite.start()].rstrip(" ,") if cite and len(words) < 200 else ""
    return (name, "text: head") if " v. " in name and "." in cite["reporter"] else None  # type: ignore[index]


def _court(text: str, cells: list[Cell], cites: list[str]) -> Found | None:
    for i, cell in enumerate(cells):
        if piped := _PIPED.search(cell.words):
            found = court_id(piped["court"])
            if found:
                return Found(found, f"text: {piped['court']}")
        if (
            not re.search(r"\bcourts?\b|\bboard of tax appeals\b|\bcir(?:cuit|\.)|\bjudicial panel\b", cell.words, re.I)
            or len(cell.words) > 120
        ):
            continue
        before = cells[i - 1].words if i else ""
        if any(_CLERK.fullmatch(cell.words) for cell in cells[max(0, i - 4) : i]):
            continue
        if _BROUGHT_UP.search(cell.words) or re.search(
            r"\b(?:from|to|by|of)(?: the| an)?(?: order of the)?$", before, re.I
        ):
            continue
        following = [other.words for other in cells[i + 1 : i + 3]]
        for tail in ("", " ".join(following[:1]), " ".join(following)):
            name = re.sub(r"^(?:IN THE |In the |THE |The )", "", f"{cell.words} {tail}".strip())
            if (tail or "ourt" in name.lower() or "anel" in name) and (found := court_id(name)):
                return Found(found, f"text: {' '.join(name.split())[:80]}")
    if cites and re.search(r"\bU\. ?S\. \d|\bS\. ?Ct\. \d|\bL\. ?Ed\.", " ".join(cites) + " 0"):
        return Found("scotus", f"text: {cites[0]}")
    if match := _CITE_AS.search(text):
        return Found("scotus", f"text: {match.group()}")
    return court_by_signs([cell.words for cell in cells[:20]])


def _docket(cells: list[Cell]) -> Found | None:
    numbers: list[str] = []
    said = ""
    for i, cell in enumerate(cells):
        words = cell.words
        if len(words) > 200 or _OF_COURT_BELOW.search(words) or _OF_A_PAPER.match(words):
            continue
        if _UNFINISHED.search(words):
            below = (c.words for c in cells[i + 1 : i + 5] if c.line > cell.line and _DIGITS.match(c.words))
            words = f"{words} {next(below, '')}"
        if numbers:  # another case decided with it, under its own number
            again = _ALONE.fullmatch(words)
            if again and re.sub(r"\d", "0", again[1]) == re.sub(r"\d", "0", numbers[0]) and again[1] not in numbers:
                numbers.append(again[1])
            continue
        match = (
            _AND_DOCKET.match(words) or _DOCKET.search(words) or _BARE_DOCKET.match(words) or _GEORGIA.fullmatch(words)
        )
        if match is not None and (match.start() < 40):
            numbers, said = [match["number"].strip("(. ,")], match.group().strip()
    return Found(", ".join(numbers), f"text: {said}") if numbers else None


def _en_banc(text: str, lines: list[Line], parts: Sequence[Part]) -> Found | None:
    for i, line in enumerate(lines):
        words = " ".join(text[line.start : lines[min(i + 4, len(lines) - 1)].end].split())[:500]
        if (match := _EN_BANC.search(words)) and match.start() < len(" ".join(line.of(text).split())) + 300:
            return Found("true", f"text: {match.group()[-60:].strip()}")
    for place in _EN_BANC_ANYWHERE.finditer(text):
        start = max(0, place.start() - 200)
        if match := _WE_EN_BANC.search(text, start, place.end() + 60):
            return Found("true", f"text: {' '.join(match.group().split())[:80]}")
    return None
