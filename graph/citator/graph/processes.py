"""What a process needs that is started to run a module of citator."""

from __future__ import annotations

import os
import sys


def child_environment() -> dict[str, str]:
    """The environment in which a child finds the same modules as this process, installed or not."""
    return os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
