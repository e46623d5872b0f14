"""The readings of a library in, propositions out, from a process of its own while the library is filled.

Run as a module, it reads which records to take as JSON on standard input and gives the propositions back.
"""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import IO, Any

from citator.corpus.model import Reading
from citator.graph.files import Source
from citator.graph.processes import child_environment, without_garbage_collection
from citator.graph.propositions import Grouping
from citator.graph.propositions.model import Proposition, Question
from citator.graph.shelf import Shelf


class Awaited:
    """Propositions that another process is working on, and then their questions."""

    def __init__(self, answers: IO[bytes], readings: Sequence[Reading]) -> None:
        self._answers, self._readings = answers, readings

    def propositions(self) -> Sequence[Proposition]:
        """Wait for them."""
        found: Sequence[Proposition] | None = self._answer()
        return self._here.propositions() if found is None else found

    def questions(self) -> Mapping[str, Question]:
        """Wait for them; ask for the propositions first."""
        found: Mapping[str, Question] | None = self._answer()
        return self._here.questions() if found is None else found

    def _answer(self) -> Any:
        try:
            return pickle.load(self._answers)
        except (EOFError, pickle.UnpicklingError):
            return None

    @cached_property
    def _here(self) -> Grouping:
        """Worked out by this process, should the other have failed."""
        return Grouping(self._readings)


@contextmanager
def started(library: Path, shelf: Shelf) -> Iterator[Awaited]:
    """Start on the readings of a shelf; whatever happens, the process does not outlive the block."""
    records = [(source.file, source.sha256, source.key) for source in shelf.sources]
    command = [sys.executable, "-m", "citator.graph.grouping", str(library)]
    pipe = subprocess.PIPE
    silent = subprocess.DEVNULL  # should it fail, the work is done here, and what is wrong shows here
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=silent, env=child_environment()) as process:
        try:
            assert process.stdin is not None
            process.stdin.write(json.dumps(records).encode())
            process.stdin.close()
            assert process.stdout is not None
            yield Awaited(process.stdout, shelf)
        finally:
            process.kill()


def answers(library: Path, records: Sequence[Sequence[str]]) -> Iterator[object]:
    """The propositions of the readings kept under these file names, digests and keys, then their questions."""
    sources = [Source(Path(file), file, sha256, None, key) for file, sha256, key in records]
    with without_garbage_collection():
        found = Grouping(Shelf(library, sources))
        yield found.propositions()
        yield found.questions()


def _main() -> None:
    with ThreadPoolExecutor(1) as sender:  # the questions are worked out while the propositions wait to be fetched
        for answer in answers(Path(sys.argv[1]), json.load(sys.stdin)):
            sender.submit(_send, pickle.dumps(answer))


def _send(answer: bytes) -> None:
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    _main()
