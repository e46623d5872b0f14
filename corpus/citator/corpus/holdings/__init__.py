"""Opinion, citations, sentences and treatments → what the opinion holds, and what it cites others for."""

from __future__ import annotations

from collections.abc import Sequence

from citator.corpus.holdings import cited, decided
from citator.corpus.model import Citation, CitedFor, Holding, Opinion, Span, Treatment

__all__ = ["find"]


def find(
    opinion: Opinion, citations: Sequence[Citation], sentences: Sequence[Span], treatments: Sequence[Treatment]
) -> tuple[tuple[Holding, ...], tuple[CitedFor, ...]]:
    """Holdings in text order, and what each authority is cited for in the order of the citations.

    A sentence that recounts a party, another court or a commission (``treatments`` tell) is
    hardly a holding of this opinion.
    """
    return decided.find(opinion, citations, sentences, treatments), cited.find(opinion, citations, sentences)
