"""Somebody else's query and a time limit in, rows out: the query runs in a process of its own.

Oxigraph offers no way to stop a query (pyoxigraph 0.5), and a process can be stopped. Run as a module, this
one reads the request as JSON on standard input and prints the answer as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from citator.corpus.errors import LibraryError, UsageError
from citator.graph.processes import child_environment
from citator.graph.store import Embedded, Remote, Row, Source

_MEMORY = 4 << 30  # bytes; an endless join must not take the machine with it


def within(seconds: float, source: Source, query: str) -> list[Row]:
    """The answer of ``source``, or ``UsageError`` when it takes more than ``seconds`` or too much memory."""
    place = str(source.path) if isinstance(source, Embedded) else source.url
    request = json.dumps({"place": place, "query": query})
    command = [sys.executable, "-m", "citator.graph.ask"]
    try:
        done = subprocess.run(
            command, input=request.encode(), capture_output=True, timeout=seconds, check=False, env=child_environment()
        )
    except subprocess.TimeoutExpired:
        raise UsageError(f"the query took more than {seconds:g} seconds and was stopped") from None
    if done.returncode:
        raise UsageError("the query needs too much memory: make it narrower, or add a LIMIT")
    reply = json.loads(done.stdout)
    if "rows" in reply:
        rows: list[Row] = reply["rows"]
        return rows
    raise (UsageError if reply["error"] == "usage" else LibraryError)(reply["message"])


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def answer(place: str, query: str) -> dict[str, object]:
    """The rows, or which kind of error it was and its message."""
    try:
        source = Remote(place) if place.startswith(("http://", "https://")) else Embedded(Path(place))
        return {"rows": source.query(query)}
    except (UsageError, LibraryError) as error:
        return {"error": "usage" if isinstance(error, UsageError) else "library", "message": str(error)}


if __name__ == "__main__":
    _limit_memory()
    sys.stdout.write(json.dumps(answer(**json.load(sys.stdin))))
