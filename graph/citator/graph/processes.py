"""What a process needs that makes a library, or is started to run a module of citator."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


def child_environment() -> dict[str, str]:
    """The environment in which a child finds the same modules as this process, installed or not."""
    return os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """For work that makes millions of values and keeps them: going through them again and again takes a fifth of its time.

    Not for reading: what reads PDFs leaves a hundred megabytes of cycles for every opinion.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
