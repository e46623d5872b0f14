"""Cores in a row → how they hang together: which are parallels of one case, which stand in another's parenthesis.

``518 U.S. 81, 100, 116 S.Ct. 2035, 135 L.Ed.2d 392 (1996) (quoting 994 F.2d 942, 949)`` is one case with three
citations and a second case within.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citator.corpus.citations.short import Core

_BETWEEN = re.compile(
    r"(?:, ?[-—–_]{1,4}(?: ?– ?[-—–_]{1,4})?)?(?:, (?:slip op\., )?Nos?\. [\w.&: -]{1,40}?)?(?:,?[\])])?(?P<joint>,\.?|;|=|) ?[\[]?(?:S\.? ?C\.,? )?"
)
_IN_PARENTHESIS = re.compile(r",? ?(?:\(\d{1,2}(?: ?\([a-z]\))?\)(?:, ?\d{1,4})? ?)*\(")
_AFTER_PARALLEL = re.compile(r"(?:, [^()]{0,80})?\)")
_BRACKET = re.compile(r"[()\n]")
# A citation to a database behind one whose page was not known yet: "___ F.3d ___, ___ (1st Cir. 1994) [No. 93-1, 1994 WL 7]".
_IN_DATABASE = re.compile(r"(?:,? (?:at )?_+)?(?: ?\([^()]{0,40}\))?,? \[(?:Nos?\. ?[\w., &-]{1,30}?, ?)?")
# Reporters that repeat what an official one has; a semicolon before one of these may join parallels too.
_UNOFFICIAL = frozenset(
    {"A.", "N.E.", "N.W.", "P.", "S.E.", "S.W.", "So.", "L. Ed.", "S. Ct.", "Cal. Rptr.", "N.Y.S.", "Ill. Dec."}
    | {"L.R.A.", "Am. St. Rep.", "A.L.R.", "Am. Rep.", "Am. Dec.", "Ann. Cas."}
)

_EARLY = frozenset(["Dall.", "Cranch", "Wheat.", "Pet.", "How.", "Black", "Wall."])
# An official reporter that repeats another: "7 Wall. 31; 74 U.S. 31".
_AGAIN = frozenset({("U.S.", early) for early in _EARLY} | {("F.", "App. D.C."), ("F.", "U.S. App. D.C.")})
_LEADING = frozenset(["full_case", "short_case", "placeholder", "id", "supra"])


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
    """Whether ``core`` is one more citation of the case that ``group`` cites; ``between`` follows the group's last pin.

    A semicolon joins parallels only where an unofficial reporter repeats an official one.
    """
    joint = _BETWEEN.fullmatch(between)
    if group[-1].kind == "placeholder" and core.kind == "full_case" and _IN_DATABASE.fullmatch(between):
        return True
    if core.cite is None or group[0].kind not in _LEADING or joint is None or not between:
        return False
    cited = [member for member in group if member.cite is not None]
    if joint["joint"] == ";":
        if not cited:
            return False  # a docket number alone
        official = family(cited[0]) not in _UNOFFICIAL
        again = family(core) in _UNOFFICIAL or (family(core), family(cited[-1])) in _AGAIN
        return official and again and family(core) not in map(family, cited)
    same = [member for member in cited if family(member) == family(core)]
    return not same or all(member.kind == "placeholder" for member in same) or len(cited) > 1


def in_parenthesis(text: str, before: int, core: Core) -> bool:
    """Whether ``core`` is a parallel set in parentheses: ``250 Ga. 325, 326 (1) (297 SE2d 237) (1982)``.

    The citation before it, with its pin, ends at ``before``.
    """
    return bool(_IN_PARENTHESIS.fullmatch(text, before, core.start)) and bool(_AFTER_PARALLEL.match(text, core.end))
