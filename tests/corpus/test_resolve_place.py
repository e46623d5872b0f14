"""Where a citation stands: inside a quotation or not."""

from __future__ import annotations

import pytest

from citator.corpus.model import Document
from citator.corpus.resolve.place import Place
from citator.corpus.structure import analyse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('He said "it is so" at HERE', False, id="behind-a-quotation"),
        pytest.param('He said "it is so at HERE', True, id="in-a-quotation"),
        pytest.param('of justice." Roe, HERE', False, id="a-quotation-that-begins-on-the-page-before"),
        pytest.param('of justice." He said "it is so at HERE', True, id="in-another-behind-it"),
        pytest.param("It is so at HERE", False, id="none"),
        pytest.param('It is " so at HERE', True, id="a-mark-set-apart-is-counted"),
    ],
)
def test_straight_marks_open_or_close_by_their_shape(text: str, expected: bool) -> None:
    place = Place(analyse(Document("a.txt", "", "text", text)))
    assert expected is place.quoted(text.index("HERE"))
