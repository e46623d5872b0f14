#!/usr/bin/env python3
"""How much sooner a library is built with more processes.

    python benchmarks/building.py FOLDER [--limit N] [--rounds 3] [--jobs 2]

FOLDER holds opinions. In every round ``citator build`` makes a library of them anew, page and all, once with ``--jobs 1``
and once with ``--jobs`` as given. Printed are the seconds of each, from the start of the command to its end, and the ratio
of their medians, and of the shortest: what else a machine does makes a run longer, never shorter.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, help="read only the first N files")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2, help="how many processes one is compared with")
    args = parser.parse_args()
    paths = sorted(path for path in args.folder.iterdir() if path.is_file())[: args.limit]
    seconds: dict[int, list[float]] = {1: [], args.jobs: []}
    for _ in range(args.rounds):
        for jobs, taken in seconds.items():
            taken.append(built(paths, jobs))
            print(f"--jobs {jobs}: {taken[-1]:.1f} s", flush=True)
    medians, shortest = ([measure(taken) for taken in seconds.values()] for measure in (statistics.median, min))
    for name, (one, more) in (("median", medians), ("shortest", shortest)):
        print(
            f"{name} of {args.rounds}, {len(paths)} opinions: {one:.1f} s and {more:.1f} s, {more / one:.2f} of the time"
        )


def built(paths: Sequence[Path], jobs: int) -> float:
    """Seconds that a build of a new library takes."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "new.citator")
        command = [
            sys.executable,
            "-m",
            "citator.queries.cli",
            "build",
            "--quiet",
            "--jobs",
            str(jobs),
            "-o",
            str(target),
        ]
        start = time.perf_counter()
        subprocess.run([*command, *map(str, paths)], check=True)
        return time.perf_counter() - start


if __name__ == "__main__":
    main()
