"""A library on disk, or a SPARQL endpoint: open it, ask it, read the opinions it holds.

``NAME.citator/`` holds one generation of everything: the readings, the Oxigraph store, the explorer page and
the manifest. A library is a pure function of the files it was built from and of citator's version.

The shape of the graph (terms in ``ontology.ttl``; every prefix in ``vocabulary.PREFIXES`` may be used
undeclared; all named graphs are read as one)::

    ?decision a c:Decision ; rdfs:label ?label ; c:caption ?name ; c:citation ?cite ; c:otherCitation ?parallel ;
        c:court/c:courtId ?court ; c:year ?year ; c:date ?date ; c:docket ?docket ; c:enBanc ?enBanc ;
        c:textHeld ?held ; c:identityBasis ?how ; c:nameDiffers ?otherName .
    ?authority a c:Authority ; rdfs:label ?label ; c:authorityKind ?kind .          # both are c:Citable
    ?part a c:OpinionPart ; c:partOf ?decision ; c:partText ?text ; c:partKind "dissent" ; c:author/rdfs:label ?judge .
    ?text a c:TextSource ; c:textOf ?decision ; c:textId ?id ; c:fileName ?file ; c:sha256 ?digest .
    ?citation a c:Citation ; cito:hasCitingEntity ?decision ; cito:hasCitedEntity ?cited ; c:opinionPart ?part ;
        c:inText ?text ; c:citationKind "full_case" ; c:start ?start ; c:end ?end ; c:words ?words ; c:pin ?pin ;
        c:signal ?signal ; c:page ?page ; c:footnote ?note ; c:parenthetical ?holding ; c:differsFrom ?realName .
    ?act a c:Treatment ; cito:hasCitingEntity ?decision ; cito:hasCitedEntity ?treated ;  # treated: one or more
        cito:hasCitationCharacterization ?kind ; c:actor/skos:notation "this_court" ; c:actorName ?who ;
        c:actingPart ?part ; c:actingDecision ?actingDecision ; c:polarity/skos:notation "negative" ;
        c:scope/skos:notation "to_the_extent" ; c:extent ?words ; c:pointOfLaw ?words ; c:basis/skos:notation ?b ;
        c:rule ?rule ; c:confidence ?p ; c:page ?page ; c:footnote ?note ; c:evidence ?evidence .
    ?kind skos:notation "overrules" ; skos:prefLabel "overrules"@en .
    ?evidence oa:hasSource ?text ; oa:hasSelector [ oa:start ?start ; oa:end ?end ] , [ oa:exact ?words ] .
    ?decision treatment:overrules ?treated .      # shortcut, only for a court's own act; likewise cito:cites
    ?holding a c:Holding ; c:opinionPart ?part ; c:page ?page ; c:evidence ?evidence .
    ?use a c:CitedFor ; cito:hasCitedEntity ?case ; c:how/skos:notation "parenthetical" ; c:evidence ?evidence .
    ?gap a c:Unresolved ; c:words ?words ; rdfs:comment ?why ; c:inText ?text ; c:start ?start ; c:end ?end .

``cito:hasCitingEntity`` is always the decision in whose text the statement stands; ``c:actingDecision`` is the
one whose act it is (another for a third court's act, none for a dissent's or a party's).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import rdflib

    from citator.corpus.model import Reading

Value = str | int | float | bool | None
"""A cell of an answer. IRIs and dates come as ``str``."""
Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Entry:
    """One opinion held: ``id`` names its text and reading, ``file`` is the path below the folder given."""

    id: str
    file: str
    sha256: str
    characters: int
    decision: str  # IRI
    label: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not read, and why, in one line."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a library was made from."""

    version: str  # of citator
    opinions: tuple[Entry, ...]
    skipped: tuple[Skipped, ...] = ()


class Library:
    """An open library. Use as a context manager, or ``close()`` it."""

    where: str
    manifest: Manifest

    @classmethod
    def open(cls, where: Path | str) -> Library:
        """Open ``NAME.citator`` read-only, or a SPARQL endpoint when ``where`` starts with http:// or https://.

        Raises ``LibraryError`` when there is none, or it is damaged or of another version.
        """
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def select(self, query: str, **values: Value) -> list[Row]:
        """Answer a SPARQL 1.1 SELECT over all named graphs as one, row by row in the order of the query.

        Each ``name=value`` binds ``?name``: a ``str`` that starts with http:// or https:// binds an IRI, another
        ``str`` a plain literal, numbers and booleans their literals. Unbound cells are ``None``.
        """
        raise NotImplementedError

    def run_user_query(self, query: str, params: Mapping[str, Value] | None = None, timeout: float = 30.0) -> list[Row]:
        """Answer somebody else's query: SELECT, ASK, CONSTRUCT or DESCRIBE only, no SERVICE, FROM or update.

        ASK gives one row ``{"answer": bool}``; CONSTRUCT and DESCRIBE rows of ``subject``, ``predicate``, ``object``.
        Raises ``UsageError`` when it is not such a query or takes more than ``timeout`` seconds.
        """
        raise NotImplementedError

    def reading(self, id: str) -> Reading:
        """The reading of a held opinion. Raises ``LibraryError`` for an id the manifest does not have."""
        raise NotImplementedError

    def readings(self) -> Iterator[tuple[str, Reading]]:
        """Every reading with its id, in the order of the manifest."""
        raise NotImplementedError

    def text(self, id: str) -> str:
        """The text of a held opinion: what offsets count in."""
        raise NotImplementedError

    def graph(self) -> rdflib.Dataset:
        """The whole graph as an rdflib Dataset, a named graph for each opinion and one of merged knowledge."""
        raise NotImplementedError


@contextmanager
def opened(where: Path | str) -> Iterator[Library]:
    """Open, hand over, close."""
    library = Library.open(where)
    try:
        yield library
    finally:
        library.close()
