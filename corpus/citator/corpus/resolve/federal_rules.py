"""A bare rule in an opinion of a federal court → the one federal set that has such a rule: ``Rule 12(b)(6)``, ``Rule 801``."""

from __future__ import annotations

import re

_FEDERAL_COURT = re.compile(r"scotus|ca(?:\d{1,2}|dc|fc)|(?!ind$)[a-z]{2}[cemnsw]?d")
# Only what no other set of rules has under the number, or hardly ever.
_SETS = (
    ("Fed. R. Evid.", re.compile(r"(?:40[1-9]|41[0-5]|60[1-9]|61[0-5]|70[1-6]|80[1-7]|90[1-3]|100[1-8])(?:\(.*)?")),
    (
        "Fed. R. Civ. P.",
        re.compile(
            r"12\(b\)\([124567]\).*|23\((?:b\)\([1-3]\)|[ef]\)).*|26\(b\)\(1\).*|30\(b\)\(6\).*|50\([ab]\).*|54\([bd]\).*|56(?:\(.*)?|59\(e\).*|60\(b\).*|65(?:\(.*)?"
        ),
    ),
    ("Fed. R. Crim. P.", re.compile(r"11\(c\)\(1\)\([ABC]\).*|29(?:\([abc]\).*)?|32\([hi]\).*|35\(b\).*")),
)


def is_federal(court: str | None) -> bool:
    """Whether ``court`` goes by the federal rules.

    >>> is_federal("ca9"), is_federal("nysd"), is_federal("ind"), is_federal("md")
    (True, True, False, False)
    """
    return court is not None and _FEDERAL_COURT.fullmatch(court) is not None


def set_of(number: str, pin: str | None) -> str | None:
    """The set that has rule ``number`` with its ``pin``.

    >>> set_of("12", "(b)(6)"), set_of("801", "(d)"), set_of("12", "(b)(3)")
    ('Fed. R. Civ. P.', 'Fed. R. Evid.', None)
    """
    rule = f"{number}{(pin or '').replace(' ', '')}"
    return next((name for name, numbers in _SETS if numbers.fullmatch(rule)), None)
