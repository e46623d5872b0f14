"""What stands before or behind a section mark → the code, act or constitution whose section it is.

``Cal.Health & Safety Code § 11351.5`` names its code before the mark, ``Section 994(b)(2) of Title 28`` behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from citator.corpus.citations.authorities import codes, dated_acts

HeadKind = Literal["statute", "regulation", "constitution", "book", "none"]

_REACH = 140
_WORD = r"(?:[A-Z][\w’'&-]*\.?|&|and|of|the|for|to|in|on|with|[Tt]it\.|[Cc]hs?\.|[Cc]\.|[Aa]rts?\.|[Pp]ts?\.|\d+[A-Z]?(?:[-.:]\w+)*\.?|\([^()]{1,40}\))"
_RUN = re.compile(rf"(?:{_WORD}(?:,?\s+|(?<=[.&])),?\s?)*\Z")
_CODE_WORD = re.compile(
    r"\b(?:Codes?|CODE|Laws?|LAWS?|Gen\.\s?L(?=\.)|Statutes?|Stats?|STAT|Ann|Regulations?|Regs?|Ordinances?|Charter|Comp|Act|Acts|Proc)\b"
)
_REGULATION = re.compile(r"\b(?:Regulations?|Regs?|Admin(?:\.|istrative) Code|Rules)\b")
_CONSTITUTION = re.compile(r"\bConst\b|Constitution|\b[Aa]rt(?:icle|\.)\s[IVX]+,?\s*$")
_TREATISE = re.compile(
    r"\bRestatement\b|\bRESTATEMENT\b|\bStandards\s[Ff]or\b|\bManual\sfor\b|Jur(?:isprudence|\.)?\s?[23]d|\bC\.\s?J\.\s?S\b|Federal Practice|\b(?:Evidence|Contracts|Torts|Crimes"
    r"|Corporations|Treatise|Procedure|Property|Trusts|Insurance|Pleading|Practice|Encyclopedia|Construction)\b|^[\w. &-]*[A-Z][\w’'-]+\son\s(?:the\s)?[A-Z]\w+"
)
# A run of capitals begins with words of the sentence around it more often than with a code's name.
_HEADING_NUMBER = re.compile(r"\d{1,2}\. (?=[A-Z][a-z]{2})")  # "2. Code § 19", under a heading of its own
_LEADING = re.compile(
    r"(?:(?:\(\w{1,5}\)|(?:[Ss]ections?\s)?\d[\w.:-]*,?\s(?:and|or)|See|Under|In|The|That|By|Of|And|Accord|Cf\.|But|Also|also|and|of|the|to|in|for|on|with|With|Because|Although|While|If|When|As|From|e\.g\.|E\.g\."
    r"|Compare|Thus|Therefore|However|Both|Our|Its|This|These|Those|Since|Pursuant|Relying|Citing|citing|quoting|For|On|To)(?:,?\s+))+"
)
_SIGNAL = re.compile(r".*\.\s(?:See(?:\s(?:also|generally),?)?|Cf\.|Accord|E\.\s?g\.,)\s")  # of another sentence
_CONSTITUTION_AND = re.compile(r".*\bConst(?:itution|\.),?\s(?:and|or)\s(?:(?:on|under)\s)?(?=[A-Z])")
_BEFORE_ACT = re.compile(r".*[a-z]{4}\.\s(?=Act\sof\s)")
_PUBLISHER = re.compile(
    r"\s?\((?:[^()]*)\)|,?\s\b(?:1[6-9]|20)\d\d\b,?|\bAnn(?:\.|otated\b)|\b(?:McKinney|Vernon|West|Deering|Purdon|Smith-Hurd)(?:['’]?s)?\b"
)
_LONG_WORDS = {
    "Statutes": "Stat.", "Stats.": "Stat.", "General": "Gen.", "Revised": "Rev.", "Compiled": "Comp.", "Consolidated": "Cons.",
    "Administrative": "Admin.", "Regulations": "Regs.",
}  # fmt: skip
_NAMED_ACT = r"(?:[A-Z][\w’'-]*\.?)(?:,?\s(?:and|of|for|in|to|the|on|&|[A-Z][\w’'-]*\.?)){0,9}?"
_OF_TITLE = re.compile(
    r"\s(?:of|in)\s(?:[Tt]itle\s(?P<title>\d+)\b(?:,?\s(?:of\sthe\s)?(?:United\sStates\sCode|U\.\s?S\.\s?C(?:ode|\.)))?"
    r"|(?P<usc>\d+)\s(?:United\sStates\sCode|U\.\s?S\.\s?C))"
)
_OF_CODE = re.compile(
    rf",?\s(?:of|to|under)\s(?:the|this|that|our|an|said|such)\s(?:(?P<dated>{dated_acts.DATED})|(?P<act>(?:(?:1[789]|20)\d\d\s)?{_NAMED_ACT}\s(?:Act|Code|Laws?|Statutes|Ordinance|Code\sof\s(?:Civil|Criminal)\sProcedure)\b(?:\sof\s(?:1[789]|20)\d\d)?"
    r"|Code\sof\s(?:Civil|Criminal)\sProcedure\b)"
    r"|(?P<letters>[A-Z]{2,6}[A-Za-z]?)\b(?!\s?[A-Z])"
    r"|(?P<constitution>(?:[A-Z]\w+\s(?:[A-Z]\w+\s)?)?[Cc]onstitution)"
    r"|(?P<paper>(?:[\w’'-]+\s){0,3}?(?:[Aa]greement|[Cc]ontract|[Ll]ease|[Pp]olicy|[Pp]lan|[Dd]eed|[Bb]y-?[Ll]aws|[Ww]ill|[Tt]rust|[Ii]ndenture"
    r"|[Nn]ote|[Mm]anual|[Oo]pinion|[Bb]rief|[Rr]eport|[Cc]omplaint|[Hh]andbook|[Ll]icense|[Tt]reaty|[Cc]onvention|[Rr]estatement)\b))"
)
_COMMA = re.compile(r",?\s")
_OF_STATE = re.compile(
    r"(?P<what>Code|Revised\sStatutes|General\sStatutes|Gen\.\sStat\.)\s(?:of\s)?(?P<state>[A-Z]\w+(?:\s[A-Z]\w+)?)"
)
_ACT_APART = re.compile(
    rf"(?P<act>{_NAMED_ACT}\s(?:Act|Code)\b(?:\sof\s(?:(?:1[789]|20)\d\d|(?:Civil|Criminal)\sProcedure))?)(?!\sof\s[A-Z]|,?\s(?:Ann\.\s)?(?:§|[Ss]ec|[Aa]rt|\d))"
)
_AUTHOR = re.compile(
    r"\d{0,2}\s?(?:[A-Z]\.\s?){1,3}[A-Z]\w+|\d{1,2}\s(?!(?:And|But|The|Under|In|See|Section|As|Thus|Nor|Or|For)\b)[A-Z]\w+(?:,|$)|[A-Z][\w’'-]+,\s(?:[A-Z]\w+\s?){2,}$"
)
_PAPER = re.compile(r"\b(?:Plan|Agreement|Contract|Lease|Policy|Bylaws|By-Laws|Manual|Handbook|Indenture|Deed|Will)$")
_STATUTES = re.compile(r"\s?(?:Rev(?:\.|ised)\s)?Stat(?:s|utes)?\.?(?:\sAnn\.)?")
_POSSESSIVE = "'’s "
_LAND = re.compile(r",?\s(?:Township|Twp\.|T\.\s?\d|Range|Block|in\s[Tt]ownship)")
_SESSION_LAW = re.compile(r",?\s(?:as\samended,\s)?\d+\sStat\b")
# Nothing is spelled out before a mark that follows a plain word: "under § 1326", "violates § 841".
_PLAIN_WORD = re.compile(r"(?:^|[\s“\"(\[])(?!(?:tit|chs?|c|arts?|pts?)\.)[a-z][a-z-]+,?\s\Z|\n\Z")
# The section is a pin of that work: "1 Roe, supra, § 2.02".
_CITED_BEFORE = re.compile(r"[^.,;]\.?, (?:[Ss]upra|op\. cit\.),?(?: (?:note|n\.) \d+)?,? \Z")
_ACRONYM = re.compile(r"(?<![\w.])(?P<letters>[A-Z]{3,6}A?)(?:['’]s)?,?\s\Z")
# "FERC's section 5 power": the agency is no act.
_AGENCIES = frozenset(
    "BIA CAB CFPB CFTC DEA DOJ DOT EEOC EPA FAA FBI FCC FDA FDIC FERC FPC FTC GAO HUD ICC INS IRS MSPB NLRB NRC SEC SSA USDA".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Head:
    """``name`` of a code or act as it goes into a cite; it begins at ``start`` when it stands before the mark."""

    kind: HeadKind
    name: str | None
    start: int | None = None
    title: str | None = None


@cache
def _states() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for the states' names and abbreviations, and the abbreviation of each."""
    from reporters_db import STATE_ABBREVIATIONS

    names = dict(STATE_ABBREVIATIONS)
    names |= {
        "D.C.": "District of Columbia",
        "P.R.": "Puerto Rico",
        "V.I.": "Virgin Islands",
        "Guam": "Guam",
        "Miss.": "Mississippi",
    }
    folded = {}
    for short, long in names.items():
        folded[short.replace(" ", "").lower()] = folded[long.replace(" ", "").lower()] = short
    spelled = sorted({*names, *names.values()}, key=len, reverse=True)
    patterns = [re.escape(name).replace(r"\ ", r"\s?").replace(r"\.", r"\.\s?") for name in spelled]
    return re.compile(rf"\b(?:{'|'.join(patterns)})(?=[\s’']|(?<=[.\s])[A-Z])", re.I), folded


def before(text: str, mark: int) -> Head | None:
    """The head that ends where the section mark at ``mark`` begins."""
    if _CITED_BEFORE.search(text, max(0, mark - 28), mark):
        return Head("none", None)
    if _PLAIN_WORD.search(text, max(0, mark - 24), mark):
        return None
    floor = max(0, mark - _REACH, text.rfind("\n", max(0, mark - _REACH), mark) + 1)
    run = _RUN.search(text, floor, mark)
    start = run.start() if run else mark
    if start > floor and text[start - 1].isalnum():  # the run began inside a word
        start = text.find(" ", start, mark) + 1 or mark
    if start == mark:
        return None
    for before_it in (_SIGNAL, _BEFORE_ACT, _CONSTITUTION_AND):
        if another := before_it.match(text, start, mark):
            start = another.end()
    if leading := _LEADING.match(text, start, mark):
        start = leading.end()
    if (article := text.rfind(" the ", start, mark)) >= 0:
        start = article + 5
    if heading := _HEADING_NUMBER.match(text, start, mark):
        start = heading.end()
    words = text[start:mark].strip(" ,")
    if _CONSTITUTION.search(words):
        return Head("constitution", None, start)
    code_word = _CODE_WORD.search(words)
    state = _state(text, start, mark)
    if state and code_word:
        name = f"{_state_name(state)} {_plain(text[state.end() : mark].lstrip(_POSSESSIVE))}"
        return Head(_kind(name), name, state.start())
    if _TREATISE.search(words) and not re.search(r"\bCode\b|\bAct\b", words):
        return Head("book", words, start)
    if code_word and not words[code_word.end() :].strip(" .,"):
        return Head(_kind(words), _plain(words), start)
    if code_word and re.search(
        r"\bCode of |\bStats?\.? \d{4}|\bRev\. ?Stat|\bAct of\b|(?:[Tt]it|[Cc]h?|[Aa]rt)\. ?\d", words
    ):
        return Head(_kind(words), _plain(words), start)
    if _AUTHOR.match(words) or re.search(r"\bsupra,?$", text[max(floor, mark - 8) : mark].strip()):
        return Head("book", words, start)
    if _PAPER.search(words):
        return Head("none", None, start)
    acronym = _ACRONYM.search(text, max(floor, mark - 12), mark)
    if acronym and acronym["letters"] not in _AGENCIES:
        return Head("statute", acronym["letters"], acronym.start())
    return None


def _state_name(state: re.Match[str]) -> str:
    return _states()[1][re.sub(r"\s", "", state[0]).lower()]


def _state(text: str, start: int, mark: int) -> re.Match[str] | None:
    """The last state named with a code's word behind it: not *Rhode Island* in "Rhode Island … Act, R.I. Gen. Laws §"."""
    found = None
    for state in _states()[0].finditer(text, start, mark):
        if _CODE_WORD.search(text, state.end(), mark):
            found = state
    return found


def state_named(words: str) -> str | None:
    """The abbreviation of the state that ``words`` name.

    >>> state_named("North Carolina"), state_named("N. C."), state_named("By")
    ('N.C.', 'N.C.', None)
    """
    return _states()[1].get(re.sub(r"\s", "", words).lower())


def _kind(name: str) -> HeadKind:
    return "regulation" if _REGULATION.search(name) else "statute"


def _plain(words: str) -> str:
    """A code's name without publisher and year, its long words abbreviated, its capitals tamed."""
    words = _PUBLISHER.sub(" ", words) if not re.search(r"\bActs?\b", words) else words
    words = re.sub(r"\bGen\.\s?L\.", "Gen. Laws", re.sub(r"\.(?=[A-Z]\w)", ". ", words))
    kept = []
    for word in words.replace(" ,", ",").strip(" ,;").split():
        bare = word.strip(",")
        if len(bare.strip(".")) > 2 and bare.strip(".").isupper() and bare.strip(".").isalpha():
            word = word.replace(bare, bare.capitalize())
        kept.append(_LONG_WORDS.get(word, word))
    name = re.sub(r"(Laws|Stat\.),? [Cc]h?\. (?=\w+$)", r"\1 ch. ", " ".join(kept).replace(" ,", ","))
    name = dated_acts.named(re.sub(r", c\. (?=\w+$)", ", ch. ", name))
    return re.sub(r"(\d{4}|\b(?:Act|Code|Statutes))\.$", r"\1", name)


def _of_state(name: str) -> str:
    """``name`` with its state abbreviated, where it is a code: ``South Carolina Code`` → ``S.C. Code``."""
    state = _states()[0].match(name)
    if state is None or name.endswith("Act"):
        return name
    return f"{_state_name(state)} {name[state.end() :].lstrip(_POSSESSIVE)}"


def _set_apart(text: str, at: int) -> Head | None:
    """The code named behind a comma: ``§ 934.02(3), Fla. Stat.``, ``§ 92-202, R.C.M. 1947``, ``§ 3, Harbor Act of 1922``."""
    if lettered := codes.lettered(text, at):
        return Head("statute", lettered[0])
    if of_state := _OF_STATE.match(text, at):
        short = state_named(of_state["state"])
        return Head("statute", f"{short} {_plain(of_state['what'])}") if short else None
    if (state := _states()[0].match(text, at)) and (code := _STATUTES.match(text, state.end())):
        return Head("statute", f"{_state_name(state)} {_plain(code[0])}")
    act = _ACT_APART.match(text, at)
    return Head("statute", _of_state(_plain(act["act"]))) if act else None


def behind(text: str, end: int) -> Head | None:
    """The head that follows a section: ``of Title 28``, ``of the Clayton Act``; kind "none" when it is no law's."""
    if title := _OF_TITLE.match(text, end):
        return Head("statute", "U.S.C.", title=title["title"] or title["usc"])
    if _LAND.match(text, end) or _SESSION_LAW.match(text, end):
        return Head("none", None)
    if (comma := _COMMA.match(text, end)) and (head := _set_apart(text, comma.end())):
        return head
    code = _OF_CODE.match(text, end)
    if code is None:
        return None
    if code["paper"] or code["constitution"]:
        return Head("none", None)
    if code["dated"]:
        return Head("statute", dated_acts.named(code["dated"]))
    return Head("statute", _of_state(_plain(code["act"])) if code["act"] else code["letters"])
