"""Files in, records on disk out: reads opinions, in this process or in several."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path

from citator.corpus.errors import CitatorError, UnreadableInput
from citator.graph import disk
from citator.graph.build import version
from citator.graph.files import Source

Outcome = tuple[Source, str | None]
"""A file, and why it could not be read (``None`` when it was)."""


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` files; ``path`` is the one just finished."""

    done: int
    total: int
    path: str


def read_all(
    library: Path, sources: Sequence[Source], jobs: int = 1, progress: Callable[[Progress], None] | None = None
) -> dict[str, str]:
    """Read each file and keep its record in ``library``; key → why for those that could not be read.

    The largest go first, so that processes end together. What kills a process is laid to the file it was at.
    """
    by_size = sorted(sources, key=lambda source: (-source.path.stat().st_size, source.file))
    outcomes = _in_processes(library, by_size, jobs) if jobs > 1 and len(sources) > 1 else _in_turn(library, by_size)
    failed = {}
    for done, (source, why) in enumerate(outcomes, 1):
        if why is not None:
            failed[source.key] = why
        if progress is not None:
            progress(Progress(done, len(sources), source.file))
    return failed


def _in_turn(library: Path, sources: Sequence[Source]) -> Iterator[Outcome]:
    for source in sources:
        yield source, _read(library, source)


def _in_processes(library: Path, sources: Sequence[Source], jobs: int) -> Iterator[Outcome]:
    left = {source.key: source for source in sources}
    try:
        with _pool(min(jobs, len(sources))) as pool:
            futures = {pool.submit(_read, library, source): source for source in sources}
            try:
                for future in as_completed(futures):
                    why = future.result()
                    yield left.pop(futures[future].key), why
            finally:
                pool.shutdown(cancel_futures=True)
    except BrokenProcessPool:
        for source in left.values():
            try:
                with _pool(1) as pool:
                    yield source, pool.submit(_read, library, source).result()
            except BrokenProcessPool:
                yield source, "citator was killed while reading it"


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Processes started fresh: a fork of a program with threads may hang."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if "forkserver" in methods:
        context.set_forkserver_preload(["citator.corpus.reading"])
    return ProcessPoolExecutor(jobs, mp_context=context)


def _read(library: Path, source: Source) -> str | None:
    """Read one file and keep its record. One bad file must not cost the others, so nothing is raised."""
    from citator.corpus import reading

    try:
        found = reading.read(source.path, source.facts)
    except UnreadableInput as error:
        return error.why
    except CitatorError as error:
        return str(error)
    except Exception as error:
        return f"citator failed on it ({type(error).__name__}: {' '.join(str(error).split())[:200]})"
    if found.opinion.document.sha256 != source.sha256:
        return "it changed while it was read"
    document = replace(found.opinion.document, path=source.path.name)
    disk.write_record(library, source.key, replace(found, opinion=replace(found.opinion, document=document)), version())
    return None
