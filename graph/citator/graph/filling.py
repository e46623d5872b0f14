"""Statements in, a store on disk filled with them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pyoxigraph


def fill(folder: Path, parts: Iterable[bytes], jobs: int) -> None:
    """Add N-Quads to a store, which is made when there is none, and closed at the end.

    With several jobs parts are loaded while the next is made: oxigraph lets other threads run. Left open, the store
    (pyoxigraph 0.5) would go on to merge its files, which costs more than it saves.
    """
    store = pyoxigraph.Store(str(folder))
    load = partial(store.bulk_load, format=pyoxigraph.RdfFormat.N_QUADS, lenient=True)
    waiting = jobs if jobs > 1 else 0  # parts in memory beside the one being made; with one job one thing at once
    with ThreadPoolExecutor(jobs) as loaders:
        loading: deque[Future[None]] = deque()
        for part in parts:
            loading.append(loaders.submit(load, part))
            while len(loading) > waiting:
                loading.popleft().result()
        for last in loading:
            last.result()
    store.flush()
