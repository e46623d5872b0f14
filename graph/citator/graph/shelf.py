"""The readings of a library as a sequence: loaded when asked for, as many kept as memory should hold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import overload

from citator.corpus.model import Reading
from citator.graph import disk
from citator.graph.claims import text_id_of
from citator.graph.disk import Skipped
from citator.graph.files import Source

_KEPT = 50_000_000  # characters of opinion; with what was found in it, some ten times as many bytes


class Shelf(Sequence[Reading]):
    """One reading a text, in order of text id. ``duplicates`` are sources whose text an earlier one has."""

    def __init__(self, library: Path, sources: Sequence[Source]) -> None:
        self._library = library
        by_text: dict[str, Source] = {}
        first: dict[str, Source] = {}
        duplicates = []
        for source in sources:
            same = first.setdefault(source.sha256, source)
            if same is source:
                by_text[text_id_of(source.file, source.sha256)] = source
            else:
                duplicates.append(Skipped(source.file, f"the same text as {same.file}"))
        self.texts = tuple(sorted(by_text))
        self.sources = tuple(by_text[text] for text in self.texts)
        self.duplicates = tuple(duplicates)
        self._kept: dict[int, Reading] = {}
        self._room = _KEPT

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, i: int) -> Reading: ...
    @overload
    def __getitem__(self, i: slice) -> Sequence[Reading]: ...
    def __getitem__(self, i: int | slice) -> Reading | Sequence[Reading]:
        if isinstance(i, slice):
            return [self[j] for j in range(*i.indices(len(self)))]
        i = range(len(self))[i]
        if i in self._kept:
            return self._kept[i]
        source = self.sources[i]
        reading = disk.read_record(self._library, source.key, source.file)
        self._room -= len(reading.text)
        if self._room > 0:
            self._kept[i] = reading
        return reading
