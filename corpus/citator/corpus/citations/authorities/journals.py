"""Articles: ``Abrams, Internal Policy, 19 UCLA L.Rev. 1, 29-31 (1971)`` → the journal's cite, author and title its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from citator.corpus.citations.authorities import sections
from citator.corpus.citations.authorities.found import Found, positions
from citator.corpus.citations.authorities.titles import start_of_work

_ARTICLE = re.compile(
    r"(?<![\w.:-])(?P<volume>\d{1,4})\s(?P<journal>[A-Z][\w.&’'\- ]{1,48}?),?\s(?P<at>at\s|p\.\s)?(?P<page>\d{1,4})\b(?![\w.]*\s(?:U\.S|F\.|S\.\s?Ct))"
    r"(?P<pin>[-–]\d+)?(?P<pins>(?:,\s\d+(?:[-–]\d+)?(?!\w|\s[A-Z]))*(?:,?\s(?:&|and)?\s?(?:nn?|fns?)\.\s?\d+(?:[-–]\d+)?)?)"
)
_ENDS = re.compile(
    r"(?:l(?:aw)?(?:rev(?:iew)?|j(?:ournal)?|q|forum|bull(?:etin)?)|(?:lrev|lj)[a-z]{0,12}|(?:^j|j)(?:l|legal|crim|intl|contemp|onlegis)[a-z&]{0,24}|poly|lega?lstud)$"
)
_YEAR_BEFORE = re.compile(r"\s?\((?P<year>(?:1[789]|20)\d\d)\)\s?\Z")
_ANY_JOURNAL = re.compile(
    r",\s(?P<volume>\d{1,4})\s(?!U\.\s?S\.|F\.\s?[\dS]|S\.\s?Ct|L\.\s?Ed|[NS]\.\s?[EWY]|A\.\s?\d|P\.\s?\d|So\.)(?P<journal>[A-Z](?:[A-Za-z’']|[.&]\s?|\s){2,44}?)\s(?P<page>\d{1,5})(?:[-–]\d+)?(?P<pins>(?:,\s\d+(?:[-–]\d+)?)*)"
    r"\s\((?:[A-Z][a-z.]+\s(?:\d{1,2},\s)?)?(?P<year>(?:18|19|20)\d\d)\)"
)
_AUTHORED = re.compile(
    r"(?:(?:[A-Z]\.\s?){0,3}(?:[A-Z][\w’'.-]+\s?){1,4}(?:\set\sal\.)?(?:(?:,\s|,?\s(?:&|and)\s)(?=\S+(?:\s\S+){0,3},\s)(?:[A-Z]\.\s?){0,3}(?:[A-Z][\w’'-]+\s?){1,3})*),\s(?=[A-Z“\"])"
)
_NO_ARTICLE = re.compile(r"\sv\.\s|\b(?:In|Ex|Matter)\s(?:re|parte|of)\b|\b(?:Co|Inc|Corp|Ltd)\.|\bNo\.")
_NO_JOURNAL = re.compile(
    r"\b(?:U\.\s?S|Stat|Reg|Cong|Rep|App|Supp|Fed|Ct|Op|Ops|Misc|Cir|Dec|Cas|L\.\s?Ed)\b|\b(?:Act|Code|Part|Title|Section|Record)\b"
)
_STUDENT = re.compile(r",?\s(?:Note|Comment|Commentary|Essay|Book Review),?\s")


@cache
def _reporters() -> frozenset[str]:
    """The letters of every reporter, folded."""
    from reporters_db import REPORTERS

    return frozenset(_fold(form) for name, editions in REPORTERS.items() for form in [name, *editions[0]["editions"]])


@cache
def _journals() -> dict[str, str]:
    """Normal abbreviation by folded form, of journals whose letters are no reporter's."""
    from reporters_db import JOURNALS

    taken = _reporters()
    return {
        folded: name
        for name, editions in JOURNALS.items()
        for form in [name, *editions[0]["variations"], editions[0]["name"]]
        if (folded := _fold(form)) not in taken
    }


def _fold(words: str) -> str:
    return re.sub(r"[\s.’',-]", "", words).lower()


def find(text: str) -> Iterator[Found]:
    """Every article cited by volume, journal and page, long (``1083``) or short (``at 1083``)."""
    yield from _of_other_fields(text)
    known: dict[str, list[Found]] = {}
    seen: set[int] = set()
    for at in sorted(
        positions(text, "Rev", "REV", "L.J", "L. J", "LJ.", "J. ", "J.L", "Pol", "Q.", "Bull", "Legis.", "Forum")
    ):
        article = _around(text, at)
        if article is None or article.start() in seen:
            continue
        name = _journal(article["journal"])
        if name is None:
            continue
        seen.add(article.start())
        found = _article(text, article, name, known.setdefault(f"{article['volume']} {name}", []))
        if found:
            yield found


def _of_other_fields(text: str) -> Iterator[Found]:
    """Articles in journals that no table knows: an author and a title stand before the volume, a year behind the page."""
    for article in _ANY_JOURNAL.finditer(text):
        start = start_of_work(text, article.start("volume"))
        words = text[start : article.start()]
        author = _AUTHORED.match(words)
        if author is None or _NO_ARTICLE.search(words) or _NO_JOURNAL.search(article["journal"]):
            continue
        if _journal(article["journal"]) or _fold(article["journal"]) in _reporters():
            continue
        title = [word for word in re.findall(r"[A-Za-z][\w’'-]*", words[author.end() :]) if len(word) > 3]
        if len(title) >= 2 and sum(word[0].isupper() for word in title) >= 0.7 * len(title):
            yield Found(
                article.start("volume"), article.end("page"), "journal",
                f"{article['volume']} {article['journal'].strip()} {article['page']}",
                pin=(article["pins"] or "").strip(" ,") or None, year=int(article["year"]),
                name=words.strip(" ,"), name_start=start, full_end=article.end(),
            )  # fmt: skip


def _around(text: str, at: int) -> re.Match[str] | None:
    """The article whose journal holds ``at``: its volume is the last number before."""
    for article in _ARTICLE.finditer(text, max(0, text.rfind("\n", max(0, at - 54), at) + 1, at - 54), at + 70):
        if article.start("journal") <= at < article.end("journal"):
            return article
        if article.start() > at:
            break
    return None


def _journal(words: str) -> str | None:
    """Its normal abbreviation, or None when the words are no journal's."""
    folded = _fold(words)
    if normal := _journals().get(folded):
        return normal
    if not _ENDS.search(folded) or len(folded) < 4:
        return None
    spaced = re.sub(r"(?<=[.&])(?=[A-Z])", " ", words)
    return re.sub(r"\bLJ\.", "L.J.", re.sub(r"\b([A-Z])\. (?=[A-Z]\.)", r"\1.", spaced))


def _article(text: str, article: re.Match[str], name: str, known: list[Found]) -> Found | None:
    volume, page = article["volume"], article["page"]
    pins = article["pins"].strip(" ,") or None
    if article["at"]:
        before = next((k for k in reversed(known) if int(k.cite.rsplit(" ", 1)[1]) <= int(page)), None)  # type: ignore[union-attr]
        pin = page + (article["pin"] or "") + (f", {pins}" if pins else "")
        return Found(
            article.start(), article.end(), "journal_short", before.cite if before else None, pin=pin,
            name=before.name if before else None, full_end=article.end(),
        )  # fmt: skip
    year, end = sections.year_after(text, article.end())
    start = start_of_work(text, article.start())
    words = text[start : article.start()]
    if before_year := _YEAR_BEFORE.search(words):
        year, words = int(before_year["year"]), words[: before_year.start()]
    words = words.strip(" ,")
    found = Found(
        article.start(), article.end("page"), "journal", f"{volume} {name} {page}", pin=pins, year=year,
        name=words or None, name_start=start if words else None, full_end=end,
    )  # fmt: skip
    known.append(found)
    return found
