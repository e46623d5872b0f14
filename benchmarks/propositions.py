#!/usr/bin/env python3
"""How well points of law are brought together across opinions, against a grouping made by hand.

    python benchmarks/propositions.py FOLDER [--errors N] [--without NAME]

FOLDER holds ``propositions.json``, a list of ``{"id", "text", "records": [...]}``; ``NAME.treatments.jsonl`` with
one record a line (``id``, ``start`` and ``end`` in the text, ``citing_cite``, ``target`` with ``cite``); and
``NAME.txt`` with the opinions. Only opinions with a record in a proposition are read.

What is counted are pairs of records.

- A record is *found* where a stance overlaps it, with its evidence or with the citation that names its decision.
  If it names a target, stances of that decision are taken before those of the citing one; of several, those that
  overlap it most. Stances of any other decision are none of its.
- Two records *belong together* by hand when one of the hand-made propositions lists both, and for citator when a
  stance of each lies in one proposition.
- Precision is the share of citator's pairs that belong together by hand; recall the share of the hand-made pairs
  that citator has. A pair of citator's is false only when both its records lie in hand-made propositions and in no
  common one: a stance that no record matches, or a record in no hand-made proposition, makes no pair at all.
- A record not found is in no pair of citator's, so it costs recall. The ceiling is the share of the hand-made pairs
  of which both records were found: no grouping of these stances could have a higher recall.

``--errors N`` adds the N pairs of hand-made propositions most often confused, and for each hand-made proposition with
a pair: its records, how many were found, and its pairs: by hand, reachable, right, and false (with records of others).
``--without NAME`` leaves out the records of one opinion, to see how much the figures rest on it.

The same is printed for questions, the wider groups of propositions on one subject: they are meant to hold
different answers, so their precision is no target.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from citator.corpus import reading
from citator.corpus.model import Facts, Reading, Span
from citator.graph import propositions
from citator.graph.propositions import Proposition, Stance

Record = dict[str, Any]
Groups = dict[str, set[str]]
"""The groups each record lies in."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="the N commonest confusions, and every proposition"
    )
    parser.add_argument("--without", metavar="NAME", help="leave out the records of this opinion")
    args = parser.parse_args()
    by_hand, records = load(args.folder)
    by_hand = {record: groups for record, groups in by_hand.items() if records[record][0] != args.without}
    names = sorted({name for name, record in records.values() if record["id"] in by_hand})
    if not names:
        sys.exit(f"no records of propositions in {args.folder}")
    readings = [read(args.folder / f"{name}.txt", records.values(), name) for name in names]
    found = propositions.group(readings)
    questions = {p.id: p.question.id if p.question else p.id for p in found}
    own = {p.id: p.id for p in found}
    for title, group_of in (("propositions", own), ("questions", questions)):
        ours = located(found, group_of, readings, names, records, by_hand)
        print(title, score(by_hand, ours, args.errors))


def load(folder: Path) -> tuple[Groups, dict[str, tuple[str, Record]]]:
    """The hand-made groups of each record, and each record with the name of its opinion."""
    by_hand: Groups = defaultdict(set)
    for proposition in json.loads((folder / "propositions.json").read_text(encoding="utf-8")):
        for record in proposition["records"]:
            by_hand[record].add(proposition["id"])
    records = {}
    for path in sorted(folder.glob("*.treatments.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            records[record["id"]] = (path.name.removesuffix(".treatments.jsonl"), record)
    return dict(by_hand), records


def read(path: Path, records: Iterable[tuple[str, Record]], name: str) -> Reading:
    """An opinion; its own citation, which a text may lack, is what the records call the citing decision."""
    own = next(
        (record["citing_cite"] for opinion, record in records if opinion == name and "citing_cite" in record), None
    )
    return reading.read(path, Facts(citation=own))


def located(
    found: Sequence[Proposition],
    group_of: Mapping[str, str],
    readings: Sequence[Reading],
    names: Sequence[str],
    records: Mapping[str, tuple[str, Record]],
    wanted: Iterable[str],
) -> Groups:
    """The groups of citator's in which each of the wanted records is found."""
    stances: dict[str, list[tuple[Stance, str]]] = defaultdict(list)
    for proposition in found:
        for stance in proposition.stances:
            stances[names[stance.reading]].append((stance, group_of[proposition.id]))
    citations = [{c.start: c.full for c in each.citations} for each in readings]
    groups: Groups = {}
    for record_id in sorted(wanted):
        name, record = records[record_id]
        target, own = key((record.get("target") or {}).get("cite")), key(record.get("citing_cite"))
        hits = [
            (key(stance.decision) == target, overlap(record, stance, citations[stance.reading]), group)
            for stance, group in stances[name]
            if key(stance.decision) in (target, own)
        ]
        hits = [hit for hit in hits if hit[1] > 0]
        if hits:
            best = max(hit[:2] for hit in hits)
            groups[record_id] = {group for *rank, group in hits if tuple(rank) == best}
    return groups


def key(cite: str | None) -> str | None:
    return re.sub(r"[^0-9a-z]", "", cite.lower()) if cite else None


def overlap(record: Record, stance: Stance, citations: Mapping[int, Span]) -> int:
    there = Span(record["start"], record["end"])
    spans = [stance.evidence]
    if stance.citation is not None and stance.citation in citations:
        spans.append(citations[stance.citation])
    return max(min(span.end, there.end) - max(span.start, there.start) for span in spans)


def score(by_hand: Groups, ours: Groups, errors: int) -> str:
    pairs: Counter[str] = Counter()
    by_group: dict[str, Counter[str]] = defaultdict(Counter)
    confused: Counter[tuple[str, str]] = Counter()
    for one, other in combinations(sorted(by_hand), 2):
        right, found = bool(by_hand[one] & by_hand[other]), one in ours and other in ours
        joined = found and bool(ours[one] & ours[other])
        told = [
            name
            for name, holds in (
                ("by hand", right), ("reachable", right and found), ("citator's", joined), ("right", right and joined),
                ("false", joined and not right),
            )
            if holds
        ]  # fmt: skip
        pairs.update(told)
        for group in by_hand[one] & by_hand[other] or by_hand[one] | by_hand[other]:
            by_group[group].update(told)
        if joined and not right:
            first, second = sorted((min(by_hand[one]), min(by_hand[other])))
            confused[first, second] += 1
    precision, recall = ratio(pairs["right"], pairs["citator's"]), ratio(pairs["right"], pairs["by hand"])
    lines = [
        f"precision {precision:.3f} recall {recall:.3f} ceiling {ratio(pairs['reachable'], pairs['by hand']):.3f}; "
        f"records {len(by_hand)}, found {len(ours)}; pairs "
        + ", ".join(f"{name} {pairs[name]}" for name in ("by hand", "reachable", "citator's", "right", "false"))
    ]
    if errors:
        lines += [f"    {count:4} {first} | {second}" for (first, second), count in confused.most_common(errors)]
        members = {group: [r for r in by_hand if group in by_hand[r]] for group in by_group}
        for group, counts in sorted(by_group.items(), key=lambda item: (-item[1]["by hand"], item[0])):
            if counts["by hand"]:
                told = [f"{name} {counts[name]}" for name in ("by hand", "reachable", "right", "false")]
                found_of = sum(r in ours for r in members[group])
                lines.append(f"    {group}: records {len(members[group])}, found {found_of}; {', '.join(told)}")
    return "\n".join(lines)


def ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


if __name__ == "__main__":
    main()
