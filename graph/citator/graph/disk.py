"""The folder of a library: readings kept by content, complete generations, and one pointer that says which is current.

::

    NAME.citator/
      current                 the name of the current generation; replacing this file is the only switch
      generations/<name>/     manifest.json and store/, complete and on disk before the pointer names them
      readings/<key>.json.gz  one record an opinion: its text and all that was found in it
      explorer.html           the page made from the current generation
      lock                    held by the one writer; the kernel lets go of it when the process dies

A record's key is a digest of everything it depends on, so a killed build loses no reading it has finished.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from typing import Any

from citator.corpus.errors import LibraryBusy, LibraryError
from citator.corpus.model import Reading
from citator.corpus.record import from_json, to_json

LAYOUT = 1
_POINTER, _GENERATIONS, _READINGS, _LOCK = "current", "generations", "readings", "lock"
PAGE = "explorer.html"


@dataclass(frozen=True, slots=True)
class Entry:
    """One opinion held: ``id`` names its text and reading, ``file`` is the path below the folder given.

    ``record`` is the key of its reading; ``decision`` is an IRI, ``label`` the decision as a lawyer writes it.
    """

    id: str
    file: str
    sha256: str
    record: str
    characters: int = 0
    decision: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not read, and why, in one line."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Counts:
    """What is in the library, in figures. ``treatments`` are by label, commonest first."""

    citations: int = 0
    authorities: int = 0
    treatments: tuple[tuple[str, int], ...] = ()
    unresolved: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a library was made from. ``made_by`` is a digest of the code that built it."""

    version: str  # of citator
    opinions: tuple[Entry, ...]
    skipped: tuple[Skipped, ...] = ()
    duplicates: tuple[Skipped, ...] = ()
    counts: Counts = Counts()
    made_by: str = ""


def write_manifest(manifest: Manifest) -> str:
    return json.dumps({"layout": LAYOUT, **asdict(manifest)}, ensure_ascii=False, indent=1) + "\n"


def read_manifest(where: Path, text: str) -> Manifest:
    """Raises ``LibraryError`` when ``text`` is no manifest, or one of another layout."""
    try:
        values: dict[str, Any] = json.loads(text)
        if values.pop("layout") != LAYOUT:
            raise LibraryError(f"{where}: made by another version of citator ({values['version']}); build it again")
        counts = values.pop("counts")
        treatments = tuple((label, number) for label, number in counts.pop("treatments"))
        return Manifest(
            version=values.pop("version"),
            opinions=tuple(Entry(**entry) for entry in values.pop("opinions")),
            skipped=tuple(Skipped(**item) for item in values.pop("skipped")),
            duplicates=tuple(Skipped(**item) for item in values.pop("duplicates")),
            counts=Counts(**counts, treatments=treatments),
            **values,
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise LibraryError(f"{where}: the library is damaged, build it again (manifest: {error})") from error


def is_library(where: Path) -> bool:
    """Whether this is the folder of a library, finished or not."""
    return (where / _LOCK).is_file() and (where / _GENERATIONS).is_dir()


def current(where: Path) -> Path:
    """The folder of the current generation. Raises ``LibraryError`` when ``where`` is no finished library."""
    if not where.exists():
        raise LibraryError(f"{where}: there is no library here")
    try:
        name = (where / _POINTER).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        state = "its first build did not finish" if (where / _READINGS).is_dir() else "this is not a library"
        raise LibraryError(f"{where}: {state}; make one with citator build") from None
    except (OSError, UnicodeDecodeError) as error:
        raise LibraryError(f"{where}: the library cannot be read ({error})") from error
    folder = where / _GENERATIONS / name
    if not name.isalnum() or not folder.is_dir():
        raise LibraryError(f"{where}: the library is damaged, build it again (no generation {name!r})")
    return folder


@contextmanager
def only_writer(where: Path) -> Iterator[None]:
    """Hold the library against other writers. Raises ``LibraryBusy`` at once when there is one."""
    from filelock import FileLock, Timeout

    if where.exists() and not (where / _LOCK).exists() and (not where.is_dir() or any(where.iterdir())):
        raise LibraryError(f"{where}: this is something else than a library; name another place")
    lock = FileLock(where / _LOCK)
    try:
        where.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        raise LibraryBusy(f"{where}: another process is writing this library") from None
    except OSError as error:
        raise LibraryError(f"{where}: the library cannot be written ({error.strerror})") from error
    try:
        for folder in (_GENERATIONS, _READINGS):
            (where / folder).mkdir(exist_ok=True)
        yield
    finally:
        lock.release()


def has_record(where: Path, key: str) -> bool:
    """Whether the reading is kept, whole: its checksum is right."""
    try:
        gzip.decompress(_record(where, key).read_bytes())
    except (OSError, EOFError, zlib.error):
        return False
    return True


def _record(where: Path, key: str) -> Path:
    return where / _READINGS / f"{key}.json.gz"


def write_record(where: Path, key: str, reading: Reading, version: str) -> None:
    """Keep a reading, whole or not at all; it is on the disk when a generation made of it is published."""
    record = {"citator": version, "text": reading.text, "reading": to_json(reading)}
    packed = gzip.compress(json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass"), 5, mtime=0)
    replace_file(_record(where, key), packed, lasting=False)


def read_record(where: Path, key: str, file: str) -> Reading:
    """A reading, of a file that goes by this name now. Raises ``LibraryError`` when it is missing or damaged."""
    with _undamaged(where, key) as record:
        return from_json(record["reading"] | {"source": record["reading"]["source"] | {"path": file}}, record["text"])


def read_text(where: Path, key: str) -> str:
    """The text alone of a record. Raises ``LibraryError`` when it is missing or damaged."""
    with _undamaged(where, key) as record:
        return str(record["text"])


@contextmanager
def _undamaged(where: Path, key: str) -> Iterator[dict[str, Any]]:
    try:
        yield json.loads(gzip.decompress(_record(where, key).read_bytes()).decode("utf-8", "surrogatepass"))
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError) as error:
        raise LibraryError(f"{where}: a reading of the library is damaged, build it again ({key}: {error})") from error


def replace_file(path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Write beside, then rename: a reader sees the old bytes or the new, never a part.

    What is ``lasting`` is on the disk before: it outlives a failure of power too.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with beside.open("wb") as file:
        file.write(data)
        if lasting:
            file.flush()
            os.fsync(file.fileno())
    beside.replace(path)


def publish(where: Path, built: Path, name: str, records: Iterable[str], page: bytes | None) -> None:
    """Make a generation built beside current: it and its records to the disk, rename, then the pointer; the page follows."""
    for path in [*(_record(where, key) for key in records), where / _READINGS, *built.rglob("*"), built]:
        _to_disk(path)
    names = (f"{name}{number or ''}" for number in count())
    final = next(place for each in names if not (place := where / _GENERATIONS / each).exists())
    built.rename(final)
    _to_disk(final.parent)
    replace_file(where / _POINTER, f"{final.name}\n".encode())
    _to_disk(where)
    if page is not None:
        replace_file(where / PAGE, page)


def scratch(where: Path) -> Path:
    """An empty folder to build a generation in; what killed builds left is cleared."""
    folder = where / _GENERATIONS / ".new"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def clear(where: Path, keep: set[str]) -> None:
    """Drop generations but the current and the one before, and records that neither they nor ``keep`` name.

    The generation before stays for readers that opened it a moment ago.
    """
    now = current(where)
    older = sorted(
        (folder for folder in (where / _GENERATIONS).iterdir() if folder != now),
        key=lambda folder: folder.stat().st_mtime_ns,
    )
    for folder in older[:-1]:
        shutil.rmtree(folder, ignore_errors=True)
    wanted = set(keep)
    for folder in older[-1:]:
        try:
            text = (folder / "manifest.json").read_text(encoding="utf-8")
            wanted |= {entry.record for entry in read_manifest(where, text).opinions}
        except (OSError, LibraryError):
            shutil.rmtree(folder, ignore_errors=True)
    for path in (where / _READINGS).iterdir():
        if path.name.partition(".")[0] not in wanted:
            path.unlink(missing_ok=True)


def _to_disk(path: Path) -> None:
    if os.name == "nt":  # neither folders nor files opened for reading can be synced there
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
