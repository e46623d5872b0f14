"""``show``, ``cites``, ``cited-by`` and ``treatments``: a case and what stands around it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, get_args

import click

from citator.corpus.errors import UsageError
from citator.corpus.model import PartKind, TreatmentLabel
from citator.queries.cli.frame import Command
from citator.queries.cli.options import case_argument, with_library, with_output
from citator.queries.cli.output import Output

if TYPE_CHECKING:
    from citator.graph.library import Library
    from citator.queries.acts import Act
    from citator.queries.citing import Filter

__all__ = ["cited_by", "cites", "show", "treatments"]

_WEAK = frozenset({"cites", "quotes", "mentions", "compares", "explains", "history"})


def _filtered(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --treatment, --part, --court, --since and --until; the command gets ``wanted``."""

    @click.option(
        "--treatment",
        multiple=True,
        type=click.Choice(get_args(TreatmentLabel)),
        metavar="TREATMENT",
        help="Only this treatment; may be repeated.",
    )
    @click.option(
        "--part",
        multiple=True,
        type=click.Choice(get_args(PartKind)),
        metavar="PART",
        help="Only in this kind of opinion: lead, dissent …",
    )
    @click.option("--court", multiple=True, metavar="COURT", help="Only cases of this court: scotus, ca9 …")
    @click.option("--since", type=int, metavar="YEAR", help="Only cases decided in this year or later.")
    @click.option("--until", type=int, metavar="YEAR", help="Only cases decided in this year or earlier.")
    @wraps(function)
    def command(*args: Any, treatment: Any, part: Any, court: Any, since: Any, until: Any, **given: Any) -> Any:
        from citator.queries.citing import Filter

        return function(*args, wanted=Filter(treatment, part, court, since, until), **given)

    return command


@click.command(
    cls=Command,
    examples=(
        ("citator show", "the figures of the library, and the opinions it holds"),
        ("citator show Caperna", "what is known of one case"),
    ),
)
@case_argument(required=False)
@with_output("table", "json")
@with_library
def show(library: Library, out: Output, case: str | None) -> None:
    """Show what the library holds, or what is known of a case.

    For a case: its identity and how it is known, its opinions, its holdings, how often it is cited and
    what it is worth now.
    """
    from citator.queries import lookup, overview

    if case is None:
        figures = overview.of_library(library)
        out.answer(figures, lambda width, colour: overview.figures_in_words(figures, width, colour))
    else:
        about = overview.of_case(library, lookup.find(library, case))
        out.answer(about, lambda width, colour: overview.case_in_words(about, width, colour))


@click.command(
    cls=Command,
    examples=(
        ("citator cites Caperna", "every authority of Caperna"),
        ("citator cites Caperna --treatment reconciles --json", "those it reconciles, for a program"),
    ),
)
@case_argument()
@_filtered
@with_output()
@with_library
def cites(library: Library, out: Output, case: str, wanted: Filter) -> None:
    """List the authorities a case cites, with pins and pages."""
    from citator.queries import citing, held, listings, lookup

    found = lookup.find(library, case, held=True)
    held.needs_text(found)
    links = [link for link in citing.cites(library, found) if _link_passes(wanted, link)]
    out.show(listings.of_links(f"Authorities cited by {found}", links, "Authority"))


@click.command(
    name="cited-by",
    cls=Command,
    examples=(
        ('citator cited-by "990 F.2d 472"', "the opinions that cite it"),
        ("citator cited-by Wayte --since 1990", "those decided since 1990"),
    ),
)
@case_argument()
@_filtered
@with_output()
@with_library
def cited_by(library: Library, out: Output, case: str, wanted: Filter) -> None:
    """List the cases that cite a case, with pins and pages."""
    from citator.queries import citing, listings, lookup

    found = lookup.find(library, case)
    links = [link for link in citing.cited_by(library, found) if _link_passes(wanted, link)]
    out.show(listings.of_links(f"Cases that cite {found}", links, "Citing case"))


def _link_passes(wanted: Filter, link: Any) -> bool:
    from citator.queries.citing import passes

    return passes(wanted, link.treatments, link.parts, link.case.court, link.case.year)


@click.command(
    cls=Command,
    examples=(
        ('citator treatments "857 F.2d 1245"', "what has been done to a case"),
        ("citator treatments --by Caperna", "what a case does to others"),
        ("citator treatments Stevens --part dissent", "only what dissents say"),
    ),
)
@case_argument(required=False)
@click.option("--by", metavar="CASE", help="What this case does to others.")
@click.option("--all", "everything", is_flag=True, help="Also plain citations, quotations and mentions.")
@_filtered
@with_output()
@with_library
def treatments(
    library: Library, out: Output, case: str | None, by: str | None, everything: bool, wanted: Filter
) -> None:
    """List what has been done to a case, each with its sentence.

    Gravest first, then the higher court, then the newer decision. With --by, what a case does to others (and, with a CASE, what it does to that one).
    """
    from citator.queries import acts, listings, lookup
    from citator.queries.citing import passes

    if case is None and by is None:
        raise UsageError("say which case: citator treatments CASE, or citator treatments --by CASE")
    target = lookup.find(library, case) if case else None
    actor = lookup.find(library, by, held=True) if by else None
    found = acts.involving(library, target or actor)  # type: ignore[arg-type]
    if target:
        found = acts.acts_on(found, target)
    if actor:
        found = acts.acts_by(found, actor)
    found = tuple(act for act in found if passes(wanted, [act.treatment], [act.part], *_actor(act)))
    strong = found if everything or wanted.treatment else tuple(act for act in found if act.treatment not in _WEAK)
    left_out = len(found) - len(strong)
    notes = (f"{left_out} plain citations, quotations and mentions not shown; --all shows them.",) if left_out else ()
    title = f"What {actor} does to {target or 'others'}" if actor else f"What has been done to {target}"
    ordered = acts.by_severity(strong)
    if actor:
        ordered.sort(key=lambda act: acts.WHOSE.index(acts.whose(act)))
    out.show(listings.of_treatments(title, ordered, by=bool(actor), group=acts.whose if actor else None, notes=notes))


def _actor(act: Act) -> tuple[str | None, int | None]:
    acting = act.acting_case or act.citing_case
    return acting.court, acting.year
