"""A Status as a lawyer reads it: the standing, each reason with its sentence, the cautions, what was checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from citator.queries.acts import SCOPES, Act
from citator.queries.standing import LOST, STANDINGS, Reason
from citator.queries.tables.table import one_line
from citator.queries.tables.text import sheet, trimmed

if TYPE_CHECKING:
    from rich.console import RenderableType

    from citator.queries.status import Status

__all__ = ["in_words", "sentence_of"]

_STYLES = {"overruled": "bold red", "in_doubt": "bold yellow", "followed": "bold green"}
_CITED = frozenset({"cites", "quotes", "explains", "compares", "mentions"})
_BASES = {
    "express": "in express words",
    "implied": "by implication",
    "reported": "as reported here",
    "signal": "by signal only",
}


def in_words(status: Status, width: int | None = None, colour: bool = False) -> str:
    """For a terminal of ``width`` columns, or uncut."""
    console, out = sheet(width, colour)
    for block in _blocks(status):
        console.print(block)
    return trimmed(out)


def _blocks(status: Status) -> Iterator[RenderableType]:
    from rich.text import Text

    yield Text.assemble((status.case.cited.name, "italic bold"), status.case.cited.rest)
    yield Text(_question(status)) if _question(status) else ""
    style = "bold red" if status.standing in LOST else _STYLES.get(status.standing, "bold")
    yield Text(headline(status), style=style)
    if off_point := _gravest_off_point(status):
        yield Text(f"On another point, as far as its words tell: {sentence_of(off_point)}", style="yellow")
    for number, reason in enumerate(status.reasons, 1):
        yield ""
        yield from _reason(reason, f"{number}. ")
    if status.others:
        yield ""
        yield Text("Other treatments, which do not change this:", style="underline")
        for reason in status.others:
            yield from _reason(reason, "- ")
    if status.matched:
        yield ""
        yield Text(f"Passages about “{status.on}”:", style="underline")
        yield from (_set_in(f"{match.score:.2f}  {match.proposition}") for match in status.matched)
    elif status.on:
        yield ""
        yield f"Nothing read in this library speaks of “{status.on}”; only treatments of the whole case count here."
    if status.cautions:
        yield ""
        yield Text("Check before relying on this:", style="underline")
        yield from (_set_in(f"- {caution.text}") for caution in status.cautions)
    yield ""
    yield _checked(status)


def _question(status: Status) -> str:
    bits = (
        f"on “{status.on}”" if status.on else "",
        f"as of {status.as_of}" if status.as_of else "",
        f"for {status.court}" if status.court else "",
    )
    return "Asked: " + ", ".join(filter(None, bits)) if any(bits) else ""


def headline(status: Status) -> str:
    """The standing and who made it: ``Overruled in part, to the extent stated, by United States v. Armstrong, …``."""
    words = STANDINGS[status.standing]
    made_by = next((reason for reason in status.reasons if reason.makes == status.standing), None)
    if made_by is None:
        cited = [reason.act for reason in status.others if reason.on_point and reason.act.treatment in _CITED]
        by = list(dict.fromkeys(act.actor_words for act in cited if act.actor == "this_court"))
        return f"{_capital(words)}{f' beyond citation by {_and(by)}' if by else ''}."
    act = made_by.act
    if status.standing in ("criticized", "distinguished"):
        followed = any(reason.makes == "followed" for reason in status.reasons)
        words += ", and followed" if followed else " only"
        return f"{_capital(words)}: {sentence_of(act)}"
    if act.done.split()[0] != words.split()[0]:
        return f"{_capital(words)}: {act.done} by {act.actor_words}"
    limits = SCOPES[act.scope] if act.scope not in ("full", "in_part") else ""
    return f"{_capital(words)}{', ' + limits + ',' if limits else ''} by {act.actor_words}"


def _gravest_off_point(status: Status) -> Act | None:
    """What would weigh more if the words asked for were about it: the reader must judge that, not a measure of words."""
    rank = list(STANDINGS).index
    weightier = (
        reason.act
        for reason in status.others
        if not reason.on_point
        and rank(replace(reason, on_point=True).makes) < min(rank(status.standing), rank("followed"))
    )
    return next(weightier, None)


def _and(words: list[str]) -> str:
    return " and ".join(filter(None, ("; ".join(words[:-1]), words[-1])))


def sentence_of(act: Act) -> str:
    """``overruled to the extent stated by United States v. Armstrong, 48 F.3d 1508 (9th Cir. 1995) (en banc)``."""
    beside = list(act.targets) if len(act.targets) > 1 else []
    together = f" (together: {'; '.join(map(str, beside))})" if beside else ""
    return f"{act.done} by {act.actor_words}{together}"


def _reason(reason: Reason, lead: str) -> Iterator[RenderableType]:
    from rich.text import Text

    act = reason.act
    yield Text.assemble(lead, (_capital(sentence_of(act)), "bold"))
    pad = len(lead)
    where = act.place
    if act.acting_case is None or act.citing_case.id != act.acting_case.id:
        where = f"{where}; in {act.citing_case}"
    how = [where, _BASES[act.basis]] + ([f"confidence {act.confidence:.2f}"] if act.confidence is not None else [])
    yield _set_in("; ".join(how), pad)
    yield from (_set_in(remark, pad) for remark in _remarks(reason))
    if act.extent:
        yield _set_in(f"extent: “{one_line(act.extent)}”", pad)
    yield _set_in(f"“{one_line(act.evidence.text)}”", pad)


def _remarks(reason: Reason) -> Iterable[str]:
    """Why a treatment counts for less than it says."""
    act = reason.act
    if reason.undone:
        yield f"but the acting decision is itself {STANDINGS[reason.acting_standing]}"
    if reason.bounded and reason.counts:
        yield "within the limits that the same decision states elsewhere"
    if not reason.on_point:
        yield "on another point, as far as its words tell"
    elif reason.power == "none" and act.actor == "this_separate":
        yield "a separate opinion: it changes nothing"
    elif reason.power == "none":
        yield "no act of a court: it changes nothing"
    elif reason.power == "same_court" and act.treatment in ("overrules", "abrogates"):
        yield f"purports to: {reason.rule}"
    elif reason.power == "elsewhere" and act.polarity == "negative":
        yield "disagreement by a court that cannot change it"


def _checked(status: Status) -> str:
    checked = status.checked
    held = "its own text is held" if status.case.text_held else "its own text is not held"
    return (
        f"Checked: {checked.opinions} opinions, of which {checked.citing} cite it; {held}; "
        f"{checked.unresolved} references in this library lead nowhere for certain."
    )


def _set_in(words: str, by: int = 2) -> RenderableType:
    from rich.padding import Padding
    from rich.text import Text

    return Padding(Text(words), (0, 0, 0, by), expand=False)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
