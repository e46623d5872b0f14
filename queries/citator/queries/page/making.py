"""A page begun and the stances it was waiting for in, the page out: from this process, or from another one.

Run as a module, it reads the one and then the other on standard input.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING

from citator.graph.processes import child_environment, without_garbage_collection
from citator.queries.page import layout
from citator.queries.page.gather import Begun
from citator.queries.page.writer import render

if TYPE_CHECKING:
    from citator.graph.library import Row

Make = Callable[[Sequence["Row"]], Callable[[], bytes]]
"""Takes the stances on points of law, and gives what the page is to be had from."""


@contextmanager
def here(begun: Begun) -> Iterator[Make]:
    """Make the page when asked, in this process."""
    yield lambda stances: lambda: render(begun.complete(stances))


@contextmanager
def elsewhere(begun: Begun) -> Iterator[Make]:
    """Make it in another process, which draws the cases while the stances are not there. It does not outlive the block."""
    command = [sys.executable, "-m", __name__]
    pipe = subprocess.PIPE
    silent = subprocess.DEVNULL  # should it fail, the work is done here, and what is wrong shows here
    with (
        ThreadPoolExecutor(1) as errands,  # it waits for the process
        subprocess.Popen(
            command, bufsize=0, stdin=pipe, stdout=pipe, stderr=silent, env=child_environment()
        ) as process,
    ):

        def send(it: object) -> None:
            assert process.stdin is not None
            process.stdin.write(pickle.dumps(it))

        def finish(stances: Sequence[Row]) -> bytes | None:
            assert process.stdout is not None
            try:
                send(stances)
                page: bytes = pickle.loads(process.stdout.read())
            except (OSError, EOFError, pickle.UnpicklingError):
                return None
            return page

        def make(stances: Sequence[Row]) -> Callable[[], bytes]:
            page = errands.submit(finish, stances)
            return lambda: page.result() or render(begun.complete(stances))

        try:
            errands.submit(send, begun)
            yield make
        finally:
            process.kill()


def _main() -> None:
    if hasattr(os, "nice"):  # the store is filled meanwhile, which is the longer work
        os.nice(10)
    with without_garbage_collection(), sys.stdout.buffer as answer:
        begun: Begun = pickle.load(sys.stdin.buffer)
        views = layout.views_of_cases(begun.data)
        pickle.dump(render(begun.complete(pickle.load(sys.stdin.buffer)), views), answer)


if __name__ == "__main__":
    _main()
