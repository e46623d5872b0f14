"""The text before a citation → the case name that belongs to it, and a year that stands between them.

The name is read backwards from the citation with a small grammar: capitalised words, abbreviations with their
full stops, corporate tails after a comma, and the small words that join them; it ends at a signal, at the word
that opens a sentence, or at a full stop that ends one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from citator.corpus.citations import dubbed
from citator.corpus.citations.courts import court_named
from citator.corpus.citations.lexicon import Lexicon, name_words

_REACH = 260  # characters between the beginning of a name and its citation
_FAR = 500  # … when other words of the sentence stand between

_VERSUS = re.compile(r"(?<=\S) (?:\[?vs?\.?|V\.(?! v)),?(?= ) ?")  # not the last initial of "R. O. V. v. Doe"
_DATE = re.compile(
    r"[\s,]*[(\[](?P<court>[^()\d]{0,40}(?:\d{1,2}\w{0,2}[ ,][^()\d]{1,20})?)(?:\d{1,2}/\d{1,2}/(?P<short>\d\d)|(?:\d{1,2}/\d{1,2}/)?(?P<year>1[6-9]\d\d|20\d\d))[)\]][\s,]*$"
    r"|(?<=[A-Za-z.)]), (?P<bare>1[6-9]\d\d|20\d\d),? ?$"
)
# Older reports name the court before the citation: "Winkel v. Streicher, Mo.App., 287 S.W.2d 389".
_COURT = re.compile(r"(?:,|(?<=\d\))|\A) ?(?P<court>(?:\d{1,2}(?:th|st|d|nd|rd)? )?[A-Z][\w.’' ]{0,24}(?:\.|Cir))\Z")
_TRAILER = re.compile(
    r"(?:\[[^\]]*(?:Binder|Current)[^\]]*\]|\b(?:No\. )?[\dX]{2,4}[-,][\dX]{3,5}[A-Z]?|[\s,:–—([“\"‘*-]|(?:\bsupra|\bSupra)[,.]?|\b[Nn]ote \d+,?"
    r"|,? \[?(?:(?:Docket|Case|Cause|Civil Action|Civ\. ?A\.|Civ\. Action|Criminal|Crim\.|Civil|Civ\.),? )?Nos?\. ?(?:\w+[:-] ?[\w:.-]+|\d+ Civ\.? \d+|\d{5,})[\w.:/&() -]*,?"
    r"|, (?:\d:)?\d\d-(?:cv|cr|mc|md)-\d{2,6}[\w-]*,?|, (?:F\. ?[23]d|S\. ?Ct\.|U\. ?S\.)|, ?(?:Crim|Civ|Criminal|Civil|Docket|Case|Misc|C\. ?A|CA)\.?(?: Action| A\.)?|,? slip op\.[^,;]*,?|\b(?:case|cases|at|in|and|also|decision|reported|reported (?:in|at)|cited at),?)$"
)
# An Ohio court of appeals and its docket number: "State v. Roe, 5th Dist. Stark No. 07CA12, 2008-Ohio-123".
_DISTRICT = re.compile(
    r",? (?:\d{1,2}(?:st|nd|rd|d|th) Dist\.?(?:,? [A-Z][a-z]+)?(?: C\.A\.| App\.)?|[A-Z][a-z]+ App\.(?= ?No)),?(?: ?Nos?\. [\w., &-]+?)?,?$"
)
# A citation to a reporter that no table knows, or to its volume alone: "Hall v. Roe, 9 Haw'n 12", "Hall v. Roe, 7 Pa., supra".
_OTHER_CITE = re.compile(
    r", (?:\d{1,4} [A-Z][\w.#’']{1,12}(?: [A-Z][\w.]{0,6}){0,2}(?: \dd)?(?:,? \d{1,4}(?:, \d{1,4})*)?|(?:1[89]|20)\d\d[-–][A-Z][A-Za-z]+[-–] ?\d+"
    r"|\d{2,4}-(?:[A-Z]{2,4}-\d+|\d{3,6}-[A-Z]{2,4})),?$"
)
_PREFIX = re.compile(
    r"(?:In re|Ex parte|Matter of|Estate of|In the Matter of|Petition of|Application of|Appeal of)\b", re.I
)
_UPON = re.compile(r"\b(?:In re|Ex parte|Matter of) (?=[A-Z])")
_LOWER = re.compile(r"[a-z]")
_CAPITAL = re.compile(r"[A-Z0-9$#&]")
_CUT = re.compile(
    r".*(?:—|--|[.,]\"|”(?=.)|;(?=[A-Z])|\.,(?=[A-Z])|\[(?:\d{1,3}[A-Z]?|\*)\](?=[A-Z]))", re.DOTALL
)  # another sentence ends within the word, or a note is called for: transfer."Irish v., [3]Irish v.
_NOTE_NUMBER = re.compile(r"(?:\d{1,3} )?\d{1,2} (?=[A-Z])")  # of a note, behind that of a page
_CALLED_FOR_SHORT = re.compile(r" \([A-Z][\w.&]{1,12}\)(?= v\. )")
# "In re" farther to the left than the words that seem to open the name: In re Complaint Against Judge Smith.
_STARTED = re.compile(
    r"\b(?:In [Rr]e|Ex parte|(?:In the )?Matter of) (?:(?:[A-Z][\w.’'/-]*(?<!\.)|[A-Z][\w.’'/-]*\.(?! (?:In|The|But|And|As|It|We|See|That|This|Under)\b)|\(\w\)"
    r"|of|the|and|&|for|an?|in|by|at|with|to|from|on|or) )+\Z"
)
_QUOTED = re.compile(r"\w[.?!][”\"]\s*\Z")  # what ends here is a quotation, whose source follows
_OPENING_MARKS = "“\"‘'([*•■{<"
_LEADING = re.compile(
    r"^(?:(?:of|the|and|for|or|an|a|on|upon|to|&|de|&amp;|The|to|In(?! (?:[Rr]e|RE|the|Interest)\b))\s+)+"
)
_NAMING = re.compile(r"[^\W\d_]{2}|(?:[A-Z]\. ?){3}")  # not "77", not "9 U.S."


@dataclass(frozen=True, slots=True)
class Named:
    """A case name at ``text[start:end]``; ``near`` when nothing but separators stands between it and the citation."""

    name: str
    start: int
    end: int
    near: bool
    year: int | None = None
    court: str | None = None


def before(text: str, low: int, high: int) -> Named | None:
    """The name that belongs to the citation at ``high``; nothing before ``low`` is looked at.

    >>> before("See In re Grand Jury, 619 F.2d 1022", 0, 22).name
    'In re Grand Jury'
    >>> before("in United States v. Daas, we asked whether to depart. 198 F.3d 1167", 0, 55)
    Named(name='United States v. Daas', start=3, end=24, near=False, year=None, court=None)
    """
    low = max(low, high - _FAR)
    end, year, court = _trimmed(text, low, high)
    called = dubbed.in_between(text[low:end])
    end -= len(called[0]) if called else 0
    near = max(low, end - _REACH)
    if not _QUOTED.search(text, near, high) and (found := _near(text, near, end)) and not _ended(text, *found):
        start, end = found
        return Named(_clean(text[start:end]), start, end, True, year, court)
    upon = max(_UPON.finditer(text, near, end), key=re.Match.start, default=None)
    if upon and _is_party(text[upon.end() : end]):  # In re Children A, B and C, or In re Grand Jury of May 1, 1975
        return Named(_clean(text[upon.start() : end]), upon.start(), end, True, year, court)
    if far := _far(text, low, high):
        return far
    return Named("", end, end, True, year, court) if year else None


def _ended(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` only ends the sentence before: *That binds the State. 470 U.S., at 7*."""
    return text.startswith(". ", end) and not (_VERSUS.search(text, start, end) or _PREFIX.match(text, start))


def _trimmed(text: str, low: int, high: int) -> tuple[int, int | None, str | None]:
    """Where a name must end: before the separators, a date, "supra", a docket number."""
    end, year, court = high, None, None
    while end > low:
        window = max(low, end - 70)
        near = text[window:end]
        if year is None and near[-1] in "0123456789)], " and (date := _DATE.search(near)):
            end, year = window + date.start(), _year(date)
            court = (date["court"] or "").strip(" ,") or court
        elif court is None and ("Dist" in near or "App." in near) and (district := _DISTRICT.search(near)):
            end, court = window + district.start(), "Ohio Ct. App."
        elif trailer := _TRAILER.search(near):
            end = window + trailer.start()
        elif court is None and (place := _COURT.search(near)) and court_named(place["court"]):
            end, court = window + place.start(), place["court"]
        elif " v. " in near and (cite := _OTHER_CITE.search(near)):
            end = window + cite.start()
        elif text[end - 1] == "." and not name_words().abbreviated(text[window : end - 1].split(" ")[-1].strip("(“")):
            end -= 1
        else:
            break
    return end, year, court


def _year(date: re.Match[str]) -> int:
    if written := date["year"] or date["bare"]:
        return int(written)
    return int(date["short"]) + (1900 if int(date["short"]) > 30 else 2000)


def _near(text: str, low: int, end: int) -> tuple[int, int] | None:
    """A name that ends at ``end``."""
    versus = max(_VERSUS.finditer(text, low, end), key=re.Match.start, default=None)
    if versus is not None and _is_party(text[versus.end() : end]):
        start = _backwards(text, low, versus.start(), versus=True)
        if start < versus.start():
            return start, end
    start = _backwards(text, low, end, versus=False)
    if started := _STARTED.search(text, max(low, start - 200), start):
        start = started.start()
    words = text[start:end].split()
    if not words or (versus is not None and versus.end() > start):
        return None
    generic = words[-1].strip(".,’'") in name_words().generic or "Court" in words
    if generic and not _PREFIX.match(text, start):
        return None
    return (start, end) if _NAMING.search(text, start, end) else None


def _is_party(words: str) -> bool:
    """Whether ``words``, between "v." and the citation, are a party's name and nothing else."""
    words = words.strip()
    if not words or len(words) > 170 or any(mark in words for mark in ";“”?!{}"):
        return False
    lexicon = name_words()
    tokens = words.split(" ")
    opened = 0
    for i, token in enumerate(tokens):
        opened += token.count("(") - token.count(")")
        bare = token.strip("()[],.:’'")
        small = bool(bare) and bare[0].islower() and not _CAPITAL.search(bare)
        if small and not opened and not token.endswith(")") and not {token, bare} & lexicon.within:
            return False
        if token.endswith(".") and i + 1 < len(tokens) and not lexicon.abbreviated(bare):
            return False
    return _CAPITAL.search(words) is not None or len(tokens) == 1


def _backwards(text: str, low: int, end: int, *, versus: bool) -> int:
    """Where the run of name words that ends at ``end`` begins."""
    lexicon = name_words()
    start = joint = end  # joint: where the words to the right of the last "and" begin
    right = ""
    listed = False  # an "&" or "and" stands to the right: a list may have commas
    for _ in range(30):
        begin, token, opening = _token_before(text, low, start, versus=versus)
        if token in ("v.", "vs.", "v") or (token == "V." and right):
            return joint
        numbered = token[:1].isdigit() and text[max(low, begin - 7) : begin].endswith(("No. ", "Nos. ", "Local "))
        if not token or not _continues(token, right, listed or numbered, versus, lexicon):
            break
        if token in ("and", "&", "&amp;"):
            listed = True
            joint = start
        elif token.lower() in ("re", "parte") and text[max(low, begin - 3) : begin].lower() in ("in ", "ex "):
            return begin - 3
        right, start = token, begin
        if opening:
            break
    if number := _NOTE_NUMBER.match(text, start):
        start = number.end() if text[start - 1 : start] in ("", "\n") else start
    leading = _LEADING.match(text[start:end])
    if leading and (versus or not text.startswith("The ", start)):
        start += leading.end()
    return start


def _token_before(text: str, low: int, end: int, *, versus: bool) -> tuple[int, str, bool]:
    """The word that ends before ``end``, where it begins, and whether a quotation, parenthesis or dash opens there."""
    while end > low and text[end - 1] == " ":
        end -= 1
    if end <= low or text[end - 1] == "\n":
        return end, "", True
    begin = max(text.rfind(" ", low, end) + 1, text.rfind("\n", low, end) + 1, low)
    word = text[begin:end]
    if versus and word[0] == "(" and word.rstrip(",").endswith(")"):  # Perkins Advisers, Inc. (PAI) v. Hall
        return begin, word, False
    if word[0] in '“"‘' and word.rstrip(",")[-1] in '”"’' and len(word) > 2:  # In re Application of "X"
        return begin, word.strip('“”"‘’'), False
    cut = _CUT.match(word)
    token = word[cut.end() if cut else 0 :].lstrip(_OPENING_MARKS)
    return end - len(token), token, len(token) < len(word)


def _continues(token: str, right: str, listed: bool, versus: bool, lexicon: Lexicon) -> bool:
    """Whether ``token`` can be part of a name whose next word is ``right`` (none, when it is the last)."""
    bare = token.strip(".,’'()[]")
    tail = right.strip(".,").replace(".", "")
    if token in lexicon.small or token.lower() in ("re", "parte"):
        return bool(right) or token.startswith(("al", "ux"))
    if not bare or not _CAPITAL.search(bare[:3]):
        return False
    if bare == "No" and right[:1].isdigit():
        return True
    if lexicon.opens(bare) and not (versus and not right) and not _is_tail(tail, token, lexicon):
        return False
    mark = token[-1]
    closed = token.rstrip(",.")[-1:] in (")", "]") and "(" not in token and "[" not in token
    if closed or mark in ';:?!”"' or (token[0] == "(" and right in ("and", "&")):  # (Dent), and Roe v. Hall
        return False
    if not right or mark not in ",.":
        return True
    if mark == ".":
        return tail in lexicon.corporate or right in ("&", "&amp;") or lexicon.abbreviated(bare)
    initial = len(right) <= 3 and right.endswith(".")  # Chicago, B. & Q. R. Co.
    return tail in lexicon.corporate or listed or initial or right in ("et", "ex")


def _is_tail(tail: str, token: str, lexicon: Lexicon) -> bool:
    """Whether a name goes on with ``tail`` behind ``token``: *See Co.*, *See, Commissioner*, but not *See Commissioner*."""
    return tail in lexicon.corporate and (token.endswith(",") or len(tail) < 5)


def _far(text: str, low: int, high: int) -> Named | None:
    """A name earlier in the sentence or the one before it, if it is the only one that has no citation."""
    found: dict[str, Named] = {}
    low = max(low, text.rfind("\n", 0, high) + 1)
    opened = [(_backwards(text, low, v.start(), versus=True), v) for v in _VERSUS.finditer(text, low, high)]
    opened += [(upon.start(), upon) for upon in _UPON.finditer(text, low, high)]
    for start, joint in opened:
        end = _forwards(text, joint.end(), high)
        if end > joint.end() and (start < joint.start() or joint.re is _UPON):
            named = Named(_clean(text[start:end]), start, end, False)
            found[named.name] = named
    return next(iter(found.values())) if len(found) == 1 else None


def _forwards(text: str, start: int, limit: int) -> int:
    """Where the second party, which begins at ``start`` and is followed by other words, ends."""
    lexicon = name_words()
    end = at = start
    while at < limit and at - start < 120:
        stop = text.find(" ", at, limit)
        stop = limit if stop < 0 else stop
        token = text[at:stop]
        bare = token.strip(".,;:’'”\"()[]?!")
        if token in ("of", "the", "de", "&", "&amp;", "van", "von", "la", "del", "ex", "rel."):
            at = stop + 1
            continue
        if not bare or not _CAPITAL.match(bare):
            break
        if token.endswith(("’s", "'s")) and not text[stop + 1 : stop + 2].isupper():
            return at + len(token) - 2
        closed = token[-1] in ';:?!”")' or (token[-1] == "." and not lexicon.abbreviated(bare))
        end = at + len(token.rstrip(',;:”"’)]?!' + ("." if closed else "")))
        if closed or (token[-1] == "," and text[stop + 1 :][:14].split(" ")[0].strip(".,") not in lexicon.corporate):
            break
        at = stop + 1
    return end


def _clean(name: str) -> str:
    """The name as printed, with its two sides joined by " v. ", and what one is called for short and stray marks off."""
    name = _CALLED_FOR_SHORT.sub("", name)
    name = _VERSUS.sub(" v. ", name.replace("&amp;", "&")).strip(' ,;:“”"‘([*-–—')
    return name if "(" in name else name.rstrip(")")
