"""Every spelling of every reporter that eyecite knows → the expressions of eyecite that may fit where it stands.

eyecite keeps 6,800 expressions and tries them all. A trie of the spellings, their punctuation left out, tells in a
few steps which of them can match at one place; what they accept, and the editions they name, is theirs.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from eyecite.models import Edition, TokenExtractor

_SKIPPED = frozenset(" .,'’:()[]-&")
_VOLUME_FIRST = "(?:^|[^a-zA-Z0-9])((?P<volume>"


@lru_cache(maxsize=1)
def spellings() -> Spellings:
    """The one table of them; building it loads eyecite."""
    return Spellings()


def rows() -> list[dict[str, Any]]:
    """The rows of reporters.toml: spellings that eyecite lacks, and reporters."""
    table = resources.files("citator.corpus.citations").joinpath("reporters.toml")
    listed: list[dict[str, Any]] = tomllib.loads(table.read_text(encoding="utf-8"))["spelling"]
    return listed


class Spellings:
    """``more`` maps the spellings of reporters.toml to the name eyecite knows, and whether a comma must follow.

    ``bare`` holds the expressions of citations that need no volume, by spelling; ``bare_start`` finds where one begins.
    """

    def __init__(self) -> None:
        from eyecite.tokenizers import EDITIONS_LOOKUP, EXTRACTORS

        by_edition: dict[Edition, list[str]] = {}
        for spelling, named in EDITIONS_LOOKUP.items():
            for edition in named:
                by_edition.setdefault(edition, []).append(spelling)
        self._trie: dict[str, Any] = {}
        self._meant: dict[tuple[str, bool], tuple[Edition, ...]] = {}
        self.bare: dict[str, list[TokenExtractor]] = {}
        for extractor in EXTRACTORS:
            known = editions([extractor])
            if not known or known[0].reporter.source != "reporters" or extractor.extra["short"]:
                continue
            volume_first = extractor.regex.startswith(_VOLUME_FIRST)
            for spelling in extractor.strings or by_edition[known[0]]:
                self._add(spelling, extractor)
                if not volume_first:
                    self.bare.setdefault(spelling.rstrip(","), []).append(extractor)
        self.more: dict[str, tuple[str, bool]] = {}
        for row in rows():
            if row.get("new") and row["as"] == row["printed"]:
                self._add(row["as"], _unknown(row["as"]))
                continue
            self.more[row["printed"]] = row["as"], row.get("comma", False)
            for _, extractors in self.ends(row["as"], 0)[-1:]:
                for extractor in extractors:
                    self._add(row["printed"], extractor)
        self.bare_start = re.compile(rf"(?<![A-Za-z0-9])({_any_of(self.bare)})(?=,? ?(?:P|¶|para?\. ?|\()?\d)")

    def _add(self, spelling: str, extractor: TokenExtractor) -> None:
        node = self._trie
        for letter in spelling:
            if letter not in _SKIPPED:
                node = node.setdefault(letter, {})
        found = node.setdefault("", [])
        if not found or found[-1] is not extractor:
            found.append(extractor)

    def ends(self, text: str, start: int) -> list[tuple[int, list[TokenExtractor]]]:
        """Where spellings that begin at ``start`` of ``text`` end, shortest first, and what may fit them."""
        node, ends = self._trie, []
        for at in range(start, min(start + 60, len(text))):
            letter = text[at]
            if letter in node:
                node = node[letter]
                if "" in node:
                    ends.append((at + 1, node[""]))
            elif letter not in _SKIPPED:
                break
        return ends

    def meant(self, printed: str, volume: str, extractors: list[TokenExtractor]) -> tuple[Edition, ...]:
        """The editions that eyecite finds in ``volume printed 1``; none, if it finds no citation there."""
        yearly = len(volume) == 4
        known = self._meant.get((printed, yearly))
        if known is None:
            sample = f"{volume if volume[0].isdigit() else 1} {printed} 1"
            match, known = longest(sample, 0, extractors)
            if match is None or match.end(1) < len(sample):
                known = ()
            self._meant[printed, yearly] = known
        return known


def _unknown(name: str) -> TokenExtractor:
    """The expression of a reporter that eyecite does not have, a page of it perhaps one side of a leaf (``14a``)."""
    from eyecite.models import CitationToken, Edition, Reporter, TokenExtractor

    edition = Edition(Reporter(name, name, "nominative", "reporters"), name, None, None)
    cite = rf"(?P<volume>\d{{1,3}}) (?P<reporter>{re.escape(name)}),? (?P<page>\d+[ab]?)"
    return TokenExtractor(
        rf"(?:^|[^a-zA-Z0-9])({cite})(?![a-zA-Z0-9])",
        CitationToken.from_match,
        {"short": False, "exact_editions": [edition]},
    )


def longest(
    text: str, start: int, extractors: Iterable[TokenExtractor]
) -> tuple[re.Match[str] | None, tuple[Edition, ...]]:
    """The longest match of ``extractors`` at ``start``, with the editions of all that match the same."""
    matches: list[tuple[re.Match[str], TokenExtractor]] = []
    for extractor in extractors:
        match = extractor.compiled_regex.match(text, max(0, start - 1))
        if match and match.start(1) == start:
            matches.append((match, extractor))
    if not matches:
        return None, ()
    best = max((match for match, _ in matches), key=lambda match: match.end(1))
    return best, editions(extractor for match, extractor in matches if match.end(1) == best.end(1))


def editions(extractors: Iterable[TokenExtractor]) -> tuple[Edition, ...]:
    """The editions that ``extractors`` stand for: those of that very name, or else those it is a variant of."""
    extras = [extractor.extra for extractor in extractors]
    for kind in ("exact_editions", "variation_editions"):
        if found := tuple(dict.fromkeys(edition for extra in extras for edition in extra.get(kind, ()))):
            return found
    return ()


def _any_of(words: Iterable[str]) -> str:
    """An expression for any of ``words``, those of one first letter together, spaces as the scan left them."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in sorted(by_letter.items()))
