"""The words of ``names.toml`` and the abbreviations of reporters-db → what may be part of a case name."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from citator.corpus.citations.courts import STATES

_NO_VOWEL = re.compile(r"[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]+")  # Hts., Twp.
_CONTRACTED = re.compile(r"[A-Z]\w+'[a-z]{1,3}(?<!'s)")  # Envt'l.


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of names.toml, and the abbreviations of reporters-db and of the states."""

    corporate: frozenset[str]
    small: frozenset[str]
    within: frozenset[str]
    openers: frozenset[str]
    generic: frozenset[str]
    abbreviations: frozenset[str]

    def abbreviated(self, word: str) -> bool:
        """Whether a full stop behind ``word`` need not end a sentence."""
        plain = word.replace("’", "'")
        if word.isdigit():
            return False
        listed = plain in self.abbreviations or plain.capitalize() in self.abbreviations
        shortened = _NO_VOWEL.fullmatch(word) or _CONTRACTED.fullmatch(plain)
        return len(word) <= 1 or "." in word or listed or shortened is not None

    def opens(self, word: str) -> bool:
        """Whether ``word`` opens a sentence or is a signal."""
        return word in self.openers or (word.isupper() and len(word) > 2 and word.title() in self.openers)


@lru_cache(maxsize=1)
def name_words() -> Lexicon:
    """The one lexicon, read when it is first asked for."""
    from reporters_db import CASE_NAME_ABBREVIATIONS

    table = tomllib.loads(
        resources.files("citator.corpus.citations").joinpath("names.toml").read_text(encoding="utf-8")
    )
    words = {kind: frozenset(listed.split()) for kind, listed in table.items()}
    short = {word.rstrip(".") for word in CASE_NAME_ABBREVIATIONS}
    states = {form.rstrip(".") for forms in STATES.values() for form in forms if form.endswith(".")}
    plural = {f"{word.rstrip('.')}s" for word in CASE_NAME_ABBREVIATIONS if word.endswith(".")}
    words["abbreviations"] |= short | states | plural
    words["within"] |= words["small"]
    return Lexicon(**words)
