"""Books, treatises, dictionaries, reports: ``K. Karst, Belonging to America 21-27 (1989)``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citator.corpus.citations.authorities import sections
from citator.corpus.citations.authorities.found import Found, positions
from citator.corpus.citations.authorities.titles import start_of_work

_DICTIONARY = re.compile(
    r"(?P<title>(?:\d{1,2}\s)?(?:The\s)?(?:[A-Z][\w’']*\s(?:of\s(?:the\s)?)?){1,6}Dictionary(?:\sof\s(?:the\s)?(?:[A-Z]\w+\s?){1,3})?)(?:,?\s(?:p+\.\s|at\s)?(?P<pin>\d{1,4}(?:[-–]\d+)?(?:,\s\d{1,4})*))?"
)
# "Roe on Fraudulent Conveyances, p. 232", "2 Roe & Doe on Wills (3d ed.), pp. 4-5"
_TREATISE = re.compile(
    r"(?<![\w.’'-])(?P<work>(?:\d{1,2}\s)?(?!\w*(?i:order|motion|brief|memo|report|opinion|hearing|commi|court|council|conference|institute|senate|house|transcript|testimony|notes?\b|debate|essay|argument))"
    r"[A-Z][a-z][\w’'-]*(?:\s(?:&|and)\s[A-Z][a-z]+)?\son\s(?:the\s)?(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s\d)[A-Z][a-z]+(?:\s(?:of\s|and\s|&\s)?[A-Z][a-z]+){0,4})"
    r"(?:,?\s\(?\d\w{1,2}\s[Ee]d(?:ition|\.)\)?)?,?\s(?:p+\.|pages?)\s(?P<pin>\d{1,4}(?:[-–]\d+)?(?:,\s\d{1,4}(?!\w|\s[A-Z]))*)(?!\w)"
)
_FEDERALIST = re.compile(
    r"(?:Federalist|FEDERALIST)\s(?:Papers?\s)?N(?:os?|OS?)\.\s(?P<number>\d{1,2})(?:,\s(?:at\s|pp?\.\s)(?P<pin>\d+(?:[-–]\d+)?))?"
)
_PAGES = (
    r"(?:\d+(?:\.\d+)+(?:\([\w.-]+\))*|(?:§+\s?|[Ss]ecs?\.\s?|¶+\s?|P\s?(?=\d+\.))\d[\w.:\[\]–-]*(?:\([\w.-]+\))*|[Cc]hs?\.\s\d+|p+\.\s?\d[\d:–-]*(?:\sto\s\d[\d–-]*)?"
    r"|(?:and\s)?nn?\.\s?\d+|(?:at\s)?\d{1,4}(?:[-–]\d+)?)"
)
_EDITION = re.compile(
    rf"(?P<work>[^\n;]{{8,140}}?)(?P<pin>(?:,?\s{_PAGES})+)?,?\s\((?P<paren>[^()]{{0,60}}?(?:\b(?P<year>1[5-9]\d\d|20\d\d)|\d\w{{1,2}}\s[Ee]d\.))\)"
)
_PERSON = r"(?:[A-Z]\.\s?){0,3}(?:[A-Z][\w’'-]+\s(?:[A-Z]\.\s?){1,2})?(?:[A-Z][\w’'-]+\s?){1,3}(?:,\sJr\.)?"
_AUTHOR = re.compile(rf"(?:\d{{1,2}}[A-Z]?\s)?{_PERSON}(?:(?:,\s|,?\s(?:&|and)\s){_PERSON})*,\s(?=[A-Z])")
_INITIAL = re.compile(r"(?:\d{1,2}[A-Z]?\s)?(?:[A-Z][a-z]+\s)?[A-Z]\.\s?(?:[A-Z]\.\s?)?[A-Z]")
_SURNAME = re.compile(
    r"(?!(?:See|In|The|But|As|For|On|At|Of|By|And|Under|From|After|Since|When|While)\b)[A-Z][\w’'-]+(?:\s(?:&|and)\s[A-Z][\w’'-]+)?,\s"
)
_VOLUME_NEXT = re.compile(r",?\s\d+\s[A-Z]")  # California prints an article's year before its journal
# Most years stand behind the pages of a case: told at a glance, where the work begins need not be looked for.
_REPORTED = re.compile(r"\d\s(?:[A-Z][\w’']*\.\s?|\d[a-z]{1,2}\.?\s){1,5}\s?\d[\d\s,–-]*\Z")
_PAREN_YEAR = re.compile(r"\((?:[^()]{0,44}?)(?:1[5-9]\d\d|20\d\d|\d\w\w\s[Ee]d\.)\)")
_CITED = re.compile(r"(?:\b[Ss]ee(?:,?\s(?:generally|also|e\.\s?g\.))*|[Cc]f\.|e\.\s?g\.|[;(]),?\s?\Z")
_TITLE = re.compile(
    r"(?<![\w.’])(?P<title>(?P<volume>\d{1,2}[A-Z]?\s)?(?!(?:See|Cf|But)\s)[A-Z][\w’'-]+(?:\s(?:of\s|on\s|the\s|and\s|in\s|for\s)*[A-Z][\w’'-]+){1,6})(?:,?\s(?:at\s|¶+\s?)?[\d.–-]+)?\s\Z"
)
_PAGE_BEHIND = re.compile(r",\s(?:at|p+\.)\s(?P<pin>\d[\d,–-]*)")
_NOT_A_BOOK = re.compile(
    r"\sv\.\s|\d\s(?:(?:[A-Z][\w’']*\.?|&)\s?){1,6}\s?\d|§+\s?\d.*§+|\b(?:Act|Cir|App|Dist|Const|Rep|Cong|No|Supp)\.|\b(?:Act|Code|Rule|Court)\b|[“”\"]|\b[Ss]ection\b"
)
_REPORT = re.compile(
    r"(?P<body>(?:[A-Z][\w’'.]*\s?(?:of\s|on\s|the\s|for\s)?){1,6}),\s(?P<title>(?P<year>(?:19|20)\d\d)\sAnnual\sReport)\s(?P<pin>\d+)"
)


def find(text: str) -> Iterator[Found]:
    """Every book. Only works with an edition or year and dictionaries are claimed."""
    for at in positions(text, " Dictionary"):
        if book := _dictionary(text, at):
            yield book
    for at in positions(text, "Federalist No", "Federalist Paper", "FEDERALIST NO"):
        if paper := _FEDERALIST.match(text, at):
            year, end = sections.year_after(text, paper.end())
            yield Found(
                at,
                paper.end(),
                "book",
                f"The Federalist No. {paper['number']}",
                pin=paper["pin"],
                year=year,
                full_end=end,
            )
    for at in positions(text, " p. ", " pp. ", " page ", " pages "):
        for work in _TREATISE.finditer(text, max(0, at - 90, text.rfind("\n", 0, at) + 1), at + 40):
            if work.start() < at < work.end():
                name = work["work"]
                yield Found(
                    *work.span(), "book", name, pin=work["pin"], name=name, name_start=work.start(), full_end=work.end()
                )
    for at in positions(text, " Annual Report "):
        match = _REPORT.search(text, max(0, at - 90), at + 24)
        if match and match.end("title") >= at:
            body = match["body"].strip().replace("United States", "U.S.")
            yield Found(*match.span(), "other", f"{body}, {match['title']}", pin=match["pin"], year=int(match["year"]))
    yield from _with_year(text)


def _dictionary(text: str, at: int) -> Found | None:
    line = max(0, at - 60, text.rfind("\n", max(0, at - 60), at) + 1)
    match = _DICTIONARY.search(text, line, at + 80)
    if match is None or not match.start() <= at < match.end():
        return None
    title = re.sub(r"^(?:\d+\s)?(?:See|The|In|And)\s", "", match["title"])
    start = match.end("title") - len(title)
    year, end = sections.year_after(text, match.end())
    cite = f"{title} ({year})" if year else title
    return Found(
        start, end if year else match.end(), "book", cite, pin=match["pin"], year=year, name=title, full_end=end
    )


def _with_year(text: str) -> Iterator[Found]:
    """Works whose edition or year stands in a parenthesis."""
    for at in positions(text, ")"):
        if not (text[at - 4 : at].isdigit() or text.endswith("d.", 0, at)):
            continue
        paren = _PAREN_YEAR.match(text, max(0, text.rfind("(", max(0, at - 54), at)))
        if paren is None or paren.end() != at + 1:
            continue
        if not _VOLUME_NEXT.match(text, paren.end()) and (book := _authored(text, paren) or _titled(text, paren)):
            yield book


def _authored(text: str, paren: re.Match[str]) -> Found | None:
    """``Author, Title 21-27 (2d ed. 1989)``: only after a signal or at the start of a citation clause."""
    if _REPORTED.search(text, max(0, paren.start() - 44), paren.start()):
        return None
    start = start_of_work(text, paren.start())
    words = text[start : paren.end()]
    author = _AUTHOR.match(words)
    if author is None or len(words) < 16 or _NOT_A_BOOK.search(words, 0, paren.start() - start):
        return None
    work = _EDITION.fullmatch(words)
    if work is None:
        return None
    initial, title = _INITIAL.match(words), work["work"][author.end() :]
    if not _looks_like_title(title, least=1 if initial and work["pin"] else 2):
        return None
    if initial or _CITED.search(text, max(0, start - 18), start):
        return _book(text, start, work, paren.end())
    # A surname alone, at the head of a sentence: a page must stand behind a longer title.
    if not work["pin"] or not _SURNAME.match(words) or not _looks_like_title(title, least=3):
        return None
    return _book(text, start, work, paren.end())


def _titled(text: str, paren: re.Match[str]) -> Found | None:
    """``his Constitutional Limitations (8th ed.), p. 124``: an edition is always a book's."""
    if " ed." not in paren[0] and " Ed." not in paren[0]:
        return None
    title = _TITLE.search(text, max(0, paren.start() - 80), paren.start())
    work = _EDITION.fullmatch(text, title.start("title"), paren.end()) if title else None
    if title is None or work is None or not _looks_like_title(work["work"], least=1 if title["volume"] else 2):
        return None
    return _book(text, title.start("title"), work, paren.end())


def _book(text: str, start: int, work: re.Match[str], end: int) -> Found:
    late = _PAGE_BEHIND.match(text, end)
    end = late.end() if late else end
    name = work["work"].strip(" ,")
    year = int(work["year"]) if work["year"] else None
    pin = (work["pin"] or "").strip(" ,") or (late["pin"] if late else None)
    return Found(
        start, end, "book", f"{name} ({work['paren']})", pin=pin, year=year, name=name, name_start=start, full_end=end
    )


def _looks_like_title(words: str, least: int = 2) -> bool:
    """Most longer words are capitalised, and there are at least so many."""
    longer = [word for word in re.findall(r"[A-Za-z][\w’'-]*", words) if len(word) > 3]
    return len(longer) >= least and sum(word[0].isupper() for word in longer) >= 0.7 * len(longer) and len(words) > 6
