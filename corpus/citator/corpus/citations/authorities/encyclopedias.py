"""Legal encyclopedias and annotated reports: ``43 Am. Jur. 2d Wharves § 7``, ``38 American Jurisprudence, section 69``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citator.corpus.citations.authorities import sections
from citator.corpus.citations.authorities.found import Found, positions

# Name in a cite → how it is printed.
_WORKS = {
    "Am. Jur.": r"Am(?:\.|erican)?\s?Jur(?:\.|isprudence)?",
    "C. J. S.": r"C\.\s?J\.\s?S\.|Corpus\sJuris\sSecundum",
    "C. J.": r"C\.\s?J\.(?=,?\s(?:\d|§|[Ss]ec|[A-Z][a-z]))|Corpus\sJuris(?!\sSec)",
    "R. C. L.": r"R\.\s?C\.\s?L\.|Ruling\sCase\sLaw",
    "Cal. Jur.": r"Cal\.\s?Jur\.|California\sJurisprudence",
    "Fla. Jur.": r"Fla\.\s?Jur\.?",
    "N.Y. Jur.": r"N\.\s?Y\.\s?Jur\.?",
    "Ohio Jur.": r"Ohio\sJur(?:\.|isprudence)?",
    "Tex. Jur.": r"Tex\.\s?Jur\.?|Texas\sJurisprudence",
    "Cyc.": r"Cyc\.?(?=,?\s(?:of\s|pp?\.\s|§|\d))(?:\sof\sLaw(?:\s(?:&|and)\sProc(?:\.|edure))?)?",
    "Am. & Eng. Enc. Law": r"Am\.\s(?:&|and)\sEng\.\s(?:Enc(?:y(?:c(?:l)?)?)?\.|Encyclopedia)\s?(?:of\s)?(?:Law|L\.)",
    "Enc. Pl. & Pr.": r"Enc(?:y(?:c(?:l)?)?)?\.\s?(?:of\s)?Pl(?:ead(?:ing)?)?\.?\s(?:&|and)\sPr(?:ac(?:tice)?)?\.?",
    "A. L. R.": r"A\.\s?L\.\s?R\.|ALR|American\sLaw\sReports",
}
_STARTS = (
    "Am.Jur", "Am. Jur", "Am Jur", "AmJur", "American Jur", "C.J.", "C. J.", "Corpus Juris", "R.C.L.", "R. C. L.", "Ruling Case",
    "Cal.Jur", "Cal. Jur", "California Jur", "A.L.R", "A. L. R", "ALR", "American Law Rep",
    "Fla. Jur", "Fla.Jur", "N. Y. Jur", "N.Y. Jur", "N.Y.Jur", "Ohio Jur", "Tex. Jur", "Tex.Jur", "Texas Jur", "Cyc", "Am. & Eng. Enc",
    "Am. and Eng. Enc", "Enc. Pl", "Ency. Pl", "Encyc. Pl", "Enc. of Pl",
)  # fmt: skip
_CITED = re.compile(
    r"(?P<volume>\d{1,3}[AB]?)\s(?P<work>"
    + "|".join(f"(?P<w{i}>{printed})" for i, printed in enumerate(_WORKS.values()))
    + r")(?P<series>,?\s?(?:[2-6](?:th|[nr]?d)|\((?:2d|3d|2nd|3rd)\s[Ee]d\.\)|Fed\.))?,?\s(?P<title>[A-Z][\w’ &,]{2,60}?,?\s)?"
    r"(?:(?:§+|[Ss]ec(?:tion|\.))\s?(?P<section>\d+[a-z]?)(?!\w)|(?:pp?\.\s|pages?\s)?(?P<page>\d+))"
)
_PIN = re.compile(r"(?:,\s(?:(?:§+|[Ss]ec(?:tion|\.))\s?\d[\w.]*|(?:pp?\.?|pages?)\s\d+(?:[-–]\d+)?))+(?!\d)")


def find(text: str) -> Iterator[Found]:
    """Every volume cited by section or page."""
    for at in positions(text, *_STARTS):
        cited = _CITED.search(text, max(0, at - 5), at + 100)
        if cited is None or cited.start("work") != at:
            continue
        work = next(name for i, name in enumerate(_WORKS) if cited[f"w{i}"])
        series = re.sub(r"[nr]d", "d", re.sub(r"\s[Ee]d\.|[ ,()]", "", cited["series"] or ""))
        what = f"§ {cited['section']}" if cited["section"] else cited["page"]
        pin = _PIN.match(text, cited.end())
        year, end = sections.year_after(text, pin.end() if pin else cited.end())
        parts = (cited["volume"], work, series, (cited["title"] or "").strip(" ,"), what)
        yield Found(
            *cited.span(),
            "book",
            " ".join(filter(None, parts)),
            pin=pin[0].strip(" ,") if pin else None,
            year=year,
            full_end=end,
        )
