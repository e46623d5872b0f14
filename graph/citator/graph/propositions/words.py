"""Words of a passage → what they mean for comparing it with others: terms, quoted words, and which way they point."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import snowballstemmer

SHINGLE = 5  # words in a row that no two courts write by chance

# Words that carry no point of law: English function words, and what courts say of themselves and of cases.
_EMPTY = frozenset(
    """
    a about above after again against all also although am an and any are as at be because been before being below
    between both but by could did do does doing down during each either else even ever every few for from further
    had has have having he her here hers him his how however i if in into is it its itself just may me might more
    most much must my neither nor not no now of off on once only or other our out over own rather same shall she
    should since so some such than that the their them then there thereby therefore these they this those though
    through thus to too under until up upon us very was we were what when where whether which while who whom whose
    why will with within without would yet you your one two first second third court courts case cases judge judges
    opinion opinions decision panel circuit majority dissent concurrence hold holds held holding conclude concludes
    concluded conclusion state states stated say says said note notes noted find finds found explain explained
    reason reasoned recognize recognized observe observed decide decided determine determined rule ruled agree
    agreed reject rejected adopt adopted follow followed approve approved affirm affirmed reverse reversed vacate
    vacated remand remanded overrule overruled apply applied make made quote quoting quoted cite citing cited see id
    supra infra accord cf also e.g same emphasis added omitted law legal question issue matter respect regard
    instead moreover however nevertheless nonetheless accordingly furthermore finally indeed additionally similarly contrast
    consequently likewise meanwhile hence besides otherwise cert sub nom co inc corp jj particular certain may can cannot must united states v vs mr mrs justice chief senior
    """.split()  # noqa: SIM905
)
_NEGATIVE = re.compile(
    r"\b(?:not(?! only\b)|no|nor|never|neither|cannot|none|nothing|without|fail(?:s|ed)? to|improper|inappropriate|impermissible|"
    r"unconstitutional|invalid|insufficient|inadequate|preclud\w+|prohibit\w*|disallow\w*|forbid\w*|forbade|bar(?:s|red)|"
    r"den(?:y|ies|ied|ying)|refus\w+|reject\w*|unable|lack(?:s|ed|ing)?|erroneous|wrong|mistaken)\b"
)
# The noun by which courts name a doctrine, and adjectives before it that name none.
_HEAD = (
    r"(?:tests?|standards?|rules?|doctrines?|requirements?|exceptions?|thresholds?|presumptions?|privileges?|frameworks?|"
    r"prongs?|principles?|analysis|showing|basis|scrutiny|review|immunity|defense)\b"
)
_NAMED = re.compile(rf"([a-z][a-z’'-]+(?: [a-z][a-z’'-]+)?)[”\"’]? {_HEAD}")
_IS_HEAD = re.compile(_HEAD)
# A standard named in two words as what a clause speaks of: not after a preposition, "to meet" or "in applying". A
# "doctrine" is left out: it names a field in which many points are decided.
_SPOKEN_OF = re.compile(
    r"([a-z][a-z’'-]+ [a-z][a-z’'-]+)[”\"’]? (?:tests?|standards?|rules?|requirements?|frameworks?|approach)\b"
)
_NAMES_STANDARD = re.compile(r" (?:tests?|standards?|rules?|requirements?|frameworks?|approach)\b")
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "our", "its", "their"))
_SUBORDINATE = frozenset(
    "about as at by for from in into of on than to toward under upon with within without".split()  # noqa: SIM905
)
_NAMELESS = frozenset(
    """adequate applicable appropriate basic better broad clear different each effect explain factual full general great
    high higher judicial kind legal likely limited low lower main mere necessary new only original particular permissible
    possible present prior proper real relevant required similar single sound strict stricter sufficient three valid
    whatever""".split()  # noqa: SIM905
)
_QUOTED = re.compile(r"“([^”“]{3,}?)”|(?<!\w)\"([^\"]{3,}?)\"(?!\w)|(?<!\w)‘([^’‘]{12,}?)’(?!\w)")
_WORD = re.compile(r"[a-z][a-z’'-]*[a-z]")
# How a case comes up and is sent back: said in every other opinion, of no point of law.
_SET_PHRASES = re.compile(
    r"\b(?:[Ii]t is so ordered|for (?:further )?proceedings (?:not in)?consistent with \w+ opinion|"
    r"grant(?:ed)? certiorari to (?:resolve|settle) (?:a|the|this|that) (?:\w+ )?(?:conflict|split))\b"
)
_ANY_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*[A-Za-z]")
_LONGEST_IN_NAMES = 3  # letters of "of", "the", "and"
_MARKS = re.compile(r"\*\d{1,5}\s?|[\[\]]|\.\s?\.\s?\.")
_AGENT_OR_ADJECTIVE = re.compile(r"(?<=.{5})(?:atori|ori|or|ur|ativ|iv)$")  # endings the English stemmer leaves

_stemmer = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a passage speaks of.

    ``stems`` of its telling words, and as ``terms``, sorted, with every two that are neighbours; ``said`` every
    run of five words, ``quoted`` those of them in quotation marks; ``coined`` shorter terms in quotation marks;
    ``standards`` the doctrines it names (``color`` of *the "colorable basis" test*), ``spoken_of`` the standards
    that a clause of it is about; ``negative`` whether an odd number of its words deny.
    """

    stems: frozenset[str]
    terms: tuple[str, ...]
    said: frozenset[str]
    quoted: frozenset[str]
    standards: frozenset[str]
    spoken_of: frozenset[str]
    coined: frozenset[str]
    negative: bool


def meaning(text: str, names: frozenset[str] = frozenset()) -> Meaning:
    """What ``text`` speaks of; ``names`` (stems) are parties' and cases' names, which mean nothing.

    >>> meaning("A statistical disparity does not satisfy the effect prong.").terms[:4]
    ('dispar', 'dispar satisfi', 'effect', 'effect prong')
    """
    text = _SET_PHRASES.sub(" ", text)
    unmarked = _MARKS.sub("", text)
    lowered = unmarked.lower()
    stems = [s for word in words_of(text) if (s := stem(word)) not in _EMPTY_STEMS and s not in names]
    quotes = quotations(lowered)
    return Meaning(
        frozenset(stems),
        tuple(sorted({*stems, *(f"{a} {b}" for a, b in pairwise(stems) if a != b)})),
        frozenset(_shingles(lowered)),
        frozenset(shingle for quotation in quotations(unmarked) for shingle in _quoted_runs(quotation)),
        frozenset(_standards(lowered)),
        spoken_of(lowered),
        frozenset(_coined(quotes)),
        len(_NEGATIVE.findall(lowered)) % 2 == 1,
    )


def _shingles(text: str) -> Iterator[str]:
    words = _WORD.findall(text)
    return (" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def _quoted_runs(text: str) -> Iterator[str]:
    """The runs of words in a quotation but for those within a name (*the Federal Rules of Civil Procedure*)."""
    words = _ANY_WORD.findall(text)
    for i in range(len(words) - SHINGLE + 1):
        run = words[i : i + SHINGLE]
        if any(word.islower() and len(word) > _LONGEST_IN_NAMES for word in run):
            yield " ".join(run).lower()


def _standards(text: str) -> Iterator[str]:
    for name in _NAMED.findall(text):
        words = [
            word
            for word in name.split()
            if stem(word) not in _EMPTY_STEMS and word not in _NAMELESS and not _IS_HEAD.fullmatch(word)
        ]
        if words:
            yield " ".join(map(stem, words))


def words_of(text: str) -> list[str]:
    """Its words in small letters, without the page marks, brackets and ellipses that break them.

    >>> words_of("[t]he favor*1298able view")
    ['the', 'favorable', 'view']
    """
    return _WORD.findall(_MARKS.sub("", text).lower())


def quotations(text: str) -> list[str]:
    """The words between each pair of quotation marks, single marks only around a phrase.

    >>> quotations("A “high threshold” it is, in Roe's words.")
    ['high threshold']
    """
    return [next(filter(None, found)) for found in _QUOTED.findall(text)]


def _coined(quotes: Sequence[str]) -> Iterator[str]:
    """Terms that a court sets in quotation marks: of some words, too few for a sentence of somebody's."""
    for quote in quotes:
        words = _WORD.findall(quote)
        stems = [s for word in words if (s := stem(word)) not in _EMPTY_STEMS]
        if len(words) < SHINGLE and len(stems) > 1:
            yield " ".join(stems)


def spoken_of(text: str) -> frozenset[str]:
    """Standards named in two words that a clause is about, as stems.

    >>> sorted(spoken_of("The plain error rule governs.")), sorted(spoken_of("We decide it under the plain error rule."))
    (['plain error'], [])
    """
    text = text.lower()
    found: set[str] = set()
    if not _NAMES_STANDARD.search(text):  # cheaper to look for than two words before one
        return frozenset()
    for match in _SPOKEN_OF.finditer(text):
        words = match[1].split()
        if any(word in _NAMELESS or stem(word) in _EMPTY_STEMS for word in words):
            continue
        before = text[max(0, match.start() - 60) : match.start()].rstrip('“‘"').split()[-3:]
        if before and before[-1] in _DETERMINERS:
            before.pop()
        if before and (before[-1] in _SUBORDINATE or before[-1].endswith("ing") or before[-2:-1] == ["to"]):
            continue
        found.add(" ".join(map(stem, words)))
    return frozenset(found)


@lru_cache(maxsize=65536)
def telling(run: str) -> frozenset[str]:
    """The stems in a run of words, but for those that carry no point of law.

    >>> sorted(telling("the notice of a later sale"))
    ['later', 'notic', 'sale']
    """
    return frozenset(map(stem, run.split())) - _EMPTY_STEMS


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem shared by a word's noun, verb, agent and adjective.

    >>> stem("prosecutorial"), stem("prosecutor"), stem("prosecutions")
    ('prosecut', 'prosecut', 'prosecut')
    """
    stemmed = str(_stemmer.stemWord(word.replace("-", "").replace("’", "'")))
    return _AGENT_OR_ADJECTIVE.sub("", stemmed)


_EMPTY_STEMS = frozenset(map(stem, _EMPTY)) | _EMPTY
