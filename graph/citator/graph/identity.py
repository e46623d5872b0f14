"""Readings in, identities out: which decision or other authority every reference in them means.

A decision is known by its first official citation, else by court, docket and date, else by caption, court and
year. References that prove to be one are joined, and each joining leaves a record. Two slots of one reporter
are never joined; two cases of one caption stay two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from citator.corpus.model import Decision, Reading
from citator.graph.claims import DECISION, Claim, cite_key, claims
from citator.graph.courts import SUPREME_COURT, court
from citator.graph.joining import Group, Merge, group
from citator.graph.names import reporter_slot, same_name, slug

Value = TypeVar("Value", bound=Hashable)

_PARALLEL_ONLY = frozenset("sct led led2d uslw calrptr calrptr2d calrptr3d nys nys2d nys3d illdec".split())  # noqa: SIM905
_REGIONAL = frozenset(
    f"{series}{number}" for series in ("a", "p", "ne", "nw", "se", "sw", "so") for number in ("", "2d", "3d")
)
_DATABASES = ("wl", "lexis")


@dataclass(frozen=True, slots=True)
class Identity:
    """One decision or other authority. ``slug`` is what its IRI ends in; ``texts`` the ids of its texts held.

    ``differing_names`` were cited with its citation but are not its name. ``basis`` says how fields are known.
    ``aliases`` are the IRI endings by which it went before it was joined; ``apart`` the slugs of decisions that
    some text calls the same, but that cannot be.
    """

    slug: str
    kind: str
    label: str
    name: str | None = None
    citation: str | None = None
    other_citations: tuple[str, ...] = ()
    court: str | None = None
    year: int | None = None
    date: str | None = None
    docket: str | None = None
    en_banc: bool | None = None
    disposition: str | None = None
    texts: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    differing_names: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    merges: tuple[Merge, ...] = ()
    aliases: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True)
class Register:
    """The identities of a set of readings in order of slug, and what each text's references mean.

    ``cited`` counts the decisions and other authorities that are cited.
    """

    identities: tuple[Identity, ...]
    cited: int
    by_text: Mapping[str, Identity] = field(repr=False)
    by_reference: Mapping[tuple[str, str], Identity] = field(repr=False)

    def own(self, text: str) -> Identity:
        """The decision whose text this is."""
        return self.by_text[text]

    def meant(self, text: str, authority: str | None) -> Identity | None:
        """What ``authority`` means in a text; ``None`` when the text does not say."""
        return self.by_reference.get((text, authority)) if authority is not None else None


def identify(readings: Iterable[Reading]) -> Register:
    """Tell which references mean the same. Depends on what the readings say, never on their order."""
    groups = group(claim for reading in readings for claim in claims(reading))
    slugs = _slugs(groups)
    by_text: dict[str, Identity] = {}
    by_reference: dict[tuple[str, str], Identity] = {}
    identities = []
    cited = 0
    for each, ending in zip(groups, slugs, strict=True):
        identity = _describe(each, ending, tuple(slugs[other] for other in each.apart))
        identities.append(identity)
        cited += any(claim.own is None for claim in each.claims)
        for claim in each.claims:
            if claim.own is not None:
                by_text[claim.text] = identity
            if claim.authority is not None:
                by_reference[claim.text, claim.authority] = identity
    return Register(tuple(sorted(identities, key=lambda identity: identity.slug)), cited, by_text, by_reference)


def label(name: str | None, citation: str | None, court_id: str | None, year: int | None, en_banc: bool | None) -> str:
    """A decision as a lawyer writes it.

    >>> label("United States v. Armstrong", "48 F.3d 1508", "ca9", 1995, True)
    'United States v. Armstrong, 48 F.3d 1508 (9th Cir. 1995) (en banc)'
    >>> label("United States v. Armstrong", "517 U.S. 456", "scotus", 1996, None)
    'United States v. Armstrong, 517 U.S. 456 (1996)'
    """
    known = court(court_id)
    where = known.abbreviation if known is not None and court_id != SUPREME_COURT else None
    when = " ".join(str(word) for word in (where, year) if word)
    head = ", ".join(word for word in (name, citation) if word) or "unnamed decision"
    return head + (f" ({when})" if when else "") + (" (en banc)" if en_banc else "")


def _rank(cite: str) -> int:
    """How official a citation is, 0 most."""
    slot = reporter_slot(cite)
    reporter = slot[1] if slot else ""
    if reporter == "us":
        return 0
    if reporter in _PARALLEL_ONLY:
        return 3
    if reporter.endswith(_DATABASES):
        return 4
    return 2 if reporter in _REGIONAL else 1


def _citations(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Every citation in its commonest form, the official one first; a text's word on its own decision counts most."""
    weight: Counter[str] = Counter()
    for claim in claims:
        for i, cite in enumerate(claim.cites):
            weight[cite] += (1000 if claim.own is not None else 10) * (2 if i == 0 else 1)
    forms: dict[str, str] = {}
    for cite in sorted(weight, key=lambda cite: (-weight[cite], cite)):
        forms.setdefault(cite_key(cite), cite)
    return tuple(sorted(forms.values(), key=lambda cite: (_rank(cite), -weight[cite], cite)))


def _slugs(groups: Sequence[Group]) -> list[str]:
    """What each IRI ends in: one of its own for every group."""
    taken: Counter[str] = Counter()
    slugs = []
    for each in groups:
        wanted = _slug(each.claims)
        taken[wanted] += 1
        slugs.append(wanted if taken[wanted] == 1 else f"{wanted}-{taken[wanted]}")
    return slugs


def _slug(claims: Sequence[Claim]) -> str:
    first = claims[0]
    if first.kind != DECISION:
        return slug(first.key)
    cites = _citations(claims)
    if cites:
        key = cite_key(cites[0])
        parted = (claim.key for claim in claims if claim.key.startswith(f"{key} "))
        return slug(next(parted, key))
    for claim in claims:
        if claim.dockets and claim.courts:
            date = claim.own.date if claim.own is not None else None
            return slug(" ".join(filter(None, (claim.courts[0], claim.dockets[0], date))))
    for claim in claims:
        if claim.names and claim.dockets:
            return slug(f"{claim.names[0]} {claim.dockets[0]}")
        if claim.names and claim.courts and claim.years:
            return slug(f"{claim.names[0]} {claim.courts[0]} {claim.years[0]}")
    return slug(" ".join((*first.names[:1], first.text)))


def _describe(each: Group, slug: str, apart: tuple[str, ...]) -> Identity:
    claims = each.claims
    if claims[0].kind != DECISION:
        name = _commonest([claim.authority for claim in claims])
        return Identity(slug, claims[0].kind, name or slug, citation=name, apart=apart)
    own = [claim.own for claim in claims if claim.own is not None]
    basis = dict.fromkeys(f"{field}: {how}" for decision in own for field, how in decision.basis)
    name = _name(claims)
    cites = _citations(claims)
    court_id = _settle("court", own, [court for claim in claims for court in claim.courts], basis)
    year = _settle("year", own, [year for claim in claims for year in claim.years], basis)
    en_banc = _settle("en_banc", own, [], basis)
    if en_banc is None and not own and any(claim.en_banc for claim in claims):
        en_banc = True
    citation = cites[0] if cites else None
    docket = _settle("docket", own, [docket for claim in claims for docket in claim.dockets], basis)
    aliases = {cite_key(merge.alias) for merge in each.merges if merge.alias in cites}
    others = sorted({other for claim in claims for other in claim.names if other != name})
    return Identity(
        slug=slug,
        kind=DECISION,
        label=label(name, citation or docket, court_id, year, en_banc),
        name=name,
        citation=citation,
        other_citations=cites[1:],
        court=court_id,
        year=year,
        date=_settle("date", own, [], basis),
        docket=docket,
        en_banc=en_banc,
        disposition=_settle("disposition", own, [], basis),
        texts=tuple(sorted(claim.text for claim in claims if claim.own is not None)),
        other_names=tuple(other for other in others if name is None or same_name(name, other)),
        differing_names=tuple(other for other in others if name is not None and not same_name(name, other)),
        basis=tuple(basis) or ("as cited",),
        merges=each.merges,
        aliases=tuple(sorted(aliases - {slug})),
        apart=tuple(sorted(apart)),
    )


def _name(claims: Sequence[Claim]) -> str | None:
    """The text's own name for its decision, else the commonest full caption it is cited by."""
    own = [claim.own.name for claim in claims if claim.own is not None and claim.own.name]
    if own:
        return own[0]
    names = [name for claim in claims for name in claim.names]
    return _commonest([name for name in names if " v. " in name] or names)


def _settle(field: str, own: Sequence[Decision], cited: Sequence[Value], basis: dict[str, None]) -> Any:
    """The texts' own word, else the commonest as cited; where they differ, ``basis`` says so."""
    values: Sequence[Any] = [v for decision in own if (v := getattr(decision, field)) is not None] or cited
    if len(set(values)) > 1:
        basis[f"{field}: given as {' and as '.join(sorted(map(str, set(values))))}"] = None
    return values[0] if values is not cited and values else _commonest(values)


def _commonest(values: Iterable[Value | None]) -> Value | None:
    """Ties go to the longest, then to the first in order."""
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], -len(str(value)), str(value)), default=None)
