"""The caption of a decision → its name as lawyers write it: ``UNITED STATES OF AMERICA, Appellee, v. DANIEL POULIN`` → ``United States v. Daniel Poulin``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_VERSUS = re.compile(r"^[-–—]? ?(?:[vV][sS]?\.?|versus|VERSUS|against|AGAINST) ?[-–—.]*$")
_ONE_LINE = re.compile(r"^(?P<left>.{2,400}?)[,;]? (?:v\.|vs\.|V\.|VS\.|v|versus)[-–—]? (?P<right>.{2,400})$")
_IN_RE = re.compile(
    r"^(?P<how>In re|IN RE|In Re|In the [Mm]atter of|IN THE MATTER OF|Matter of|MATTER OF|Ex parte|EX PARTE|Ex Parte)[:;,]? (?P<who>.{2,200})$"
)
_ROLE = (
    r"(?:plaintiffs?|defendants?|petitioners?|respondents?|appell(?:ant|ee)s?|intervenors?|relators?|claimants?|cross[- ]?|debtors?|"
    r"third[- ]party|counter|movants?|objectors?|real part(?:y|ies)|libell?ants?|complainants?|amic(?:us|i)|garnishee|employer|employee|"
    r"impleaded|consolidated|interested part|insurance carrier|necessary part)"
)
_DESIGNATION = re.compile(rf"^\(?(?:the )?{_ROLE}\b", re.I)
_CUT = re.compile(
    rf"(?:,|;| -| –|\()? *\b(?:{_ROLE}\b|et al|et ux|et vir|etc\b|a\.?k\.?a\b|a/k/a|also known|d/b/a|f/k/a|doing business|formerly|individually|"
    r"on behalf of|in (?:his|her|their|its) |as (?:the )?(?:administrat|execut|trustee|guardian|next friend|personal|parent|attorney|director|mother|father|legal)|"
    r"by and through|through|by h(?:is|er) |no\. \d|nos\. \d|use of|certiorari|error to|appeal from|decided|argued).*$",
    re.I,
)
_OFFICE = re.compile(
    r",? (?:(?:Acting |Deputy |Assistant |U\.?S\.? |United States )*(?:Attorney General|Secretary|Commissioner of (?!Internal)|Director|Warden|Superintendent|Sheriff|Governor|Administrator|"
    r"Trustee|Executor|Executrix|Administratrix|Collector|Receiver|Judge|Justice|President|Mayor|Clerk|Guardian|Chairman)\b).*$",
    re.I,
)
_NOT_PARTY = re.compile(
    r"\bcourt\b|\bappeals?\b|\bcircuit\b|^(?:no|nos|docket|case|civil|argued|decided|filed|before|present|opinion|published|unpublished|term|counsel|"
    r"for publication|not for publication|slip|in the|from)\b|\bterm,|\bversion\b|^\W*$|^\d|^\[|\b(?:19|20)\d\d\b",
    re.I,
)
_NOT_CASE = re.compile(
    r"^(?:see|cf|accord|but|in|under|the case|overruled|for|cite|e\.g)\b|\d U\. ?S\. |\bSupp\b|\bF\.\d|^\d", re.I
)
_SMALL = frozenset(
    ["of", "the", "and", "for", "in", "on", "to", "a", "an", "by", "at", "de", "la", "del", "y", "ex", "rel.", "v."]
)
_KEPT = re.compile(
    r"^(?:[A-Z]\.)+,?$|^(?:LLC|LLP|LP|PLLC|PC|USA|NLRB|FCC|FDIC|EPA|ITT|IBM|II|III|IV|VI|VII|DBA|PA|NV|SA|AG|AFL-CIO)[.,]*$"
)


def case_name(head: Sequence[tuple[int, int, str]], running_heads: Iterable[str]) -> tuple[str, str] | None:
    """The name and how it was found. ``head``: cells of the caption as (line, column, words).

    >>> case_name([(0, 0, "Robert C. KONOP, Plaintiff-Appellant, v. HAWAIIAN AIRLINES, INC., Defendant-Appellee.")], [])
    ('Konop v. Hawaiian Airlines, Inc.', 'text: caption')
    """
    for i, (_, _, words) in enumerate(head):
        if _VERSUS.match(words):
            left, right = _party_before(head, i), _party_after(head, i)
            if left and right:
                return f"{left} v. {right}", "text: caption"
        match = _ONE_LINE.match(words)
        if match and i < 25 and not _NOT_CASE.search(match["left"]) and _is_caption(match["left"], match["right"]):
            left, right = _party(match["left"]), _party(match["right"])
            if left and right:
                return f"{left} v. {right}", "text: caption"
        if (match := _IN_RE.match(words)) and i < 25:
            who = _party(match["who"])
            if who:
                how = "Ex parte" if match["how"].lower().startswith("ex") else "In re"
                return f"{how} {who}", "text: caption"
    return _from_running_heads(running_heads)


def _is_caption(left: str, right: str) -> bool:
    """A line of a caption, not a sentence that cites: both parties begin with a capital, no citation between."""
    return left[:1].isupper() and right[:1].isupper() and not re.search(r"[a-z]{3}\. [A-Z]", left)


def _party_before(head: Sequence[tuple[int, int, str]], at: int) -> str | None:
    pieces: list[str] = []
    line = head[at][0]
    for number, _, words in reversed(_left_column(head[max(0, at - 14) : at])):
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


def _left_column(cells: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The first cell of each line: docket numbers and the like stand to the right of the parties."""
    return [cell for n, cell in enumerate(cells) if not n or cells[n - 1][0] != cell[0]]


def _party_after(head: Sequence[tuple[int, int, str]], at: int) -> str | None:
    pieces: list[str] = []
    column = head[at][1]
    for _, where, words in _left_column(head[at + 1 : at + 14]):
        if where > column + 32 and pieces:
            continue
        if _DESIGNATION.match(words) or (pieces and _NOT_PARTY.search(words)):
            break
        if _NOT_PARTY.search(words):
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
    words = _CUT.sub("", " ".join(words.split()))
    words = _OFFICE.sub("", words)
    words = re.split(r";| and (?=[A-Z][\w.]+ [A-Z]{3,})", words)[0]
    words = re.split(
        r", (?=(?!(?:Inc|INC|Ltd|LTD|L\.?L\.?C|LLC|LLP|L\.P|N\.A|Co\b|CO\b|Corp|CORP|Jr|JR|Sr|SR|II|III|P\.?C|S\.A|et al))[A-Z(])",
        words,
    )[0]
    words = re.sub(r"\[?\*+\]?|\s\d$", "", words).strip(" ,.;:–—-") + (
        "." if re.search(r"\b(?:Inc|INC|Co|CO|Corp|CORP|Jr|JR|Sr|SR|Ltd|LTD)$", words.strip(" ,.;:–—-")) else ""
    )
    words = _family_name(words)
    words = re.sub(r"^(?:The|THE) ", "", words)
    words = " ".join(_cased(word, n) for n, word in enumerate(words.split()))
    words = re.sub(r"^United States of America$", "United States", words)
    return words if len(words) > 1 and not words[0].isdigit() else None


def _family_name(words: str) -> str:
    """``Robert C. KONOP`` → ``KONOP``: reporters set the name to cite in capitals."""
    pieces = words.split()
    loud = [
        len(re.sub(r"[^A-Za-z]", "", piece)) > 2 and piece.upper() == piece and piece.lower() != piece
        for piece in pieces
    ]
    if not pieces or loud[0] or not any(loud):
        return words
    first = loud.index(True)
    if all(piece[:1].isupper() or piece.lower() in _SMALL for piece in pieces[:first]):
        return " ".join(pieces[first:])
    return words


def _cased(word: str, position: int) -> str:
    if _KEPT.match(word) or not re.sub(r"[^A-Za-z]", "", word).isupper() or (len(word) == 1 and position == 0):
        return word
    if word.lower() in _SMALL and position:
        return word.lower()
    if re.match(r"MC[A-Z]", word):
        return "Mc" + word[2:].capitalize()
    return re.sub(r"[A-Z]+(?:['’]S\b)?", lambda part: part.group().capitalize(), word)


def _from_running_heads(lines: Iterable[str]) -> tuple[str, str] | None:
    counts = Counter(
        re.sub(r"^\d+\s+|\s+\d+$|^\W+", "", " ".join(line.split())) for line in lines if re.search(r"\s[vV]\. ", line)
    )
    for words, count in counts.most_common(1):
        match = _ONE_LINE.match(words)
        if count > 1 and match:
            left, right = _party(match["left"]), _party(match["right"])
            if left and right:
                return f"{left} v. {right}", "text: running head"
    return None
