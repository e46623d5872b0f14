"""Files in, records on disk out: reads opinions, in this process or in several.

The processes are this module run as a program, one request and one answer a line. The standard library's
pools would run the caller's main module again in each process (where a script has no guard, without end).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from citator.corpus.errors import CitatorError, UnreadableInput
from citator.corpus.model import Facts
from citator.graph import disk
from citator.graph.files import Source
from citator.graph.made_by import version
from citator.graph.processes import child_environment

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
    by_size = sorted(sources, key=lambda source: (-source.size, source.file))
    jobs = min(jobs, len(sources))
    outcomes = _in_processes(library, by_size, jobs) if jobs > 1 else _in_turn(library, by_size)
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
    readers = [_Reader(library) for _ in range(jobs)]
    idle: SimpleQueue[_Reader] = SimpleQueue()
    for reader in readers:
        idle.put(reader)

    def read(source: Source) -> Outcome:
        reader = idle.get()
        try:
            return source, reader.read(source)
        finally:
            idle.put(reader)

    with ThreadPoolExecutor(jobs) as pool:
        try:
            for future in as_completed([pool.submit(read, source) for source in sources]):
                yield future.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
            for reader in readers:
                reader.stop()


class _Reader:
    """A process that reads one file after another, started again when a file has killed it."""

    def __init__(self, library: Path) -> None:
        self._library = library
        self._process: subprocess.Popen[str] | None = None

    def read(self, source: Source) -> str | None:
        request = {"library": str(self._library), "source": asdict(source) | {"path": str(source.path)}}
        process = self._process or self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        answer = ""
        with suppress(BrokenPipeError):
            process.stdin.write(json.dumps(request) + "\n")
            process.stdin.flush()
            answer = process.stdout.readline()
        if answer:
            why: str | None = json.loads(answer)
            return why
        self.stop()
        return "citator was killed while reading it"

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _start(self) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "citator.graph.reading_jobs"]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(
            command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8", env=child_environment()
        )
        return self._process


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


def _source(value: dict[str, Any]) -> Source:
    facts = value["facts"]
    if facts is not None:
        facts = Facts(**(facts | {"other_citations": tuple(facts["other_citations"])}))
    return Source(**(value | {"path": Path(value["path"]), "facts": facts}))


def _main() -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints is no answer
    for line in sys.stdin:
        request = json.loads(line)
        answers.write(json.dumps(_read(Path(request["library"]), _source(request["source"]))) + "\n")
        answers.flush()


if __name__ == "__main__":
    _main()
