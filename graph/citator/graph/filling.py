"""Statements in, a store on disk filled with them."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from types import TracebackType

import pyoxigraph

from citator.graph.vocabulary import Iri


class Filling:
    """A ``store`` that is being filled, as a context manager. Made when there is none, and closed at the end.

    With several jobs a part is loaded, by oxigraph's own threads, while the next is made.
    """

    def __init__(self, folder: Path, jobs: int) -> None:
        self.store = _opened(folder)
        self._jobs = jobs

    def __enter__(self) -> Filling:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.store.flush()
        del self.store

    def as_kept(self, graphs: Iterable[Iri]) -> Sequence[Iri]:
        """Named graphs in the order in which the store keeps them.

        Loaded in this order, they come in files that need not be merged where they are kept by graph.
        """
        for graph in graphs:
            self.store.add_graph(pyoxigraph.NamedNode(graph[1:-1]))
        return [Iri(str(graph)) for graph in self.store.named_graphs()]

    def add(self, parts: Iterable[bytes]) -> None:
        """Load parts of a graph, as N-Quads."""
        load = partial(self.store.bulk_load, format=pyoxigraph.RdfFormat.N_QUADS, lenient=True)
        with ThreadPoolExecutor(1) as loader:
            loading: Future[None] | None = None
            for part in parts:
                if loading is not None:
                    loading.result()
                loading = loader.submit(load, part)
                if self._jobs == 1:  # one thing at once
                    loading.result()
            if loading is not None:
                loading.result()

    def merge(self) -> None:
        """Make few files of the many that were loaded, so that questions are answered sooner."""
        self.store.optimize()


def _opened(folder: Path) -> pyoxigraph.Store:
    """The store, which merges its files in the background with what time other work leaves: all is merged at the end.

    The threads for it are started when the first store is opened, with the priority of the thread that opens it.
    """

    def open_with_low_priority() -> pyoxigraph.Store:
        if sys.platform == "linux":  # elsewhere it would be the priority of the whole process
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)
        return pyoxigraph.Store(str(folder))

    with ThreadPoolExecutor(1) as opener:
        return opener.submit(open_with_low_priority).result()
