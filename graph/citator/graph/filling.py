"""Statements in, a store on disk out, which answers while it is filled."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pyoxigraph


class Filling:
    """A store that is being filled. With several jobs parts are loaded while the next is made: oxigraph lets other threads run."""

    def __init__(self, store: pyoxigraph.Store, loaders: ThreadPoolExecutor, jobs: int) -> None:
        self.store, self._loaders = store, loaders
        self._load = partial(store.bulk_load, format=pyoxigraph.RdfFormat.N_QUADS, lenient=True)
        self._waiting = jobs if jobs > 1 else 0  # parts in memory beside the one being made; with one job one at once

    def load(self, parts: Iterable[bytes]) -> None:
        """Load N-Quads; they are all there when it returns."""
        loading: deque[Future[None]] = deque()
        for part in parts:
            loading.append(self._loaders.submit(self._load, part))
            while len(loading) > self._waiting:
                loading.popleft().result()
        for last in loading:
            last.result()


@contextmanager
def filling(folder: Path, jobs: int) -> Iterator[Filling]:
    """An empty store in a new folder, to be filled in the block."""
    store = pyoxigraph.Store(str(folder))
    with ThreadPoolExecutor(jobs) as loaders:
        yield Filling(store, loaders, jobs)
    store.flush()
