"""Claims in, groups out: which claims are about one authority, why, and which must stay apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from citator.graph.claims import DECISION, Claim, cite_key
from citator.graph.names import caption_key, reporter_slot, same_name, slug

_HEADNOTES = 20
"""Pages that headnotes and counsel may take before the first page mark in the text of an opinion."""


@dataclass(frozen=True, slots=True)
class Merge:
    """``alias`` was joined because of what ``text`` shows."""

    alias: str
    because: str
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """The claims about one authority; ``apart`` are the indices of groups some text calls the same, but cannot be."""

    claims: tuple[Claim, ...]
    merges: tuple[Merge, ...]
    apart: tuple[int, ...]


def group(claims: Iterable[Claim]) -> tuple[Group, ...]:
    """Join claims that are about one authority. Depends on what they say, never on their order."""
    said = _part_crowded_slots(sorted(claims, key=_order))
    joints = _Joints()
    for claim in said:
        _join_citations(joints, claim)
    _join_by_pages(joints, said)
    _join_the_uncited(joints, said, "same court and docket number", _docket_marks)
    _join_the_uncited(joints, said, "same caption, court and year", _caption_marks)
    return joints.groups(said)


def _order(claim: Claim) -> tuple[str, bool, str, str]:
    return claim.text, claim.own is None, claim.key, claim.authority or ""


def _part_crowded_slots(said: list[Claim]) -> list[Claim]:
    """Give held decisions that share a slot but not a name (orders on one page) a key of their own.

    A citation of the slot goes to the one it names.
    """
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for claim in said:
        if claim.own is not None and claim.names and not any(same_name(n, claim.names[0]) for n in holders[claim.key]):
            holders[claim.key].append(claim.names[0])

    def part(claim: Claim) -> Claim:
        names = holders.get(claim.key, ())
        if len(names) < 2:
            return claim
        mine = next((name for name in names if any(same_name(name, given) for given in claim.names)), None)
        return claim if mine is None else replace(claim, key=f"{claim.key} {caption_key(mine)}")

    return [part(claim) for claim in said]


@dataclass
class _Joints:
    """Union-find over keys that remembers why, and refuses two slots of one reporter."""

    parents: dict[str, str] = field(default_factory=dict)
    slots: dict[str, dict[str, str]] = field(default_factory=dict)  # root → reporter → key
    merges: list[tuple[str, Merge]] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)

    def add(self, key: str, cite: str | None = None) -> None:
        if key not in self.parents:
            self.parents[key] = key
            slot = reporter_slot(cite) if cite else None
            self.slots[key] = {slot[1]: key} if slot else {}

    def root(self, key: str) -> str:
        while self.parents[key] != key:
            self.parents[key] = key = self.parents[self.parents[key]]
        return key

    def join(self, key: str, other: str, merge: Merge) -> None:
        ours, theirs = self.root(key), self.root(other)
        if ours == theirs:
            return
        if any(self.slots[ours].get(reporter, slot) != slot for reporter, slot in self.slots[theirs].items()):
            self.refused.append((key, other))
            return
        self.parents[theirs] = ours
        self.slots[ours] |= self.slots.pop(theirs)
        self.merges.append((key, merge))

    def groups(self, said: Sequence[Claim]) -> tuple[Group, ...]:
        """Every group, in the order of its first claim."""
        members: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in said:
            members[self.root(claim.key)].append(claim)
        index = {root: i for i, root in enumerate(members)}
        merges: defaultdict[str, list[Merge]] = defaultdict(list)
        for key, merge in self.merges:
            merges[self.root(key)].append(merge)
        apart: defaultdict[str, set[int]] = defaultdict(set)
        for one, other in self.refused:
            a, b = self.root(one), self.root(other)
            if a != b and a in index and b in index:
                apart[a].add(index[b])
                apart[b].add(index[a])
        return tuple(
            Group(
                tuple(claims),
                tuple(sorted(merges[root], key=lambda merge: (merge.alias, merge.text))),
                tuple(sorted(apart[root])),
            )
            for root, claims in members.items()
        )


def _join_citations(joints: _Joints, claim: Claim) -> None:
    """Its citations are one decision, whatever other texts call it."""
    mine = claim.key.partition(" ")[0]  # a parted key goes on with a caption
    joints.add(claim.key, next((cite for cite in claim.cites if cite_key(cite) == mine), None))
    whose = "its own citations" if claim.own is not None else f"cited as parallel to {claim.authority}"
    for cite in claim.cites:
        if cite_key(cite) != mine:
            joints.add(cite_key(cite), cite)
            joints.join(claim.key, cite_key(cite), Merge(cite, whose, claim.text))


def _join_by_pages(joints: _Joints, said: Sequence[Claim]) -> None:
    """A text without a citation is the one decision of its name and court that starts a little before its first page mark."""
    starting: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in said:
        slot = reporter_slot(claim.cites[0]) if claim.cites else None
        if slot is not None:
            starting[slot[2]].append(claim)
    for claim in said:
        if claim.pages is None or claim.own is None or joints.slots[joints.root(claim.key)]:
            continue
        first, last = claim.pages
        near = (other for page in range(first - _HEADNOTES, first + 1) for other in starting[str(page)])
        fitting = {joints.root(other.key): other for other in near if _may_be_one(claim, other)}
        if len(fitting) == 1:
            ((root, other),) = fitting.items()
            why = f"its name, and its printed pages {first}-{last} that follow the first of {other.cites[0]}"
            joints.join(root, claim.key, Merge(claim.names[0], why, claim.text))


def _may_be_one(claim: Claim, other: Claim) -> bool:
    if claim.courts and other.courts and claim.courts[0] not in other.courts:
        return False
    return any(same_name(name, given) for name in claim.names for given in other.names if " v" in given)


def _join_the_uncited(joints: _Joints, said: Sequence[Claim], why: str, marks: Callable[[Claim], list[str]]) -> None:
    """Join a group without a citation to the only other one that bears one of its marks.

    Two texts held are joined by docket only: a court may decide two cases of one caption in a year.
    """
    marked: defaultdict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in said:
        for mark in marks(claim):
            marked[mark].setdefault(joints.root(claim.key), claim)
    for claim in said:
        root = joints.root(claim.key)
        if joints.slots[root]:
            continue
        others = {joints.root(key): other for mark in marks(claim) for key, other in marked[mark].items()}
        others.pop(root, None)
        if len(others) != 1:
            continue
        ((key, other),) = others.items()
        if claim.own is None or other.own is None or marks is _docket_marks:
            joints.join(key, root, Merge(claim.authority or next(iter(claim.names), claim.text), why, claim.text))


def _docket_marks(claim: Claim) -> list[str]:
    return [f"{court} {slug(docket.removeprefix('No. '))}" for court in claim.courts for docket in claim.dockets]


def _caption_marks(claim: Claim) -> list[str]:
    if claim.kind != DECISION:
        return []
    return [
        f"{caption_key(name)} {court} {year}"
        for name in dict.fromkeys(claim.names)
        for court in dict.fromkeys(claim.courts)
        for year in dict.fromkeys(claim.years)
    ]
