"""Files and folders in, a library on disk out: created, or brought up to date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from citator.corpus.errors import LibraryError
from citator.graph import disk, points_job
from citator.graph.build import PrecedentGraph
from citator.graph.disk import Counts, Entry, Manifest, Skipped
from citator.graph.files import find
from citator.graph.filling import Filling
from citator.graph.identity import identify
from citator.graph.library import Library
from citator.graph.made_by import code_digest, version
from citator.graph.points import PointsHere
from citator.graph.processes import without_garbage_collection
from citator.graph.reading_jobs import Progress, read_all
from citator.graph.shelf import Shelf
from citator.graph.store import Row
from citator.graph.vocabulary import ID

__all__ = ["PageBegun", "PageMaker", "Progress", "Summary", "update"]

PageBegun = AbstractContextManager[Callable[[Iterable[Row] | None], Callable[[], bytes]]]
"""The explorer page of a library. Given every stance on points of law, or ``None`` where the library holds them already,
it may begin to work; what it returns gives the page. It does not outlive the block.
"""
PageMaker = Callable[[Library], PageBegun]
"""Begins the page, before or after the library holds points of law. Of the questions they answer it knows nothing."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What the library holds after an update, and what the update did."""

    opinions: int
    citations: int
    authorities: int  # distinct decisions and other authorities cited
    treatments: Mapping[str, int]  # label → number, commonest first
    unresolved: int
    skipped: tuple[Skipped, ...]
    duplicates: tuple[Skipped, ...]  # files whose text another file has
    read: int
    unchanged: int
    removed: int


def update(
    target: Path,
    paths: Sequence[Path],
    *,
    facts: Path | None = None,
    jobs: int = 1,
    progress: Callable[[Progress], None] | None = None,
    page: PageMaker | None = None,
) -> Summary:
    """Make the library ``target`` hold exactly the opinions in ``paths`` (files, and folders searched through).

    A file whose bytes, facts and citator version are unchanged is not read again. A file that cannot be read
    is skipped and listed. ``jobs`` is the number of processes that work. ``page`` makes the explorer page.
    The old library answers until the new one is complete, whatever happens meanwhile.

    Raises ``LibraryBusy`` when another process is writing ``target``, ``LibraryError`` when ``target`` is
    something else than a library, ``UnreadableInput`` when a path does not exist.
    """
    sources, unreadable = find(paths, facts)
    with disk.only_writer(target):
        before = _manifest_before(target)
        wanted = [source for source in sources if not disk.has_record(target, source.key)]
        failed = read_all(target, wanted, jobs, progress)
        shelf = Shelf(target, [source for source in sources if source.key not in failed])
        skipped = [
            *unreadable,
            *(Skipped(source.file, failed[source.key]) for source in sources if source.key in failed),
        ]
        stock = stock_of(shelf, skipped)
        if before is not None and _inputs(stock) == _inputs(before):
            manifest = before
            if page is not None:
                with Library.open(target) as library, page(library) as begun:
                    disk.replace_file(target / disk.PAGE, begun(None)())
        else:
            manifest = publish(target, shelf, stock, page, jobs)
        disk.clear(target, {entry.record for entry in manifest.opinions})
    read = {source.key for source in wanted} - failed.keys()
    files = {entry.file for entry in manifest.opinions}
    return Summary(
        opinions=len(manifest.opinions),
        citations=manifest.counts.citations,
        authorities=manifest.counts.authorities,
        treatments=dict(manifest.counts.treatments),
        unresolved=manifest.counts.unresolved,
        skipped=manifest.skipped,
        duplicates=manifest.duplicates,
        read=len(read),
        unchanged=sum(entry.record not in read for entry in manifest.opinions),
        removed=sum(entry.file not in files for entry in before.opinions) if before is not None else 0,
    )


def _manifest_before(target: Path) -> Manifest | None:
    """Of the library as it stands; ``None`` when there is none, or none that can be used as it is."""
    try:
        with Library.open(target) as library:
            return library.manifest
    except LibraryError:
        return None


def stock_of(shelf: Shelf, skipped: Sequence[Skipped]) -> Manifest:
    """What the library is to be made from; what came of it is not told yet."""
    return Manifest(
        version=version(),
        opinions=tuple(
            Entry(text, source.file, source.sha256, source.key)
            for text, source in zip(shelf.texts, shelf.sources, strict=True)
        ),
        skipped=tuple(sorted(skipped, key=lambda item: (item.path, item.why))),
        duplicates=shelf.duplicates,
        made_by=code_digest(),
    )


def _inputs(manifest: Manifest) -> tuple[object, ...]:
    """All that a library is a function of."""
    opinions = tuple((entry.id, entry.file, entry.sha256, entry.record) for entry in manifest.opinions)
    return manifest.version, manifest.made_by, opinions, manifest.skipped, manifest.duplicates


@without_garbage_collection()
def publish(target: Path, shelf: Shelf, stock: Manifest, page: PageMaker | None, jobs: int = 1) -> Manifest:
    """Build a generation beside the current one, and make it current."""
    with ExitStack() as stack:
        points_of = stack.enter_context(points_job.started(target, shelf)) if jobs > 1 else PointsHere
        register = identify(shelf)
        points = points_of(shelf, shelf.texts, register)
        graph = PrecedentGraph(shelf, shelf.texts, register, version(), points)
        built = disk.scratch(target)
        manifest = replace(stock, opinions=_identified(stock.opinions, graph), counts=_counts(graph))
        text = disk.write_manifest(manifest)
        (built / "manifest.json").write_text(text, encoding="utf-8")
        made = _fill(target, built, graph, page, jobs)
    records = [entry.record for entry in manifest.opinions]
    disk.publish(target, built, sha256(text.encode()).hexdigest()[:16], records, made)
    return manifest


def _fill(target: Path, built: Path, graph: PrecedentGraph, page: PageMaker | None, jobs: int) -> bytes | None:
    """Fill the store of a generation, and make the page on the way: what it needs comes before what takes longest."""
    with Filling(built / "store", jobs) as filling, ExitStack() as stack:
        filling.add(graph.told(filling.as_kept(graph.graphs)))
        finish = None
        if page is not None:
            with Library.open_generation(target, built, filling.store) as library:
                begun = stack.enter_context(page(library))
            finish = begun(graph.points.stances())
        filling.add(graph.points.stated())
        filling.merge()
        return finish() if finish is not None else None


def _identified(entries: Sequence[Entry], graph: PrecedentGraph) -> tuple[Entry, ...]:
    owns = [graph.register.own(entry.id) for entry in entries]
    return tuple(
        replace(entry, characters=len(reading.text), decision=ID + own.slug, label=own.label)
        for entry, own, reading in zip(entries, owns, graph.readings, strict=True)
    )


def _counts(graph: PrecedentGraph) -> Counts:
    treatments: Counter[str] = Counter()
    citations = unresolved = 0
    for reading in graph.readings:
        citations += len(reading.citations)
        unresolved += len(reading.unresolved)
        treatments.update(treatment.treatment for treatment in reading.treatments)
    by_number = sorted(treatments.items(), key=lambda item: (-item[1], item[0]))
    return Counts(citations, graph.register.cited, tuple(by_number), unresolved)
