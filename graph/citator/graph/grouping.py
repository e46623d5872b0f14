"""The readings of a library in, propositions out, from a process of its own while the library is filled.

Run as a module, it reads which records to take as JSON on standard input and gives the propositions back.
"""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from citator.corpus.model import Reading
from citator.graph import propositions
from citator.graph.files import Source
from citator.graph.processes import child_environment
from citator.graph.propositions.model import Proposition
from citator.graph.shelf import Shelf


class Grouping:
    """Propositions that another process is working on."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def result(self, readings: Sequence[Reading]) -> Sequence[Proposition]:
        """Wait for them; work them out here should the process have failed."""
        answer, _ = self._process.communicate()
        if self._process.returncode:
            return propositions.group(readings)
        found: tuple[Proposition, ...] = pickle.loads(answer)
        return found


@contextmanager
def started(library: Path, shelf: Shelf) -> Iterator[Grouping]:
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
            process.stdin = None  # else communicate() would close it again
            yield Grouping(process)
        finally:
            process.kill()


def grouped(library: Path, records: Sequence[Sequence[str]]) -> tuple[Proposition, ...]:
    """The propositions of the readings kept under these file names, digests and keys."""
    sources = [Source(Path(file), file, sha256, None, key) for file, sha256, key in records]
    return propositions.group(Shelf(library, sources))


if __name__ == "__main__":
    sys.stdout.buffer.write(pickle.dumps(grouped(Path(sys.argv[1]), json.load(sys.stdin))))
