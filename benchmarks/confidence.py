#!/usr/bin/env python3
"""How far the confidence of a treatment can be believed, against opinions marked by hand.

    python benchmarks/confidence.py FOLDER... [--rules]

A FOLDER holds ``NAME.txt`` with an opinion and ``NAME.treatments.jsonl`` with one record a line: ``kind``
(``treatment``, ``reported`` or ``history``), ``treatment``, ``accept`` (other labels that count as right), ``actor``,
and ``target`` and ``other_cases`` with a ``cite``.

Counted are the treatments stronger than a citation, each case once: a finding is right when a record of the same case
has its label, or accepts it, and its actor. Printed are the findings by the confidence citator gave them, then by what
they rest on, each with how many there are, the mean confidence and the share that is right. ``--rules`` adds a
line for each rule that fired.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from citator.corpus import reading
from citator.corpus.model import NEGATIVE, POSITIVE

STRONG = (NEGATIVE | POSITIVE) - {"quotes", "cites"}
ACTS = frozenset({"treatment", "reported", "history"})
SAME_VOICE = {"this_dissent": "this_separate", "this_concurrence": "this_separate"}
BINS = (0.0, 0.6, 0.7, 0.8, 0.9, 1.01)


class Finding(NamedTuple):
    """One treatment of one case, and whether the hand-made record agrees."""

    rule: str
    basis: str
    confidence: float
    right: bool


def key(cite: str | None) -> str:
    """A citation without spaces and points, to compare it by."""
    return re.sub(r"[^0-9a-z]", "", (cite or "").lower())


def marked(path: Path) -> dict[str, list[tuple[set[str], str]]]:
    """Cited case → the labels that count as right, with their actor, one entry a record."""
    found = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["kind"] not in ACTS or not record.get("treatment"):
            continue
        labels = {record["treatment"], *record.get("accept", [])}
        actor = SAME_VOICE.get(record["actor"], record["actor"])
        others = [case for case in record.get("other_cases") or [] if isinstance(case, dict)]
        for case in [record.get("target") or {}, *others]:
            if case.get("cite"):
                found[key(case["cite"])].append((labels, actor))
    return found


def findings(folder: Path) -> Iterator[Finding]:
    """Every strong treatment citator finds in the opinions of ``folder`` that are marked."""
    for path in sorted(folder.glob("*.txt")):
        gold = path.with_suffix(".treatments.jsonl")
        if not gold.exists():
            continue
        records = marked(gold)
        for treatment in reading.read(path).treatments:
            if treatment.treatment not in STRONG:
                continue
            for target in treatment.targets:
                right = any(
                    treatment.treatment in labels and treatment.actor == actor
                    for labels, actor in records.get(key(target.authority), ())
                )
                yield Finding(treatment.rule, treatment.basis, treatment.confidence, right)


def table(title: str, groups: Iterable[tuple[str, list[Finding]]]) -> None:
    """Print one line a group: how many, mean confidence, share right."""
    print(f"\n| {title} | findings | mean confidence | right |\n|---|---:|---:|---:|")
    for name, found in groups:
        mean = sum(one.confidence for one in found) / len(found)
        share = sum(one.right for one in found) / len(found)
        print(f"| {name} | {len(found)} | {mean:.2f} | {share:.2f} |")


def main() -> None:
    """Read the folders named on the command line and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="+", type=Path)
    parser.add_argument("--rules", action="store_true", help="a line for each rule too")
    args = parser.parse_args()
    found = [one for folder in args.folder for one in findings(folder)]
    if not found:
        parser.error("no marked opinions there")
    bins = [
        (f"{a:.1f} to {min(b, 1.0):.1f}", [one for one in found if a <= one.confidence < b]) for a, b in pairwise(BINS)
    ]
    table("confidence", [(name, group) for name, group in bins if group])
    kinds = defaultdict(list)
    rules = defaultdict(list)
    for one in found:
        kind = one.rule.split(":")[0] if ":" in one.rule or one.rule == "supported-statement" else f"words, {one.basis}"
        kinds[kind].append(one)
        rules[one.rule].append(one)
    table("resting on", sorted(kinds.items()))
    if args.rules:
        table("rule", sorted(rules.items()))


if __name__ == "__main__":
    main()
