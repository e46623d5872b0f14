"""Acts and the papers of the legislature: Pub. L., Stat., committee reports, U.S.C.C.A.N., Cong. Rec., Fed. Reg.

A page of the Statutes at Large behind its public law, or of U.S.C.C.A.N. behind its report, is that law or report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from citator.corpus.citations.authorities import dated_acts, sections
from citator.corpus.citations.authorities.found import Found, positions

_PUBLIC = re.compile(r"(?:Pub(?:lic|\.)\s?L(?:aw|\.)|P\.\s?L\.)\s?(?:No\.?\s?)?(?P<number>\d{2,3}[-–]\d{1,4})(?!\d)")
_SECTION = re.compile(r",?\s(?P<mark>§+|[Ss]ec(?:tion|\.))\s?(?=\d)")
# A number behind a comma is the volume or title of the next citation, no page: "40 Stat. 217, 18 U.S.C. § 1".
_NO_VOLUME = r"(?![\d–-]|\s(?:Stat|U\.|Cong\.\s?R|Fed\.\s?R|[A-Z][\w.]*\s\d))"
_STAT = re.compile(
    r"(?P<volume>\d{1,3})\sStats?\.(?:\sat\.?\sL(?:arge|\.))?,?\s(?P<at>at\s)?(?:pp?\.\s)?(?P<page>\d+(?:,\d{3})*(?:[-–]\d+)?\w?)(?P<pin>(?:,\s\d+[\d–-]*"
    + _NO_VOLUME
    + r")*)"
)
_REPORT = re.compile(
    r"(?P<house>S\.|Sen(?:ate|\.)|H\.\s?R\.|H\.|House)\s?(?P<what>(?:Conf(?:erence|\.)\s?|Exec\.\s?)?(?:Rep(?:ort|\.)?|Doc\.?))\s?(?:No\.?\s?)?"
    r"(?P<number>\d{1,3}[-–]\d{1,4}(?:\(\w{1,3}\))?|\d{1,4}(?![-–\d]))"
    r"(?P<congress>(?:,\s?(?P<nth>\d{1,3})\w{1,3}\.?\sCong\.)?(?:,?\s[123]\w{1,2}\.?\sSess\.)?)"
)
_REPORT_PIN = re.compile(
    r",?\s(?:pts?\.?\s?\d+,?\s(?=at\s|p))?(?:(?:at|pp?\.)\s)?(?P<pin>\d{1,4}(?:[-–]\d+)?(?:,\s\d{1,4}(?:[-–]\d+)?)*(?:,?\s(?:and\s|&\s)?nn?\.\s?\d+)?)(?!\w|\s(?:U\.|[A-Z]\.|Cong))"
)
_NEWS = re.compile(
    r"(?:\[?(?P<year>(?:19|20)\d\d)\]?\s)?U\.?\s?S\.?\s?C(?:ode)?\.?\s?(?:C(?:ong)?\.?)\s?(?:&|and)?\s?A(?:d(?:min)?)?\.?\s?N(?:ews|\.)?,?\s(?P<at>(?:at\s|p+\.\s)?)(?P<page>\d{1,5})(?P<pin>(?:,\s\d{1,5}(?:[-–]\d+)?)*)(?P<range>[-–]\d+)?"
)
_REPRINTED = re.compile(
    r"[\s,;]*(?:\d[\d–,\s-]*)?(?:\((?:19|20)\d\d\))?[,;]?\s?(?:as\s)?(?:[Rr]e?printed\s(?:in|at)|(?:in|at))?,?\s?\Z"
)
_RECORD = re.compile(
    r"(?P<volume>\d{1,3})\sC(?:ong|ONG)\.?\s?R(?:ec|EC)\.?,?\s?(?:\(\w+\)\s)?(?:at\s)?(?P<page>[SHE]?\s?\d+(?:,\d{3})*)(?P<pin>[-–]\d+|(?:,\s\d+[\d–-]*"
    + _NO_VOLUME
    + r")*)"
)
_REGISTER = re.compile(
    r"(?P<volume>\d{1,3})\sFed\.\s?Reg\.,?\s(?P<at>at\s)?(?P<page>\d{1,3}(?:,\d{3})+|\d+)(?P<pin>(?:[-–]\d[\d,]*)?(?:,\s\d{1,3}(?:,\d{3})*[\d–-]*"
    + _NO_VOLUME
    + r")*)"
)
_BILL = re.compile(
    r"(?P<house>S\.|H\.\s?R\.|H\.(?=\s?(?:J\.|Con|Res)))\s?(?P<what>J\.\s?Res\.\s|Con\.\s?Res\.\s|Res\.\s)?(?:No\.\s)?(?P<number>\d{1,5}),\s(?P<nth>\d{2,3})\w{1,3}\.?\sCong\.(?:,?\s[12]\w{1,2}\.?\sSess\.)?"
)
_ANNALS = re.compile(
    r"(?P<volume>\d{1,2})\sAnnals\sof\sCong(?:ress|\.),?\s(?:at\s|pp?\.\s)?(?P<page>\d{1,4})(?P<pin>[-–]\d+|(?:,\s\d{1,4})*)"
)
_GLOBE = re.compile(
    r"Cong(?:ressional|\.)\sGlobe,\s(?P<nth>\d{2})\w{1,2}\sCong\.,\s(?P<session>[1-3])\w{1,2}\sSess\.,?\s(?P<appendix>App\.\s)?(?:at\s|pp?\.\s)?(?P<page>\d{1,4})(?P<pin>[-–]\d+|(?:,\s\d{1,4})*)"
)
_HEARING = re.compile(
    r"(?P<what>Hearings?\s(?:on\s|[Bb]efore\s)[^;()“”\"\n]{8,200}?),\s(?P<nth>\d{2,3})\w{1,2}\sCong\.(?:,?\s[123]\w{1,2}\sSess\.)?(?:,?\s(?:pts?\.\s\d+,?\s)?(?:at\s|pp?\.\s)?(?P<pin>\d{1,4}(?:[-–]\d+)?(?:,\s\d{1,4}(?:[-–]\d+)?)*))?(?!\w)"
)
_GAP = re.compile(r"(?:,?\s(?:§+|[Ss]ec(?:tion|\.))\s?[\w.()-]+)?(?:\s?\([^()]*\))?,?\s?\Z")


def find(text: str) -> Iterator[Found]:
    """Every law and legislative paper, in order of place within each sort."""
    laws = sorted([*_laws(text), *dated_acts.find(text)], key=_place)
    yield from laws
    yield from _statutes_at_large(text, laws)
    reports = _with_congress(
        sorted((found for at in positions(text, "Rep", "Doc.") if (found := _report(text, at))), key=_place)
    )
    yield from reports
    yield from _reprints(text, reports)
    for at in positions(text, "Cong. Rec", "Cong.Rec", "CONG. REC"):
        if record := _last(_RECORD, text, at, 5):
            volume, page = record["volume"], record["page"].replace(" ", "")
            yield _paged(record, "legislative", f"{volume} Cong. Rec. {page}", text)
    yield from _debates(text)
    for at in positions(text, "Fed. Reg", "Fed.Reg"):
        if register := _last(_REGISTER, text, at, 5):
            yield _paged(register, "regulation", f"{register['volume']} Fed. Reg. {register['page']}", text)
    for at in positions(text, " Cong."):
        if bill := _last(_BILL, text, at, 32):
            house = bill["house"].replace(" ", "")
            if what := (bill["what"] or "").replace(" ", ""):  # "H.R.J. Res." is H.J. Res.
                house = f"{house[:2]}{' ' if what[0] != 'J' else ''}{what.replace('.R', '. R')}"
            yield Found(*bill.span(), "legislative", f"{house} {bill['number']}, {_ordinal(bill['nth'])} Cong.")


def _debates(text: str) -> Iterator[Found]:
    """The debates before the Congressional Record, and hearings of committees."""
    for at in positions(text, " Annals of"):
        if debate := _last(_ANNALS, text, at, 3):
            yield _paged(debate, "legislative", f"{debate['volume']} Annals of Cong. {debate['page']}", text)
    for at in positions(text, " Globe, "):
        if debate := _last(_GLOBE, text, at, 14):
            session = f"Cong. Globe, {_ordinal(debate['nth'])} Cong., {_ordinal(debate['session'])} Sess."
            cite = f"{session} {debate['appendix'] or ''}{debate['page']}"
            yield _paged(debate, "legislative", cite, text)
    for at in positions(text, "Hearing"):
        if hearing := _HEARING.match(text, at):
            year, end = sections.year_after(text, hearing.end())
            cite = f"{' '.join(hearing['what'].split())}, {_ordinal(hearing['nth'])} Cong."
            yield Found(at, hearing.end(), "legislative", cite, pin=hearing["pin"], year=year, full_end=end)


def _place(found: Found) -> int:
    return found.start


def _with_congress(reports: list[Found]) -> list[Found]:
    """``S. Rep. No. 187`` is the report of that number cited in full elsewhere, when there is one."""
    full = {
        re.sub(r"\d+-(?=\d+\Z)", "", report.cite): report.cite
        for report in reports
        if report.cite and "-" in report.cite
    }
    return [replace(report, cite=full.get(report.cite or "", report.cite)) for report in reports]


def _ordinal(number: str) -> str:
    """As the Bluebook writes it: 91st, 92d, 93d, 111th."""
    return number + (
        "th" if number[-2:] in ("11", "12", "13") else {"1": "st", "2": "d", "3": "d"}.get(number[-1], "th")
    )


def _last(pattern: re.Pattern[str], text: str, at: int, reach: int) -> re.Match[str] | None:
    """The match of ``pattern`` that holds ``at`` and begins at most ``reach`` characters before it."""
    match = pattern.search(text, max(0, at - reach), at + 60)
    if match and match.start() <= at < match.end() and not text[max(0, match.start() - 1) : match.start()].isalnum():
        return match
    return None


def _paged(match: re.Match[str], kind: str, cite: str, text: str) -> Found:
    year, end = sections.year_after(text, match.end())
    pin = match["pin"].strip(" ,-–") or None
    core = match.end("page")
    return Found(
        match.start(),
        core,
        "regulation" if kind == "regulation" else "legislative",
        cite,
        pin=pin,
        year=year,
        full_end=end,
    )


def _laws(text: str) -> Iterator[Found]:
    for at in positions(text, "Pub. L", "Pub.L", "Public Law", "P.L. ", "P. L. "):
        law = _PUBLIC.match(text, at)
        if law is None or text[at - 1 : at].isalnum():
            continue
        cite = f"Pub. L. No. {law['number'].replace('–', '-')}"
        end = law.end()
        section = _SECTION.match(text, end)
        cited = sections.read(text, section.end(), several=len(section["mark"]) > 1) if section else []
        yield Found(law.start(), end, "statute", cite, full_end=end)
        for i, one in enumerate(cited):
            start = section.start("mark") if section and i == 0 else one.start
            yield Found(
                start,
                one.end,
                "statute",
                f"{cite}, § {one.number}",
                authority=cite,
                pin=f"§ {one.number}",
                full_end=one.until,
            )


def _statutes_at_large(text: str, laws: list[Found]) -> Iterator[Found]:
    """``100 Stat. 1848``; behind a public law it is that law, and a later ``100 Stat. at 1849`` too."""
    known: dict[str, list[tuple[int, Found]]] = {}
    at_law = 0
    for at in sorted(positions(text, " Stat.", " Stats.")):
        stat = _last(_STAT, text, at, 4)
        if stat is None:
            continue
        while at_law + 1 < len(laws) and laws[at_law + 1].start < stat.start():
            at_law += 1
        law = laws[at_law] if laws and laws[at_law].start < stat.start() else None
        page, until = _first_page(stat["page"].replace(",", ""))
        cite = f"{stat['volume']} Stat. {page}"
        head = law if law and _GAP.fullmatch(text, max(law.end, law.full_end), stat.start()) else None
        authority = (head.authority or head.cite) if head else None
        parallel = head.start if head else None
        volume = known.setdefault(stat["volume"], [])
        if head is None and volume and (stat["at"] or cite == volume[-1][1].cite):
            cite, authority = volume[-1][1].cite or cite, volume[-1][1].authority
        year, end = sections.year_after(text, stat.end())
        pages = stat["page"] if until else page
        pin = pages if stat["at"] else ((pages if until else "") + stat["pin"]).strip(" ,") or None
        found = Found(
            stat.start(),
            stat.end("page") - until,
            "statute",
            cite,
            authority,
            pin,
            year,
            full_end=end,
            parallel_of=parallel,
        )
        volume.append((stat.start(), found))
        yield found


def _first_page(pages: str) -> tuple[str, int]:
    """The first of ``pages`` and how many characters follow it; ``3009–587`` is a single page.

    >>> _first_page("908–909"), _first_page("3009–587")
    (('908', 4), ('3009–587', 0))
    """
    if not sections.is_range(pages.replace("–", "-")):
        return pages, 0
    first = re.split("[-–]", pages)[0]
    return first, len(pages) - len(first)


def _report(text: str, at: int) -> Found | None:
    report = _last(_REPORT, text, at, 14)
    if report is None:
        return None
    if "No" not in report[0] and f"({text[report.start() : report.start('number')].strip()})" in text:
        return None  # the name given to a report, and its pages: "(1987) (Senate Report)", "Senate Report 6–7"
    house = {"S": "S.", "H": "H.R."}[report["house"][0]]
    what = "Doc. No." if "Doc" in report["what"] else "Rep. No."
    what = ("Conf. " if "Conf" in report["what"] else "Exec. " if "Exec" in report["what"] else "") + what
    number = report["number"].replace("–", "-").replace("(1)", "(I)")
    if "-" not in number:
        if report["nth"] is None and not report["congress"]:
            return Found(*report.span(), "legislative", f"{house} {what} {number}")
        number = f"{report['nth']}-{number}" if report["nth"] else number
    end = report.end()
    pin = _REPORT_PIN.match(text, end)
    words = pin["pin"] if pin else None
    core = pin.end() if pin and report["congress"] else end
    year, full_end = sections.year_after(text, pin.end() if pin else end)
    return Found(
        report.start(), core, "legislative", f"{house} {what} {number}", pin=words, year=year, full_end=full_end
    )


def _reprints(text: str, reports: list[Found]) -> Iterator[Found]:
    """``reprinted in 1984 U.S.C.C.A.N. 3182`` behind a report, and later ``U.S.C.C.A.N. at 3246``."""
    last: Found | None = None
    i = 0
    for at in sorted(
        positions(
            text,
            "U.S.C.C.A.N",
            "U.S. C. C. A. N",
            "U. S. C. C. A. N",
            "U.S.Code Cong",
            "U.S. Code Cong",
            "U. S. Code Cong",
            "U.S.C. Cong",
        )
    ):
        news = _last(_NEWS, text, at, 7)
        if news is None:
            continue
        while i + 1 < len(reports) and reports[i + 1].start < news.start():
            i += 1
        report = reports[i] if reports and reports[i].start < news.start() else None
        if report and not _REPRINTED.fullmatch(text, max(report.end, report.full_end), news.start()):
            report = None
        pin = news["pin"].strip(" ,") or None
        year = int(news["year"]) if news["year"] else None
        cite = f"{news['year']} U.S.C.C.A.N. {news['page']}" if year else f"U.S.C.C.A.N. {news['page']}"
        authority = (report.authority or report.cite) if report else None
        if news["at"] or not year:
            pin = news["page"] + (news["range"] or "") + (f", {pin}" if pin else "")
            if last and (report is None or last.authority == authority) and year in (None, last.year):
                cite, authority = last.cite or cite, authority or last.authority
        else:
            authority = authority or (last.authority if last and last.cite == cite else None)
        core = news.end("page")
        parallel = report.start if report else None
        last = Found(
            news.start(), core, "legislative", cite, authority, pin, year, full_end=news.end(), parallel_of=parallel
        )
        yield last
