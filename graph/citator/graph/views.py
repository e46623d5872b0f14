"""A library in, networkx graphs out: of all of it, or of the neighbourhood of some decisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

    from citator.graph.library import Library


def decisions(library: Library, around: Sequence[str] | None = None, depth: int = 1) -> nx.MultiDiGraph[str]:
    """Decisions and what they do to one another.

    Nodes are IRIs with ``label``, ``name``, ``citation``, ``court``, ``year``, ``date``, ``en_banc``, ``text_held``.
    An edge runs from the acting decision to the treated one; its key is the treatment's IRI, its data
    ``treatment``, ``polarity``, ``scope``, ``extent``, ``actor``, ``part``, ``page``, ``footnote``, ``date``,
    ``point``, ``basis``, ``confidence``, ``text`` (id), ``start``, ``end``, ``words``. A citation without a treatment
    of its own is an edge with treatment ``cites`` whose key is the pair.

    ``around`` keeps decisions within ``depth`` steps of these IRIs, whichever way the edges point.
    """
    raise NotImplementedError


def propositions(library: Library, around: Sequence[str] | None = None) -> nx.Graph[str]:
    """Bipartite: decisions (``kind="decision"``) and propositions (``kind="proposition"``), stances as edges."""
    raise NotImplementedError


__all__ = ["decisions", "propositions"]
