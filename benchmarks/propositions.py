#!/usr/bin/env python3
"""How well points of law are brought together across opinions, against a grouping made by hand.

    python benchmarks/propositions.py FOLDER [--errors N]

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
  that citator has. A record not found is in no pair of citator's, so it costs recall. ``reachable`` counts the
  hand-made pairs of which both records were found: more than that no grouping could have.

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
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="the N commonest confusions")
    args = parser.parse_args()
    by_hand, records = load(args.folder)
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
    together = both = reachable = wanted = 0
    confused: Counter[tuple[str, str]] = Counter()
    for one, other in combinations(sorted(by_hand), 2):
        right = bool(by_hand[one] & by_hand[other])
        joined = bool(ours.get(one, set()) & ours.get(other, set()))
        wanted += right
        reachable += right and one in ours and other in ours
        together += joined
        both += right and joined
        if joined and not right:
            first, second = sorted((min(by_hand[one]), min(by_hand[other])))
            confused[first, second] += 1
    precision, recall = both / together if together else 0.0, both / wanted if wanted else 0.0
    lines = [
        f"precision {precision:.3f} recall {recall:.3f}; records {len(by_hand)}, found {len(ours)}; "
        f"pairs by hand {wanted}, reachable {reachable}, citator's {together}, right {both}"
    ]
    lines += [f"    {count:4} {first} | {second}" for (first, second), count in confused.most_common(errors)]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
