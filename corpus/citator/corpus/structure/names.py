"""The caption of a decision → its name as lawyers write it: ``UNITED STATES OF AMERICA, Appellee, v. DANIEL POULIN`` → ``United States v. Daniel Poulin``."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

_VERSUS = re.compile(r"^[-–—.]? ?(?:[vV][sS]?\.?|versus|VERSUS|against|AGAINST) ?[-–—.]*$")
_ONE_LINE = tuple(
    re.compile(rf"^(?P<left>.{{2,2000}}?)[,;]? (?P<v>{versus})[-–—]? (?P<right>.{{2,3000}})$")
    for versus in (r"v\.|vs\.|v|versus", r"V\.|VS\.")  # the capital may be a person's initial
)
_IN_RE = re.compile(
    r"^(?P<how>In re|IN RE|In Re|In the [Mm]atter of|IN THE MATTER OF|Matter of|MATTER OF|Ex parte|EX PARTE|Ex Parte)[:;,]? (?P<who>.{2,3000})$"
)
_ROLE = (
    r"(?:plaintiffs?|defendants?|petitioners?|respondents?|appell(?:ant|ee)s?|intervenors?|relators?|claimants?|cross-?(?:app|claim|compl|def|pet|pl|resp)\w*|debtors?|"
    r"third[- ]party|counter|movants?|objectors?|real part(?:y|ies)|libell?ants?|complainants?|amic(?:us|i)|garnishee|employer|employee|"
    r"impleaded|consolidated (?:with|cases?|actions?|appeals?|defend|pet|plain|resp)|interested part|insurance carrier|necessary part)"
)
_DESIGNATION = re.compile(rf"^\(?(?:the )?{_ROLE}\b", re.I)
_CUT = re.compile(
    rf"(?:,|;| -| –|\()? *\b(?:{_ROLE}\b|et al|et ux|et vir|etc\b|a\.?k\.?a\b|a/k/a|also known|d/b/a|f/k/a|doing business|formerly|individually|"
    r"on behalf of|in (?:his|her|their|its) |as (?:the )?(?:administrat|execut|trustee|guardian|next friend|personal|parent|attorney|director|mother|father|legal)|"
    r"by and through|through|by h(?:is|er) |(?<!local )(?<!lodge )(?<!district )(?<!division )no\. \d|nos\. \d|and \w+ other c\w+s\b|\d{1,4} [A-Z][\w.]*\.? ?(?:\w+\.? )?\d|use of|an? (?:\w+ ){1,3}(?:corporation|company|partnership|juvenile)|certiorari|this document relates|error to|appeal from|decided|argued).*$",
    re.I,
)
_OFFICE = re.compile(
    r",? (?:(?:Acting |Deputy |Assistant |U\.?S\.? |United States )*(?:Attorney General|Secretary|Commissioner of (?!Internal)|Director|Warden|Superintendent|Sheriff|Governor|Administrator|"
    r"Trustee|Executor|Executrix|Administratrix|Collector|Receiver|Judge|Justice|President|Mayor|Clerk|Guardian|Chairman)\b).*$",
    re.I,
)
_NOT_PARTY = re.compile(
    r"\bcourt\b|\bappeals?\b|\bcircuit\b|^(?:no|nos|docket|case|civil|argued|decided|filed|before|present|opinion|published|unpublished|term|counsel|"
    r"for publication|not for publication|non-argument|slip|in the|from|d\.? ?c\.)\b|^d\.c\.|\bcalendar\b|_{4}|^for the (?:\w+ )?(?:district|circuit|county|state)\b|^(?:\w+ern |central |middle )?district of (?!columbia)|\bdivision$|\bterm,|\bversion\b|^\W*$|^\d|^\[|\b(?:19|20)\d\d\b",
    re.I,
)
_COURT_SUED = re.compile(r"(?:the )?(?:superior|municipal|juvenile|probate|justice|county) court\b", re.I)
_NOT_CASE = re.compile(
    r"^(?:see|cf|accord|but|in|under|the case|overruled|for|cite|e\.g)\b|\d U\. ?S\. |\bSupp\b|\bF\.\d|^\d", re.I
)
_INSTITUTION = re.compile(
    r"\b(?:company|co|inc|corp|corporation|department|commission|board|bureau|agency|county|city|town|state|united|health|services?|"
    r"of|for|association|ass'n|bank|union|trust|school|university|insurance|railway|railroad|brothers|sons|foundation|club)\b",
    re.I,
)
_GIVEN = re.compile(r"(?:[A-Z]\.)+|The|[A-Z][\w’'-]*[a-z][\w’'.-]*,?")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_CALLED = re.compile(r"(?:JR|SR|LTD|BD|ST|DR|MR|MRS|BROS|MT|FT|DEPT|RY|MFG|PTY)[.,]*")
# "ROE, DOE & SOUTHERN RAILWAY CO.": commas within one name; several persons have longer names between theirs.
_FIRM = re.compile(
    r"(?:[\w.’'-]+(?: [\w.’'-]+)?, )+[\w.’'-]+(?: [\w.’'-]+)?,? (?:&|and(?= [^,;]*\b(?:railway|railroad)\b)) "
    r"[\w.’' &-]*?\b(?:co|company|corp|corporation|,? inc|,? ltd|railway|railroad|ry|r\. ?r|sons|bros)\b",
    re.I,
)
_SMALL = frozenset(
    ["of", "the", "and", "for", "in", "on", "to", "a", "an", "by", "at", "de", "la", "del", "y", "ex", "rel.", "v."]
)
_KEPT = re.compile(
    r"^(?:[A-Z]\.)+,?$|^(?:LLC|LLP|LP|PLLC|PC|USA|NLRB|FCC|FDIC|EPA|ITT|IBM|II|III|IV|VI|VII|DBA|PA|NV|SA|AG|AFL-CIO)[.,]*$"
)


_Cell = tuple[int, int, str]  # line, column and words of a cell of the caption
_COLUMN = 25  # characters from the "v." to a second column


def case_name(head: Sequence[_Cell], running_heads: Iterable[str]) -> tuple[str, str] | None:
    """The name and how it was found. ``head``: cells of the caption as (line, column, words).

    >>> case_name([(0, 0, "Robert C. ROPER, Plaintiff-Appellant, v. TOLLAND AIRLINES, INC., Defendant-Appellee.")], [])
    ('Roper v. Tolland Airlines, Inc.', 'text: caption')
    """
    for i, (_, _, words) in enumerate(head):
        if _VERSUS.match(words):
            left, right = _party_before(head, i), _party_after(head, i)
            if left and right:
                return f"{left} v. {right}", "text: caption"
        for match in _versus(words) if i < 25 else ():
            left, right = _party(match["left"]), _party(match["right"])
            if left and right:
                return f"{left} v. {right}", "text: caption"
        if (alone := _IN_RE.match(words)) and i < 25:
            who = _party(alone["who"])
            if who:
                how = "Ex parte" if alone["how"].lower().startswith("ex") else "In re"
                return f"{how} {who}", "text: caption"
    return _from_running_heads(running_heads)


def _versus(words: str) -> Iterator[re.Match[str]]:
    """Where a line may be parted into the two sides of a case."""
    for pattern in _ONE_LINE:
        match = pattern.match(words)
        if match and not _NOT_CASE.search(match["left"][:200]) and _is_caption(match):
            yield match


def _is_caption(match: re.Match[str]) -> bool:
    """A line of a caption, not a sentence that cites, nor a person with the initial V."""
    left, right = match["left"], match["right"]
    if not (left[:1].isupper() and right[:1].isupper()) or re.search(r"[a-z]{3}\. [A-Z][a-z]", left[:200]):
        return False
    return match["v"].islower() or (left.isupper() and right[:30].isupper())


def _party_before(head: Sequence[_Cell], at: int) -> str | None:
    pieces: list[str] = []
    line = head[at][0]
    for number, _, words in reversed(_left_column(head[max(0, at - 14) : at], head[at])):
        if line - number > 6 or _NOT_PARTY.search(words):
            if pieces or not _DESIGNATION.match(words):
                break
            continue
        if number == head[at][0]:
            continue
        if _DESIGNATION.match(words):
            if pieces:
                break
            continue
        pieces.insert(0, words)
        line = number
    return _party(_first_party(pieces))


def _left_column(cells: Sequence[_Cell], versus: _Cell) -> list[_Cell]:
    """The first cell of each other line, unless far to the right: docket numbers stand beside the parties."""
    firsts = [cell for n, cell in enumerate(cells) if not n or cells[n - 1][0] != cell[0]]
    return [cell for cell in firsts if cell[0] != versus[0] and cell[1] <= versus[1] + _COLUMN]


def _party_after(head: Sequence[_Cell], at: int) -> str | None:
    pieces: list[str] = []
    for _, _, words in _left_column(head[at + 1 : at + 16], head[at]):
        if _DESIGNATION.match(words) or (pieces and _NOT_PARTY.search(words)):
            break
        if _NOT_PARTY.search(words) and not _COURT_SUED.match(words):
            continue
        pieces.append(words)
        if re.search(rf"\b{_ROLE}\.?$", words, re.I) or words.endswith("."):
            break
    return _party(_first_party(pieces))


def _first_party(pieces: Sequence[str]) -> str:
    """The first of several: a line that ends in a comma may still go on with ``Inc.``."""
    return " ".join(pieces[:4])


def _party(words: str) -> str | None:
    """One party, in ordinary capitals, without role, office or et al.

    >>> _party("UNITED STATES OF AMERICA, Plaintiff-Appellee,"), _party("Christopher Lee ARMSTRONG et al.")
    ('United States', 'Armstrong')
    """
    words = re.sub(r"^(?:in re[:;]? )?(?:the )?", "", " ".join(html.unescape(words).split()), flags=re.I)
    words = _CUT.sub("", words)
    words = _OFFICE.sub("", words)
    words = re.split(r";| and (?=[A-Z][\w.]+ [A-Z]{3,})|(?:(?<=[A-Za-z]{5})|(?<=\d))\. (?=[A-Z])", words)[0]
    words = re.sub(r"(?:,? (?:and|AND|&|of|OF|for the|FOR THE))?[ ,]*$| \([^()]*\)$", "", words)
    firm = _FIRM.match(words)
    words, whole = (words[firm.end() :], firm[0]) if firm else (words, "")
    words = (
        whole
        + re.split(
            r", (?=(?!(?:Inc|INC|Ltd|LTD|L\.?L\.?C|LLC|LLP|L\.P|N\.A|Co\b|CO\b|Corp|CORP|Jr|JR|Sr|SR|II|III|P\.?C|S\.A|et al))[A-Z(])",
            words,
        )[0]
    )
    initials = re.search(r"\b[A-Z]\. ?[A-Z]\.[\s,;]*$", words)
    words = re.sub(r"\[?\*+\]?|\s\d$", "", words).strip(" ,.;:–—-") + (
        "."
        if initials or re.search(r"\b(?:Inc|INC|Co|CO|Corp|CORP|Jr|JR|Sr|SR|Ltd|LTD)$", words.strip(" ,.;:–—-"))
        else ""
    )
    words = _family_name(words)
    words = re.sub(r"^(?:The|THE) ", "", words)
    words = " ".join(_cased(word, n) for n, word in enumerate(words.split()))
    words = re.sub(r"^(?:United States of America|USA|U\.S\.A\.)$", "United States", words)
    words = re.sub(r",? v$", "", words).strip(" ,")
    return words if len(words) > 1 and (words[0].isupper() or words[0] in "“‘") else None


def _family_name(words: str) -> str:
    """``Robert C. ROPER`` → ``ROPER``: reporters set the name to cite in capitals. Of several persons, the first."""
    pieces = words.split()
    loud = [_is_loud(piece) for piece in pieces]
    if pieces and not loud[0] and any(loud):
        first = loud.index(True)
        if words.isupper() and sum(loud) > 1 and all(_INITIALS.fullmatch(piece) for piece in pieces[:first]):
            return words  # "H. ALLAN ROE", "R.J. DOE TOBACCO CO.": all of it is in capitals
        if all(_GIVEN.fullmatch(piece) for piece in pieces[:first]):
            return re.split(r" (?:and|AND|&) ", " ".join(pieces[first:]))[0]
    one, _, others = words.partition(" and ") if " and " in words else words.partition(" AND ")
    several = len(one.split()) > 1 and len(others.split()) > 1
    return one if several and not _INSTITUTION.search(words) else words


def _is_loud(piece: str) -> bool:
    """Set in capitals, small ``c`` of a McCORKLE aside."""
    letters = re.sub(r"^(?:Mc|Mac|De|Di|La|Le|Van)(?=[A-Z]{2})|[^A-Za-z]", "", piece)
    return len(letters) > 2 and letters.isupper() and not piece.startswith("(")


def _cased(word: str, position: int) -> str:
    if match := re.match(r"(Mc|MC|Mac)([A-Z]{2,}.*)$", word):
        return match[1].capitalize() + match[2].capitalize()
    unspoken = not re.search(r"[AEIOUYaeiouy]", word) and not _CALLED.fullmatch(word)
    if (
        _KEPT.match(word)
        or unspoken
        or not re.sub(r"[^A-Za-z]", "", word).isupper()
        or (len(word) == 1 and position == 0)
    ):
        return word
    if word.lower() in _SMALL and position:
        return word.lower()
    return re.sub(r"[A-Z]+(?:['’]S\b)?", lambda part: part.group().capitalize(), word)


def _from_running_heads(lines: Iterable[str]) -> tuple[str, str] | None:
    whole: list[str] = []
    for line in lines:
        words = " ".join(line.split())
        if whole and re.match(r"[vV]\. [A-Z]", words):  # a long name takes two lines
            words = f"{whole.pop()} {words}"
        whole.append(words)
    counts = Counter(re.sub(r"^\d+\s+|\s+\d+$|^\W+", "", line) for line in whole if re.search(r"\s[vV]\. ", line))
    for words, count in counts.most_common(1):
        for match in _versus(words) if count > 1 else ():
            left, right = _party(match["left"]), _party(match["right"])
            if left and right:
                return f"{left} v. {right}", "text: running head"
    return None
