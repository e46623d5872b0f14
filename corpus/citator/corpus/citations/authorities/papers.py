"""The record, the briefs, newspapers, and references within the opinion: ``App. 150``, ``Brief for Respondents 30``, ``Post at 1526``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citator.corpus.citations.authorities.found import Found, positions
from citator.corpus.citations.authorities.titles import start_of_work

_PAGES = r"(?P<pin>\d+[a-z]?(?:[-–]\d+[a-z]?)?(?:,\s\d+(?:[-–]\d+)?(?!\w|\s[A-Z]))*(?:,?\s(?:&|and)?\s?nn?\.\s?\d+)?)"
_APPENDIX = re.compile(rf"(?P<what>App\.|Joint App\.|J\.\s?A\.|Supp\. App\.)\s(?:at\s|pp?\.\s)?{_PAGES}(?!\w)")
_ARGUMENT = re.compile(rf"(?P<what>Tr\.\sof\s(?:Oral\s)?Arg\.|Tr\.)\s(?:at\s|pp?\.\s)?{_PAGES}(?!\w)")
_BRIEF = re.compile(
    rf"(?P<what>(?:Reply\s)?Brief\s(?:for|of)\s(?:[A-Z][\w’'.&]*,?\s|et\sal\.\s|as\s|and\s|the\s|of\s|in\s|for\s|No\.\s[\d–-]+,?\s){{1,14}}?)(?:at\s|pp?\.\s)?(?<!No\.\s)(?<!Nos\.\s){_PAGES}(?!\w)"
)
# What parties file and courts keep, cited by page or paragraph: "Pl.’s Mot. at 47", "Compl. ¶ 10", "ECF No. 55, at 4".
_PARTY_WORD = (
    r"(?:(?:Defs?|Pls?|Plfs?|Pet|Resp|Appellants?|Appellees?|Aplt|Aple|Gov|Am|Second|Supp|Opp|Summ|Prelim|Inj|Consol|Exs?|Nos?|J|Hr’g|Hrg|Mem|Mot|Cert|Br)"
    r"\.?[’']?s?|[A-Z][\w’']*)(?:,?\s(?:of|to|in|for|on|the|and|ISO))*"
)
_FILED = (
    r"(?:(?:Mem|Mot|Br|Opp[’']n|Compl|Decl|Dep|Aff|Tr|Trans|Resp|Stmt|Ex|SMF|RP|FAC|SAC|AC|Pet)\b\.?|Reply|Response|Brief|Motion|Letter|Order"
    r"|Deposition|Complaint|Declaration|Affidavit|Stipulation|(?:ECF|Dkt\.|Doc\.|Docket)\sNos?\.\s[\d-]+|R\.,\s[Vv]ol\.\s\w+)"
)
_FILING = re.compile(
    rf"(?P<what>(?:{_PARTY_WORD}\s){{0,6}}?{_FILED}),?\s(?:at\s|¶+\s?|pp?\.\s)"
    r"(?P<pin>\d+[a-z]?(?:[-–:]\d+)?(?:,\s\d+(?:[-–]\d+)?(?!\w|\s[A-Z]))*)(?!\w)"
)
_RUNS_ON = re.compile(r"(?:\b[A-Z][\w’']*\.\s?|\d\s|,\s)\Z")
_YEAR = re.compile(r"(?:19|20)\d\d")  # "(Tex. Crim. App. 2004)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATED = re.compile(
    rf"(?P<paper>[A-Z][\w.’'&–-]*(?:\s(?:and\s|of\s|the\s)?[A-Z&][\w.’'&–-]*){{0,5}}),\s(?P<date>{_MONTH}\s(?:\d{{1,2}},\s)?(?P<year>(?:18|19|20)\d\d)),\s(?:§\s?\w+,\s)?(?P<at>at|pp?\.)\s?(?P<pin>[A-Z]?-?\d+(?:[-–]\d+)?(?:,\s[A-Z]?\d+)*)"
)
_ELSEWHERE = re.compile(
    rf"(?:(?P<other>[Pp]ost|[Aa]nte|(?:[Mm]ajority|[Mm]aj\.|[Dd]issent(?:ing)?|[Cc]oncurrence|[Pp]lurality)\s[Oo]p(?:inion|\.)|[Dd]issent|[Ii]nfra|[Ss]lip\s[Oo]p\.),?\s(?:at|p+\.)\s{_PAGES})"
)
_NOTE = re.compile(
    r"(?:(?:[Nn]otes?|nn?\.|[Pp]ages?|pp?\.|[Pp]art)\s(?P<pin>\d+(?:[-–]\d+)?|[IVX]+(?:\.?[A-Z](?:\.\d+)?)?)),?\s(?:supra|infra)\b"
)
_NOTE_AFTER = re.compile(
    r"(?:[Ss]upra|[Ii]nfra)\s(?:[Nn]otes?|nn?\.|[Pp]ages?|pp?\.|at\snn?\.)\s(?P<pin>\d+(?:[-–]\d+)?)"
)
_LEADING = re.compile(r"(?:(?:See|The|In|Although|As|But|And|Id\.|Also|From|On|At|Cf\.|Both|Citing)\s)+")
_NAMED = re.compile(r"[A-Z][\w’'.]*,?\s\Z")


def find(text: str) -> Iterator[Found]:
    """Record and briefs, newspapers and magazines, cross-references."""
    yield from _record(text)
    yield from _filings(text)
    yield from _dated(text)
    yield from _elsewhere(text)


def _record(text: str) -> Iterator[Found]:
    for pattern, literals in (
        (_APPENDIX, ("App. ", "Joint App", "J.A. ", "J. A. ")),
        (_ARGUMENT, ("Tr. ",)),
        (_BRIEF, ("Brief for", "Brief of")),
    ):
        for at in positions(text, *literals):
            paper = pattern.match(text, at)
            if (
                paper is None
                or text[at - 1 : at].isalnum()
                or _YEAR.fullmatch(paper["pin"])
                or _RUNS_ON.search(text, max(0, at - 24), at)
            ):
                continue
            what = re.sub(r"\s+", " ", paper["what"]).strip(" ,")
            yield Found(at, paper.end(), "record", f"{what} {paper['pin']}", authority=what, pin=paper["pin"])


def _filings(text: str) -> Iterator[Found]:
    until = 0
    for at in sorted(positions(text, " at ", "¶")):
        line = max(until, at - 70, text.rfind("\n", max(0, at - 70), at) + 1)
        if at < until or not text[at - 1 : at].isascii() or not (filing := _FILING.search(text, line, at + 24)):
            continue
        if filing.start("pin") < at or text[filing.start() - 1 : filing.start()].isalnum():
            continue
        lead = _LEADING.match(filing["what"])
        start = filing.start() + (lead.end() if lead else 0)
        until = filing.end()
        what = filing["what"][lead.end() if lead else 0 :].strip(" ,")
        yield Found(start, until, "record", f"{what} {filing['pin']}", authority=what, pin=filing["pin"])


def _dated(text: str) -> Iterator[Found]:
    """``L.A. Daily J., Sept. 21, 1995, at 1``. The page belongs to the cite: a paper has many articles."""
    for at in positions(text, ", at ", ", p. ", ", pp. "):
        if not text[at - 4 : at].isdigit():
            continue
        dated = _DATED.search(text, max(0, at - 90, text.rfind("\n", max(0, at - 90), at) + 1), at + 24)
        if dated is None or dated.end("date") > at:
            continue
        start = start_of_work(text, dated.start())
        words = text[start : dated.start()].strip(" ,")
        paper = dated["paper"].strip()
        first = re.match(r"[A-Z]?-?\d+", dated["pin"])
        cite = f"{paper}, {dated['date']}"
        if dated["at"] == "at" and first and dated["date"].count(","):
            cite += f", at {first[0]}"
        kind = "news" if dated["date"].count(",") else "journal"
        yield Found(
            dated.start(), dated.end("date"), "news" if kind == "news" else "journal", cite, pin=dated["pin"], year=int(dated["year"]),
            name=words or None, name_start=start if words else None, full_end=dated.end(),
        )  # fmt: skip


def _elsewhere(text: str) -> Iterator[Found]:
    """References to other pages and notes of the same decision."""
    for at in positions(
        text,
        "Post",
        "post",
        "Ante",
        "ante",
        "ajority Op",
        "Maj. Op",
        "ssent at",
        "ssenting Op",
        "lip op",
        "nfra at",
        "nfra, at",
    ):
        for back in (0, 1, 2, 3):
            if (
                at >= back
                and (there := _ELSEWHERE.match(text, at - back))
                and not text[at - back - 1 : at - back].isalnum()
            ):
                yield Found(*there.span(), "xref", pin=there["pin"], authority=None)
                break
    for at in positions(text, " supra", " infra"):
        note = _NOTE.search(text, max(0, at - 16), at + 6)
        if note and note.end() == at + 6:
            yield Found(*note.span(), "xref", pin=note["pin"])
    for at in positions(text, "upra n", "nfra n", "upra p", "nfra p", "upra N", "nfra N"):
        note = _NOTE_AFTER.match(text, at - 1) if at else None
        if note and not _NAMED.search(text, max(0, at - 30), at - 1):
            yield Found(*note.span(), "xref", pin=note["pin"])
