"""Values in, JSON out that may stand in a script element of the page."""

from __future__ import annotations

import msgspec
from markupsafe import Markup


def script_data(value: object) -> Markup:
    """JSON that cannot end the script element it stands in, nor open a comment there; dataclasses are objects.

    >>> print(script_data({"name": "Elm</script>", "lanes": (1, 2)}))
    {"name":"Elm\\u003c/script\\u003e","lanes":[1,2]}
    """
    text = msgspec.json.encode(value)
    for character in "<>&\u2028\u2029":
        text = text.replace(character.encode(), f"\\u{ord(character):04x}".encode())
    return Markup(text.decode())
