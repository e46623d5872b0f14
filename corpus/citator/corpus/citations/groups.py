"""Cores in a row → how they hang together: which are parallels of one case, which stand in another's parenthesis.

``518 U.S. 81, 100, 116 S.Ct. 2035, 135 L.Ed.2d 392 (1996) (quoting 994 F.2d 942, 949)`` is one case with three
citations and a second case within.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citator.corpus.citations.short import Core

_BETWEEN = re.compile(r"(?P<joint>,|;|=|) ?(?P<bracket>[\[(]?)(?:S\.? ?C\.,? )?")
_BRACKET = re.compile(r"[()\n]")
# Reporters that repeat what an official one has; a semicolon before one of these may join parallels too.
_UNOFFICIAL = frozenset(
    {"A.", "N.E.", "N.W.", "P.", "S.E.", "S.W.", "So.", "L. Ed.", "S. Ct.", "Cal. Rptr.", "N.Y.S.", "Ill. Dec."}
    | {"L.R.A.", "Am. St. Rep.", "A.L.R.", "Am. Rep.", "Am. Dec.", "Ann. Cas."}
)


def nesting(text: str, cores: list[Core]) -> Iterator[tuple[int, int]]:
    """For each core how many parentheses it stands in, and where the innermost opens (-1 for none)."""
    open_at: list[int] = []
    brackets = _BRACKET.finditer(text)
    bracket = next(brackets, None)
    for core in cores:
        while bracket is not None and bracket.start() < core.start:
            if bracket[0] == "(":
                open_at.append(bracket.start())
            elif bracket[0] == "\n":
                open_at.clear()
            elif open_at:
                open_at.pop()
            bracket = next(brackets, None)
        yield len(open_at), open_at[-1] if open_at else -1


def family(core: Core) -> str:
    """The reporter of ``core``, all its series together."""
    assert core.cite is not None
    editions = core.cite.editions
    return editions[0].reporter.short_name if editions else core.cite.reporter


def is_parallel(group: list[Core], between: str, core: Core) -> bool:
    """Whether ``core`` is one more citation of the case that ``group`` cites; ``between`` follows the group's last pin."""
    if (
        core.cite is None
        or len(between) > 8
        or group[0].kind not in ("full_case", "short_case", "placeholder", "id", "supra")
    ):
        return False
    joint = _BETWEEN.fullmatch(between)
    if joint is None or (not joint["joint"] and not joint["bracket"]):
        return False
    reporters = [family(member) for member in group if member.cite is not None]
    if family(core) in reporters:
        return False
    if joint["joint"] == ";":
        return family(core) in _UNOFFICIAL and bool(reporters) and not _UNOFFICIAL & set(reporters[-1:])
    return True
