"""The record, briefs and filings, newspapers: ``App. 150``, ``Brief for Respondents 30``, ``Compl. ¶ 10``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citator.corpus.citations.authorities.found import Found, positions
from citator.corpus.citations.authorities.titles import start_of_work

_PAGES = r"(?P<pin>\d+[a-z]?(?:[-–]\d+[a-z]?)?(?:,\s\d+(?:[-–]\d+)?(?!\w|\s[A-Z]))*(?:,?\s(?:&|and)?\s?nn?\.\s?\d+)?)"
_APPENDIX = re.compile(rf"(?P<what>App\.|Joint App\.|J\.\s?A\.|Supp\. App\.)\s(?:at\s|pp?\.\s)?{_PAGES}(?!\w)")
_PETITION = re.compile(
    rf"(?P<what>(?:App\.\s(?:[A-Z]\s)?to\s)?(?:Pet\.\sfor\sCert\.|Brief\sin\sOpposition))\s(?:at\s|pp?\.\s)?{_PAGES}(?!\w)"
)
_APPENDED = re.compile(r"App\.\s(?:[A-Z]\s)?to\s\Z")
_ARGUMENT = re.compile(rf"(?P<what>Tr\.\sof\s(?:Oral\s)?Arg\.|Tr\.)\s(?:at\s|pp?\.\s)?{_PAGES}(?!\w)")
_BRIEF = re.compile(
    rf"(?P<what>(?:Brief|Br\.)\s(?:for|of)\s(?:[A-Z][\w’'.&-]*,?\s|et\sal\.\s|as\s|and\s|the\s|of\s|in\s|for\s|Nos?\.\s[\d–-]+,?\s|O\.\s?T\.\s\d{{4}},?\s|v\.\s){{1,14}}?)(?:at\s|pp?\.\s)?(?<!No\.\s)(?<!Nos\.\s)(?!(?:19|20)\d\d,\s){_PAGES}(?!\w|\s[A-Z])"
)
# What parties file and courts keep, cited by page or paragraph: "Pl.’s Mot. at 47", "Compl. ¶ 10", "ECF No. 55, at 4".
_PARTY_WORD = (
    r"(?:(?:Defs?|Pls?|Plfs?|Pet|Resp|Appellants?|Appellees?|Aplt|Aple|Gov|Am|Second|Supp|Opp|Summ|Prelim|Inj|Consol|Exs?|Nos?|J|Hr’g|Hrg|Mem|Mot|Cert|Br)"
    r"\.?[’']?s?|[A-Z][\w’']*)(?:,?\s(?:of|to|in|for|on|the|and|ISO))*"
)
_FILED = (
    r"(?:(?:Mem|Mot|Br|Opp[’']n|Compl|Decl|Dep|Aff|Tr|Trans|Resp|Stmt|Ex|SMF|RP|FAC|SAC|AC|Pet)\b\.?|Reply|Response|Brief|Transcript|Petition|Memorandum|Motion|Letter|Order"
    r"|Deposition|Complaint|Declaration|Affidavit|Stipulation|(?:ECF|Dkt\.|Doc\.|Docket)\sNos?\.\s[\d-]+|R\.,\s[Vv]ol\.\s\w+)"
)
_FILING = re.compile(
    rf"(?<![\w])(?P<what>(?:{_PARTY_WORD}\s){{0,6}}?{_FILED}),?\s(?:at\s|¶+\s?|pp?\.\s)"
    r"(?P<pin>\d+[a-z]?(?:[-–:]\d+)?(?:,\s\d+(?:[-–]\d+)?(?!\w|\s[A-Z]))*)(?!\w)"
)
# An entry of a court's docket, by its number: "ECF No. 12", "[DE 8 at 39]", "(Doc. 11, PageID 186)".
_ENTRY = re.compile(
    r"(?P<what>(?:ECF(?:\sDoc\.)?|Dkt\.|Doc\.|Docket(?:\sEntry)?|D\.E\.|DE|Filing)\s?(?:Nos?\.\s?|\#\s?)?\d{1,4}(?:-\d{1,3})?)(?![\w–-])"
    r"(?:\]?,?\s(?:at\s|¶+\s?|pp?\.\s|pgs?\.\s|PageID\s?\#?)(?P<pin>\d+(?:[-–:]\d+)*))?"
)
_ENTERED = re.compile(r"(?:[(\[;,:—]\s?|\b(?:[Ss]ee|also|and|at|in)\s)\Z")
_OF_AGENCY = re.compile(
    r"\b[A-Z][\w.]*,?\s\Z|\bNos?\.\s[^;()\[]{1,30},\s\Z"
)  # "FCC Docket 12", "No. 365, Docket 85-1329"
# "3 Record 552", "Union Br. 13", "Appellant’s Brief 9"
_VOLUME = re.compile(rf"(?:\d{{1,3}}\s)?(?P<what>Record)\s(?:at\s|pp?\.\s)?{_PAGES}(?!\w|\s[A-Z])")
_BRIEF_PAGE = re.compile(
    r"(?<![\w-])(?P<what>(?:(?:[A-Z][\w’']+|U\.\s?S\.|(?:Pet|Resp|Supp|Am|Defs?|Pls?)\.)\s){1,3}(?:Br\.|Brief))\s(?P<pin>\d+(?:[-–]\d+)?)(?!\w|\s[A-Z])"
)
# Where "App." is a part of what stands before it: "Ga. App. 3", "1st Sess., App. 3", "Subpt. P, App. 3".
_RUNS_ON = re.compile(r"(?:\w|\b[A-Z][\w’']{0,4}\.\s?|\d\s|(?<!e\. g)(?<!e\.g)\.,\s|\b[A-Z],\s)\Z")
_OF_VOLUME = re.compile(r"(?:[.;(”\"]\s|\b(?:[Ss]ee|also)\s)(?P<volume>\d{1,2})\s\Z")  # "2 App. 11"
_WITHIN_WORD = re.compile(r"\w\Z")
_RECORD = (
    (_APPENDIX, ("App. ", "Joint App", "J.A. ", "J. A. "), _RUNS_ON),
    (_ARGUMENT, ("Tr. ",), _RUNS_ON),
    (_ARGUMENT, ("Tr. of",), _WITHIN_WORD),
    (_BRIEF, ("Brief for", "Brief of", "Br. for", "Br. of"), _WITHIN_WORD),
)
_NUMBER_BEFORE = re.compile(r"\d{1,3}\s\Z")
_CITED_HERE = re.compile(r"(?:[.;,(—”\"]\s?|\b(?:[Ss]ee|also|[Cc]f\.)\s|\A)\Z")
_FIRST_PAGE = re.compile(r"[A-Z]?-?\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")  # "(Tex. Crim. App. 2004)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATED = re.compile(
    rf"(?P<paper>[A-Z][\w.’'&–-]*(?:\s(?:and\s|of\s|the\s)?[A-Z&][\w.’'&–-]*){{0,5}}),\s(?P<date>{_MONTH}\s(?:\d{{1,2}},\s)?(?P<year>(?:18|19|20)\d\d)),\s(?:§\s?\w+,\s)?(?P<at>at|pp?\.)\s?(?P<pin>[A-Z]?-?\d+(?:[-–]\d+)?(?:,\s[A-Z]?\d+)*)"
)
_SIGNAL = re.compile(r"(?:(?:See|Cf\.|But|Also|Id\.)\s)+")
_FILED_AND_DATED = re.compile(
    r"\b(?:Order|Memorandum(?:\sof\sDecision)?|Opinion|Motion|Complaint|Petition|Brief|Affidavit|Declaration|Transcript)\Z"
)
_LEADING = re.compile(r"(?:(?:See|The|In|Although|As|But|And|Id\.|Also|From|On|At|Cf\.|Both|Citing)\s)+")


def find(text: str) -> Iterator[Found]:
    """Record, briefs and filings, newspapers and magazines."""
    yield from _record(text)
    yield from _petitions(text)
    yield from _filings(text)
    yield from _entries(text)
    yield from _volumes(text)
    yield from _dated(text)


def _record(text: str) -> Iterator[Found]:
    for pattern, literals, runs_on in _RECORD:
        for at in positions(text, *literals):
            paper = pattern.match(text, at)
            if paper is None or _YEAR.fullmatch(paper["pin"]):
                continue
            volume = _OF_VOLUME.search(text, max(0, at - 12), at) if pattern is _APPENDIX else None
            if volume or not runs_on.search(text, max(0, at - 24), at):
                start = volume.start("volume") if volume else at
                yield _paper(start, paper.end(), paper["what"].strip(" ,"), paper["pin"])


def _petitions(text: str) -> Iterator[Found]:
    for at in positions(text, "Pet. for Cert. ", "Brief in Opposition "):
        if appended := _APPENDED.search(text, max(0, at - 12), at):
            at = appended.start()
        if paper := _PETITION.match(text, at):
            yield _paper(at, paper.end(), paper["what"], paper["pin"])


def _paper(start: int, end: int, what: str, pin: str) -> Found:
    return Found(start, end, "record", f"{what} {pin}", authority=what, pin=pin)


def _filings(text: str) -> Iterator[Found]:
    until = 0
    for at in sorted(positions(text, " at ", "¶")):
        if at < until:
            continue
        filing = _FILING.search(text, max(until, at - 70, text.rfind("\n", 0, at) + 1), at + 24)
        if filing and filing.start("pin") >= at:
            lead = _LEADING.match(filing["what"])
            cut = lead.end() if lead else 0
            until = filing.end()
            yield _paper(filing.start() + cut, until, filing["what"][cut:].strip(" ,"), filing["pin"])


def _entries(text: str) -> Iterator[Found]:
    for at in positions(text, "ECF", "Dkt.", "Doc", "DE ", "D.E.", "Filing "):
        entry = _ENTRY.match(text, at)
        if entry is None or text[at - 1 : at].isalnum():
            continue
        docket = text.startswith("Docket", at)
        if not text.startswith("ECF", at) and not _ENTERED.search(text, max(0, at - 6), at):
            continue
        if not (docket and _OF_AGENCY.search(text, max(0, at - 40), at)):
            what = entry["what"]
            yield Found(
                at, entry.end(), "record", f"{what} {entry['pin'] or ''}".strip(), authority=what, pin=entry["pin"]
            )


def _volumes(text: str) -> Iterator[Found]:
    """Pages of a printed record and of briefs, without *at*."""
    for at in positions(text, "Record "):
        start = at - len(number[0]) if (number := _NUMBER_BEFORE.search(text, max(0, at - 5), at)) else at
        paper = _VOLUME.match(text, start)
        if paper and _CITED_HERE.search(text, max(0, start - 8), start):
            yield Found(start, paper.end(), "record", paper[0], authority=paper["what"], pin=paper["pin"])
    for at in positions(text, " Br. ", " Brief "):
        paper = next(
            (m for m in _BRIEF_PAGE.finditer(text, max(0, at - 40), at + 16) if m.start() < at < m.end()), None
        )
        if paper:
            lead = _LEADING.match(paper["what"])
            cut = lead.end() if lead else 0
            if paper.start() + cut <= at:
                yield _paper(paper.start() + cut, paper.end(), paper["what"][cut:], paper["pin"])


def _dated(text: str) -> Iterator[Found]:
    """``L.A. Daily J., Sept. 21, 1995, at 1``. The page belongs to the cite: a paper has many articles."""
    for at in positions(text, ", at ", ", p. ", ", pp. "):
        if not text[at - 4 : at].isdigit():
            continue
        dated = _DATED.search(text, max(0, at - 90, text.rfind("\n", 0, at) + 1), at + 24)
        if dated is None or dated.end("date") > at:
            continue
        lead = _SIGNAL.match(dated["paper"])  # not "The", which a newspaper's name may begin with
        cut = lead.end() if lead else 0
        paper, begins = dated["paper"][cut:], dated.start() + cut
        if _FILED_AND_DATED.search(paper):
            yield Found(
                begins, dated.end("date"), "record", f"{paper}, {dated['date']}", pin=dated["pin"],
                year=int(dated["year"]), full_end=dated.end(),
            )  # fmt: skip
            continue
        start = begins if cut else start_of_work(text, begins)
        name = text[start:begins].strip(" ,") or None
        first = _FIRST_PAGE.match(dated["pin"])
        cite = f"{paper}, {dated['date']}"
        daily = "," in dated["date"]
        if daily and dated["at"] == "at" and first:
            cite += f", at {first[0]}"
        yield Found(
            begins, dated.end("date"), "news" if daily else "journal", cite, pin=dated["pin"],
            year=int(dated["year"]), name=name, name_start=start if name else None, full_end=dated.end(),
        )  # fmt: skip
