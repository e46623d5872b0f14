"""Statements in, a store on disk filled with them."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pyoxigraph


def together(jobs: int) -> int:
    """How many statements are best loaded at once.

    The more there are, the longer each takes. But after every four loads oxigraph merges its files, in the background:
    which costs nothing while it has a processor to itself, and with several jobs it has none.
    """
    return 200_000 if jobs == 1 else 320_000


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
