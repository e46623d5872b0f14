"""The words before a citation → the signal that introduces it, in its normal form, and where it begins."""

from __future__ import annotations

import re

from citator.corpus.model import Signal

_SIGNAL = re.compile(
    r"(?<![A-Za-z])(?P<words>(?:[Bb]ut )?[Ss][Ee][Ee](?:,? also|,? generally)?(?:[.,]? ?e\. ?g\b\.?|,? for example|,? especially)?|(?:[Bb]ut )?[Cc][Ff]\.?(?:,? ?e\. ?g\.)?"
    r"|[Aa]ccord|[Cc]ontra|[Cc]ompare|[Ee]\. ?g\.)[,:.]?[\s(“\"]*(?:[Tt]he )?$"
)


def before(text: str, low: int, high: int) -> tuple[Signal, int] | None:
    """The signal that ends at ``high`` (a name or core begins there), and where it begins.

    >>> before("agreed. But see Koon", 0, 16), before("we see Koon", 0, 7), before("They saw Koon", 0, 9)
    (('but see', 8), ('see', 3), None)
    """
    match = _SIGNAL.search(text, max(low, high - 30), high)
    if match is None:
        return None
    signal = normal(match["words"])
    return None if signal is None else (signal, match.start())


def normal(words: str) -> Signal | None:
    """The signal that ``words`` are.

    >>> normal("See. e.g."), normal("Cf"), normal("see generally")
    ('see, e.g.', 'cf.', 'see generally')
    """
    folded = re.sub(r"[^a-z]", "", words.lower())
    return _SIGNALS.get(folded)


_SIGNALS: dict[str, Signal] = {
    "see": "see", "seealso": "see also", "seeeg": "see, e.g.", "seealsoeg": "see also", "seegenerally": "see generally",
    "seeforexample": "see, e.g.", "seeespecially": "see", "eg": "e.g.", "cf": "cf.", "cfeg": "cf.", "accord": "accord", "contra": "contra", "compare": "compare",
    "butsee": "but see", "butseeeg": "but see", "butseealso": "but see", "butcf": "but cf.", "butcfeg": "but cf.",
    "butseegenerally": "but see", "seegenerallyeg": "see generally",
}  # fmt: skip
