"""Statements in, a store on disk filled with them."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pyoxigraph


def fill(folder: Path, parts: Iterable[bytes], jobs: int) -> None:
    """Add N-Quads to a store, which is made when there is none, and closed at the end.

    With several jobs a part is loaded, by oxigraph's own threads, while the next is made. Left open, the store
    (pyoxigraph 0.5) would go on to merge its files, which costs more than it saves.
    """
    store = pyoxigraph.Store(str(folder))
    load = partial(store.bulk_load, format=pyoxigraph.RdfFormat.N_QUADS, lenient=True)
    with ThreadPoolExecutor(1) as loader:
        loading: Future[None] | None = None
        for part in parts:
            if loading is not None:
                loading.result()
            loading = loader.submit(load, part)
            if jobs == 1:  # one thing at once
                loading.result()
        if loading is not None:
            loading.result()
    store.flush()
