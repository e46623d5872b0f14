"""The readings of a library in, what is said of points of law out, from a process of its own while the library is filled.

Run as a module, it reads on standard input, pickled, which records to take, and later which references mean the same.
It gives back, pickled, the stances and then what is stated, piece by piece, with an empty piece at the end.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import IO, Any

from citator.corpus.model import Reading
from citator.graph import propositions
from citator.graph.files import Source
from citator.graph.identity import Register
from citator.graph.points import Points, PointsHere
from citator.graph.processes import child_environment, without_garbage_collection
from citator.graph.shelf import Shelf
from citator.graph.store import Row

_END = b""


class PointsAwaited:
    """Points of law that another process is working on; should it fail, ``here`` does."""

    def __init__(self, answers: IO[bytes], here: Points) -> None:
        self._answers, self.here = answers, here

    @cached_property
    def _stances(self) -> Iterable[Row] | None:
        found: Iterable[Row] | None = self._answer()
        return found

    def stances(self) -> Iterable[Row]:
        """Wait for them."""
        return self.here.stances() if self._stances is None else self._stances

    def stated(self) -> Iterator[bytes]:
        """Wait for each piece. They come after the stances."""
        piece = None if self._stances is None else self._answer()
        while piece:
            yield piece
            piece = self._answer()
        if piece is None:
            yield from self.here.stated()

    def _answer(self) -> Any:
        try:
            return pickle.load(self._answers)
        except (EOFError, pickle.UnpicklingError):
            return None


@contextmanager
def started(library: Path, shelf: Shelf) -> Iterator[Callable[[Sequence[Reading], Sequence[str], Register], Points]]:
    """Start on the readings of a shelf. The process waits for the register of them; it does not outlive the block."""
    records = [(source.file, source.sha256, source.key) for source in shelf.sources]
    command = [sys.executable, "-m", "citator.graph.points_job", str(library)]
    pipe = subprocess.PIPE
    silent = subprocess.DEVNULL  # should it fail, the work is done here, and what is wrong shows here
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=silent, env=child_environment()) as process:

        def tell(value: object) -> None:
            assert process.stdin is not None
            with suppress(OSError):  # it has failed: the answers will show it
                pickle.dump(value, process.stdin)
                process.stdin.flush()

        def awaited(readings: Sequence[Reading], texts: Sequence[str], register: Register) -> Points:
            tell(register)
            assert process.stdout is not None
            return PointsAwaited(process.stdout, PointsHere(readings, texts, register))

        try:
            tell(records)
            yield awaited
        finally:
            process.kill()


def answers(library: Path, records: Sequence[Sequence[str]], register: Callable[[], Register]) -> Iterator[object]:
    """Of the readings kept under these file names, digests and keys. The register is asked for when it is needed."""
    shelf = Shelf(library, [Source(Path(file), file, sha256, None, key) for file, sha256, key in records])
    with without_garbage_collection():
        grouping = propositions.Grouping(shelf)
        points = PointsHere(shelf, shelf.texts, register(), lambda _: grouping)
        yield list(points.stances())
        yield from points.stated()
        yield _END


def _main() -> None:
    with ThreadPoolExecutor(1) as receiver, ThreadPoolExecutor(1) as sender:
        records = pickle.load(sys.stdin.buffer)
        register = receiver.submit(pickle.load, sys.stdin.buffer)
        for answer in answers(Path(sys.argv[1]), records, register.result):
            sender.submit(_send, pickle.dumps(answer))  # the next is worked out while this waits to be fetched


def _send(answer: bytes) -> None:
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    _main()
