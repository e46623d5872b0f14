"""PageData in, its pictures as JSON out: from this process, or another one while the rest of the page is made.

Run as a module, it reads the data on standard input.
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

from citator.graph.processes import child_environment
from citator.queries.page import layout
from citator.queries.page.data import PageData
from citator.queries.page.script_data import script_data


@contextmanager
def drawing(data: PageData, jobs: int) -> Iterator[Callable[[], Markup]]:
    """Gives what the pictures are to be had from: with one job they are made then, with more they have been begun."""
    if jobs == 1:
        yield lambda: _drawn(data)
        return
    with ThreadPoolExecutor(1) as pool:  # it waits for the process, which does not outlive the block
        begun = pool.submit(_drawn_elsewhere, data)
        yield lambda: begun.result() or _drawn(data)


def _drawn(data: PageData) -> Markup:
    return script_data(layout.views(data))


def _drawn_elsewhere(data: PageData) -> Markup | None:
    """``None`` when the process fails: the work is then done here, and what is wrong shows here."""
    command = [sys.executable, "-m", __name__]
    request = pickle.dumps(replace(data, passages=()))
    answer = subprocess.run(
        command, input=request, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=child_environment(), check=False
    )
    return Markup(answer.stdout.decode()) if answer.returncode == 0 else None


if __name__ == "__main__":
    sys.stdout.buffer.write(_drawn(pickle.load(sys.stdin.buffer)).encode())
