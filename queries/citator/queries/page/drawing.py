"""PageData in, its pictures as JSON out: from this process, or from another one while the rest of the page is made.

Run as a module, it reads a page without points of law on standard input, and then its points of law.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace

from markupsafe import Markup

from citator.graph.processes import child_environment, without_garbage_collection
from citator.queries.page import layout
from citator.queries.page.data import PageData
from citator.queries.page.script_data import script_data

Draw = Callable[[PageData], Callable[[], Markup]]
"""Takes a page on which all is, and gives what its pictures are to be had from, once."""


def here(data: PageData) -> Callable[[], Markup]:
    """Draw when asked, in this process."""
    return lambda: script_data(layout.views(data))


@contextmanager
def elsewhere(begun: PageData) -> Iterator[Draw]:
    """Draw in another process, which begins with what a page has without points of law. It does not outlive the block."""
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

        def finish(data: PageData) -> Markup | None:
            assert process.stdout is not None
            try:
                send(data.points)
                return Markup(pickle.loads(process.stdout.read()))
            except (OSError, EOFError, pickle.UnpicklingError):
                return None

        def draw(data: PageData) -> Callable[[], Markup]:
            drawn = errands.submit(finish, data)
            return lambda: drawn.result() or here(data)()

        try:
            errands.submit(send, begun)
            yield draw
        finally:
            process.kill()


def _main() -> None:
    with without_garbage_collection(), sys.stdout.buffer as answer:
        begun: PageData = pickle.load(sys.stdin.buffer)
        views = layout.views_of_cases(begun)
        data = replace(begun, points=pickle.load(sys.stdin.buffer))
        answer.write(pickle.dumps(str(script_data(layout.views(data, views)))))


if __name__ == "__main__":
    _main()
