"""What the steps that read a caption hand each other: its cells, and values with how they were worked out."""

from __future__ import annotations

from typing import NamedTuple


class Found(NamedTuple):
    """A value and how it was worked out."""

    value: str
    basis: str


class Cell(NamedTuple):
    line: int
    column: int
    words: str
