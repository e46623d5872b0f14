"""Values in, JSON out that may stand in a script element of the page."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import cache
from typing import Any

from markupsafe import Markup


def script_data(value: object) -> Markup:
    """JSON that cannot end the script element it stands in, nor open a comment there.

    >>> print(script_data({"name": "Elm</script>", "lanes": (1, 2)}))
    {"name":"Elm\\u003c/script\\u003e","lanes":[1,2]}
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_by_name)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def _by_name(value: Any) -> dict[str, Any]:
    """A dataclass as JSON has it, one level at a time: ``asdict`` copies all that is in it."""
    return {name: getattr(value, name) for name in _names(type(value))}


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
