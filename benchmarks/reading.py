#!/usr/bin/env python3
"""How fast opinions are read, against eyecite alone, in one run on one core.

    python benchmarks/reading.py FOLDER [--rounds 5] [--limit N] [--growth] [--memory]

FOLDER holds opinions as .txt. In every round both read all of them, in turn: eyecite with
``get_citations`` and ``resolve_citations`` and its default tokenizer; citator with everything: structure,
citations, resolution, sentences, treatments, holdings. Printed are characters a second of each round's
median and the ratio of the medians. ``--growth`` repeats one opinion 32 times in one file and prints how
many times as long that takes; ``--memory`` prints the peak memory of reading one opinion of a million characters.
"""

from __future__ import annotations

import argparse
import gc
import logging
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--limit", type=int, help="only the first N opinions")
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--memory", action="store_true")
    args = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    paths = sorted(args.folder.glob("*.txt"))[: args.limit]
    if not paths:
        sys.exit(f"no .txt opinions in {args.folder}")
    if args.growth:
        growth(paths)
    elif args.memory:
        memory(paths)
    else:
        speed(paths, args.rounds)


def speed(paths: Sequence[Path], rounds: int) -> None:
    logging.disable(logging.WARNING)
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    characters = sum(map(len, texts))
    contestants: dict[str, Callable[[], None]] = {"eyecite": eyecite_reader(texts), "citator": citator_reader(paths)}
    seconds: dict[str, list[float]] = {name: [] for name in contestants}
    for turn in range(rounds + 1):  # the first turn warms up and is not counted
        for name, run in contestants.items():
            taken = timed(run)
            if turn:
                seconds[name].append(taken)
    for name, taken_all in seconds.items():
        rates = [characters / taken for taken in taken_all]
        print(
            f"{name}: {statistics.median(rates):,.0f} characters a second (from {min(rates):,.0f} to {max(rates):,.0f})"
        )
    ratio = statistics.median(seconds["eyecite"]) / statistics.median(seconds["citator"])
    print(f"{len(texts)} opinions, {characters:,} characters, {rounds} rounds: citator reads {ratio:.2f} times as fast")


def eyecite_reader(texts: Sequence[str]) -> Callable[[], None]:
    from eyecite import get_citations, resolve_citations

    def run() -> None:
        for text in texts:
            resolve_citations(get_citations(text))

    return run


def citator_reader(paths: Sequence[Path]) -> Callable[[], None]:
    from citator.corpus.reading import read

    def run() -> None:
        for path in paths:
            read(path)

    return run


def timed(run: Callable[[], None]) -> float:
    gc.collect()
    start = time.process_time()
    run()
    return time.process_time() - start


def growth(paths: Sequence[Path]) -> None:
    from citator.corpus.formats import read_bytes
    from citator.corpus.reading import read_document

    sizes = sorted(paths, key=lambda path: path.stat().st_size)
    data = sizes[len(sizes) // 2].read_bytes()
    once, many = read_bytes(data, "once.txt"), read_bytes(b"\n\n".join([data] * 32), "many.txt")
    read_document(once)
    short = statistics.median(timed(lambda: read_document(once) and None) for _ in range(7))
    long = statistics.median(timed(lambda: read_document(many) and None) for _ in range(3))
    print(
        f"{len(once.text):,} characters once, {len(many.text):,} characters 32 times: {long / short:.1f} times as long"
    )


def memory(paths: Sequence[Path]) -> None:
    """Peak resident memory of a fresh process that reads a million characters of opinions as one file."""
    if os.environ.get("CITATOR_BENCH_MEMORY"):
        from citator.corpus.formats import read_bytes
        from citator.corpus.reading import read_document

        text = "\n\n".join(path.read_text(encoding="utf-8", errors="replace") for path in paths)[:1_000_000]
        read_document(read_bytes(text.encode(), "million.txt"))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        return
    run = subprocess.run(
        [sys.executable, *sys.argv],
        env={**os.environ, "CITATOR_BENCH_MEMORY": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    print(f"reading an opinion of 1,000,000 characters: {run.stdout.strip()} MB at the peak")


if __name__ == "__main__":
    main()
