"""The words around a citation → what the opinion will call its case from here on: ``Ardley v. Dent (Ardley I), 7 F.3d 91``,
``(3d Cir. 1991) (“Ardley II”)``, ``[hereinafter Elm Burn]``."""

from __future__ import annotations

import re

from citator.corpus.model import Citation, Span

# Between the name and the number, where a party's initials may stand too: "Roe v. Maritime Agency (MA)".
_BETWEEN = re.compile(r"\s?[(\[][“\"‘]?(?P<called>[A-Z][\w.’' -]{1,28}?)\s?[”\"’]?[)\]],?\s?$")
NUMBERED = re.compile(r" [IVX]+$")
_WORD = r"(?:[A-Z][\w.’'&/-]*|\d+|of|the|and|&|for|v\.|de|in)"
_NAME = rf"[A-Z](?<=[“\"‘\s(\[][A-Z])[\w.’'&/-]*(?:\s+{_WORD}){{0,5}}"
_BEHIND = re.compile(
    rf"[(\[](?:here(?:in)?after,?:?\s+[“\"‘']?(?P<after>{_NAME}?)[,”\"’']*|[“\"](?P<quoted>{_NAME}?),?[”\"]|(?P<numbered>{_NAME} [IVX]+))[)\]]"
)
_REACH = 60  # characters


def in_between(words: str) -> re.Match[str] | None:
    """What stands at the end of ``words``, a name, and only says what its case will be called, or a party for short.

    >>> in_between("Ardley v. Dent (Ardley I ), ")["called"]
    'Ardley I'
    """
    match = _BETWEEN.search(words)
    if match is None:
        return None
    called = match["called"]
    known = called.split()[0] in words[: match.start()].split() or called.isupper() or NUMBERED.search(called)
    return match if known else None


def is_nickname(group: str) -> bool:
    """Whether a parenthesis behind a citation names its case and says nothing else of it.

    >>> [is_nickname(group) for group in ("(“Ardley II”)", "(“Every ardley is a levy”)", "(hereinafter Elm Burn)")]
    [True, False, True]
    """
    return _BEHIND.fullmatch(group) is not None


def dubbed(text: str, c: Citation) -> tuple[str, Span] | None:
    """What ``text`` will call the case that ``c`` cites, and where it says so: between its name and number, or behind it."""
    if c.name_span and c.parallel_of is None:
        between = in_between(text[c.name_span.start : c.start])
        if between and (not between["called"].isupper() or NUMBERED.search(between["called"])):
            return " ".join(between["called"].split()), Span(c.name_span.end, c.start)
    for behind in _BEHIND.finditer(text, c.end, c.full.end + _REACH):
        if text[c.full.end : behind.start()].strip():
            break
        before = text[c.end : behind.start()]
        if before.count("(") == before.count(")"):  # not of a case cited within the parenthesis
            called = behind["after"] or behind["quoted"] or behind["numbered"]
            return " ".join(called.split()), Span(*behind.span())
    return None
