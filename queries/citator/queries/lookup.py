"""What a lawyer types for a case → the one case meant, or an error that lists what it could be.

A case is asked for by a citation (any parallel, any spacing), by its name or a part of it, or by its id. Two
cases that answer equally well are never chosen between, except where only cases whose text is held can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from citator.corpus.errors import AmbiguousCase, UnknownCase
from citator.queries import stored
from citator.queries.cases import Case, details, iri

if TYPE_CHECKING:
    from citator.graph.library import Library

__all__ = ["citations_in", "find", "fold", "name_match"]

_CITATION = re.compile(
    r"""(?<!\d)(\d{1,4})\s*                                        # volume
        ([A-Z][A-Z.'’\ ]*(?:\d(?:d|st|nd|rd|th))?[A-Z.'’\ ]*?)  # reporter, with its series
        \s*(\d{1,7})\b                                             # page""",
    re.IGNORECASE | re.VERBOSE,
)
_SUGGESTIONS = 5
_ALIKE = 70  # of 100: one or two letters wrong in a surname


def find(library: Library, words: str, *, held: bool = False) -> Case:
    """The case meant by ``words``.

    With ``held`` the answer needs a text: where exactly one of several matches is held, it is that one.
    Raises ``UnknownCase`` (with names that come near) and ``AmbiguousCase`` (with all that match).
    """
    words = " ".join(words.split())
    cases = _by_id(library, words) or _by_citation(library, words) or _by_name(library, words)
    if held and len(cases) > 1:
        cases = [case for case in cases if case.text_held] if _one(case.text_held for case in cases) else cases
    if not cases:
        raise UnknownCase(f"no case in this library answers to “{words}”{_near(library, words)}")
    if len(cases) > 1:
        raise AmbiguousCase(
            f"“{words}” may be any of {len(cases)} cases; ask by citation:", tuple(_line(case) for case in cases)
        )
    return cases[0]


def _one(flags: Iterable[bool]) -> bool:
    return sum(flags) == 1


def _line(case: Case) -> str:
    return f"{case}{'' if case.text_held else '  [cited only]'}"


def _by_id(library: Library, words: str) -> list[Case]:
    return list(details(library, [iri(words)]).values()) if " " not in words else []


def _by_citation(library: Library, words: str) -> list[Case]:
    """Cases with a citation that the words contain: ``Gutierrez, 990 F. 2d 472`` is asked by its citation."""
    query = stored.load("cases-cited-as").text
    for citation, volume in citations_in(words):
        rows = library.select(query, volume=f"{volume} ", folded=fold(citation))
        if rows:
            return _cases(library, (str(row["case"]) for row in rows))
    return []


def citations_in(words: str) -> list[tuple[str, str]]:
    """Everything that could be a citation, with its volume, in whatever spacing."""
    return [(found[0], found[1]) for found in _CITATION.finditer(words)]


def _by_name(library: Library, words: str) -> list[Case]:
    """The cases that match best: by the whole name, else by whole words of it, else by parts of words."""
    letters = max(re.findall(r"[^\W_]+", words.lower()), key=len, default="")
    if not letters:
        return []
    best: dict[int, list[str]] = {}
    for row in library.select(stored.load("cases-named").text, letters=letters):
        if (rank := name_match(words, str(row["name"]))) is not None:
            best.setdefault(rank, []).append(str(row["case"]))
    return _cases(library, best[min(best)]) if best else []


def name_match(asked: str, name: str) -> int | None:
    """How well a name answers: 0 the whole name, 1 whole words of it in order, 2 parts of words; else ``None``.

    A hyphenated surname is one word: Gutierrez is not Gutierrez-Lopez, unless nobody else is.

    >>> name_match("Gutierrez", "United States v. Gutierrez"), name_match("Banuelos", "United States v. Banuelos-Rodriguez")
    (1, 2)
    >>> name_match("us v armstrong", "United States v. Armstrong"), name_match("Ray", "United States v. Gray")
    (0, None)
    """
    want, have = _name_words(asked), _name_words(name)
    if want == have:
        return 0
    width = len(want)
    runs = [have[i : i + width] for i in range(len(have) - width + 1)]
    if want in runs:
        return 1
    if any(all(part.startswith(word) for word, part in zip(want, run, strict=True)) for run in runs):
        return 2
    pieces = [piece for word in have for piece in word.split("-")]
    return 2 if want in (pieces[i : i + width] for i in range(len(pieces) - width + 1)) else None


_ABBREVIATED = {"u.s": "united states", "us": "united states", "vs": "v", "versus": "v", "&": "and"}


def _name_words(name: str) -> list[str]:
    words = (word.strip('.,;()“”"') for word in name.lower().replace("’", "'").split())
    return " ".join(_ABBREVIATED.get(word, word) for word in words if word).split()


def fold(cite: str) -> str:
    """
    >>> fold("990 F. 2d  472")
    '990f2d472'
    """
    return re.sub(r"[^0-9a-z]", "", cite.lower())


def _cases(library: Library, addresses: Iterable[str]) -> list[Case]:
    found = details(library, dict.fromkeys(addresses))
    return sorted(found.values(), key=lambda case: (case.name or "", case.year or 0, case.id))


def _near(library: Library, words: str) -> str:
    """Names spelled like the words, in whole or in one party, as the tail of the message."""
    from rapidfuzz import fuzz, process, utils

    rows = library.select(stored.load("cases-named").text, letters="")
    spellings = {part: name for row in rows for name in [str(row["name"])] for part in (name, *name.split(" v. "))}
    found = process.extract(
        words,
        list(spellings),
        scorer=fuzz.ratio,
        processor=utils.default_process,
        limit=3 * _SUGGESTIONS,
        score_cutoff=_ALIKE,
    )
    near = list(dict.fromkeys(spellings[part] for part, _, _ in found))[:_SUGGESTIONS]
    return f"; near it: {'; '.join(near)}" if near else "; citator show lists what it holds"
