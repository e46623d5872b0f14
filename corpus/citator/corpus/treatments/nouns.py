"""The nouns that a decision, what it says, or who decided goes by: spelt out, or told once in a sentence and marked.

Most phrases of ``treatments.toml`` name a case by such a noun in several places ("the reasoning of the court in X").
Spelt out each time they would take most of the time in which the table is compiled.
"""

from __future__ import annotations

import re
from functools import lru_cache

NOUN = (
    r"(?:decisions?|opinions?|holdings?|cases?|rules?|reasoning|rationales?|language|dict(?:a|um)|interpretations?"
    r"|approach|analysis|tests?|standards?|conclusions?|views?|statements?|discussions?|results?|principles?|doctrines?"
    r"|progeny|presumptions?|suggestions?|assertions?|assumptions?|premises?|implications?|constructions?|rulings?|formulations?"
    r"|precedents?|judgments?|logic|theory|instructions?|teachings?|framework|requirements?|courts?|majority|panels?"
    r"|authorit(?:y|ies)|extension|portions?|parts?|aspects?|proposition|distinctions?|positions?|determination"
    r"|wording|pronouncements?|observations?|intimations?|readings?|line of cases|line of authority|factors?|inquiry"
    r"|criteri(?:a|on)|formula|causes? of action|definitions?|guidance|concerns?|considerations?|mandate|guidelines?|analyses)"
)
SAID = (  # what a pronoun's noun may be: "this court" and "that argument" are no decisions
    r"(?:decisions?|opinions?|holdings?|cases?|rules?|reasoning|rationales?|language|dict(?:a|um)|interpretations?"
    r"|approach|analysis|tests?|standards?|views?|statements?|discussions?|principles?|doctrines?|progeny|constructions?"
    r"|rulings?|formulations?|precedents?|logic|theory|line of cases|line of authority|wording|pronouncements?|readings?|sentences?|passages?)"
)

_BOTH, _NOUN_ONLY, _SAID_ONLY, _INSIDE = "\x1c\x1d\x1e\x1f"
"""White space to a regular expression, and in no text: one of the first three stands before a noun, the last within it."""
MARKED = {
    NOUN: rf"(?<=[{_BOTH}{_NOUN_ONLY}])\w+(?:{_INSIDE}\w+)*",
    SAID: rf"(?<=[{_BOTH}{_SAID_ONLY}])\w+(?:{_INSIDE}\w+)*",
}
"""How a noun that is spelt out in an expression is found in words that :func:`marked` gives."""

_MARKS = str.maketrans(dict.fromkeys("\x1c\x1d\x1e\x1f", " "))
_AFTER_SPACE = re.compile(rf" (?:{NOUN}|sentences?|passages?)\b", re.IGNORECASE)  # these two are all that only SAID has
_NOUN, _SAID = re.compile(NOUN, re.IGNORECASE), re.compile(SAID, re.IGNORECASE)


def marked(words: str) -> str:
    """``words``, with other white space before each noun that stands after a space: as long, and the same to read.

    >>> marked("the line of cases").split(), marked("in that sentence") == "in that sentence"
    (['the', 'line', 'of', 'cases'], False)
    """
    return _AFTER_SPACE.sub(lambda m: _mark(m[0]), words.translate(_MARKS))


@lru_cache(maxsize=1024)
def _mark(found: str) -> str:
    noun = found[1:]
    mark = _SAID_ONLY if not _NOUN.fullmatch(noun) else _BOTH if _SAID.fullmatch(noun) else _NOUN_ONLY
    return mark + noun.replace(" ", _INSIDE)
