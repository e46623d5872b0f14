"""Paths in, sources out: which files are opinions to read, what is known of each, and by what key a reading is kept."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from citator.corpus.errors import UnreadableInput
from citator.corpus.facts import BESIDE, load_facts
from citator.corpus.model import Facts
from citator.graph import made_by
from citator.graph.disk import Skipped, is_library


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read. ``file`` is its path below the folder given; ``key`` digests all that its reading depends on."""

    path: Path
    file: str
    sha256: str
    facts: Facts | None
    key: str
    size: int = 0  # bytes


def find(paths: Sequence[Path], facts: Path | None = None) -> tuple[list[Source], list[Skipped]]:
    """The files to read, in order of name, and the files that cannot be opened.

    In a folder every regular file counts, at any depth, but hidden ones, TOML files and libraries. ``facts`` is
    a facts file; without it, or for files it does not name, the one beside each file is used.

    Raises ``UnreadableInput`` when one of ``paths`` does not exist or is a library.
    """
    known = load_facts(facts) if facts is not None else {}
    beside: dict[Path, dict[str, Facts]] = {}
    sources: dict[Path, Source] = {}
    skipped: list[Skipped] = []
    for path, file in _files(paths, skipped):
        try:
            data = path.read_bytes()
        except OSError as error:
            skipped.append(Skipped(file, (error.strerror or "cannot be read").lower()))
            continue
        if path.parent not in beside:
            table = path.parent / BESIDE
            beside[path.parent] = load_facts(table) if table.is_file() else {}
        digest = sha256(data).hexdigest()
        about = known.get(path.name, beside[path.parent].get(path.name))
        sources.setdefault(path.resolve(), Source(path, file, digest, about, _key(digest, about), len(data)))
    return sorted(sources.values(), key=lambda source: (source.file, source.key)), skipped


def _files(paths: Sequence[Path], skipped: list[Skipped]) -> Iterator[tuple[Path, str]]:
    for given in paths:
        if not given.exists():
            raise UnreadableInput(str(given), "no such file or folder")
        if is_library(given):
            raise UnreadableInput(str(given), "a library, not opinions")
        if not given.is_dir():
            yield given, given.name
            continue

        def fail(error: OSError, given: Path = given) -> None:
            folder = os.path.relpath(error.filename, given)
            skipped.append(Skipped(folder, (error.strerror or "cannot be read").lower()))

        for folder, folders, names in os.walk(given, onerror=fail):
            folders[:] = sorted(
                name for name in folders if not name.startswith(".") and not is_library(Path(folder, name))
            )
            for name in sorted(names):
                path = Path(folder, name)
                if name.startswith(".") or path.suffix.lower() == ".toml":
                    continue
                file = path.relative_to(given).as_posix()
                if path.is_file():
                    yield path, file
                elif path.is_symlink():
                    skipped.append(Skipped(file, "a link to a file that is not there"))


def _key(digest: str, facts: Facts | None) -> str:
    known = json.dumps(asdict(facts), sort_keys=True) if facts is not None else ""
    return sha256(f"{digest} {known} {made_by.reader_digest()}".encode()).hexdigest()[:32]
