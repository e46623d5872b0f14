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
    ?point a c:Proposition ; skos:prefLabel ?wording ; c:because ?why ; c:answers/skos:prefLabel ?question .
    ?stance a c:Stance ; c:onProposition ?point ; c:stanceOf ?decision ; c:stanceKind/skos:notation "adopts" ;
        c:ownWords ?own ; c:describedBy ?teller ; c:derivedFrom ?act ; c:evidence ?evidence .
    ?split a c:Split ; c:question ?words ; c:side [ c:member ?decision ] ; c:statedIn ?act ; c:resolvedBy ?decision .

``cito:hasCitingEntity`` is always the decision in whose text the statement stands; ``c:actingDecision`` is the
one whose act it is (another for a third court's act, none for a dissent's or a party's).

Put OPTIONAL behind all that is required: oxigraph 0.5 joins what follows one row by row, and a query of 10 ms
takes a minute on 400 opinions. What asks for all of a library is answered sooner when each pattern is a SELECT of its
own in braces (as in ``all-citations``): these are joined whole, where patterns side by side are looked up row by row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from citator.corpus.errors import LibraryError
from citator.graph import ask, disk
from citator.graph.binding import Bindable, Value, bind, check_reads_only
from citator.graph.disk import Counts, Entry, Manifest, Skipped
from citator.graph.made_by import version
from citator.graph.store import Embedded, Remote, Row, Source

if TYPE_CHECKING:
    import pyoxigraph
    import rdflib

    from citator.corpus.model import Reading

__all__ = ["Counts", "Entry", "Library", "Manifest", "Row", "Skipped", "Value"]

_REMOTE = ("http://", "https://")
_TEXTS = """SELECT ?id ?file ?sha256 ?characters ?decision ?label ?version {
    ?text a c:TextSource ; c:textId ?id ; c:fileName ?file ; c:sha256 ?sha256 ; c:characters ?characters ;
        c:textOf ?decision ; c:citatorVersion ?version .
    ?decision rdfs:label ?label } ORDER BY ?id"""


class Library:
    """An open library. Use as a context manager, or ``close()`` it.

    ``where`` is the place as it was given, ``manifest`` what the library was made from.
    """

    def __init__(self, where: str, manifest: Manifest, source: Source, folder: Path | None) -> None:
        self.where, self.manifest = where, manifest
        self._source: Source | None = source
        self._folder = folder
        self._entries = {entry.id: entry for entry in manifest.opinions}

    @classmethod
    def open(cls, where: Path | str) -> Library:
        """Open ``NAME.citator`` read-only, or a SPARQL endpoint when ``where`` starts with http:// or https://.

        Raises ``LibraryError`` when there is none, or it is damaged or of another version.
        """
        if str(where).startswith(_REMOTE):
            return cls._open_remote(str(where))
        folder = Path(where)
        while True:
            generation = disk.current(folder)
            try:
                return cls.open_generation(folder, generation)
            except LibraryError:
                if disk.current(folder) == generation:  # else a writer has moved on meanwhile: look again
                    raise

    @classmethod
    def open_generation(cls, where: Path, generation: Path, store: pyoxigraph.Store | None = None) -> Library:
        """Open one generation of a library, current or not; of one that is being made, its ``store`` is open already."""
        try:
            text = (generation / "manifest.json").read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise LibraryError(f"{where}: the library is damaged, build it again ({error})") from error
        manifest = disk.read_manifest(where, text)
        if manifest.version != version():
            raise LibraryError(f"{where}: made by citator {manifest.version}, this is {version()}; build it again")
        return cls(str(where), manifest, Embedded(generation / "store", store), where)

    @classmethod
    def _open_remote(cls, url: str) -> Library:
        source = Remote(url)
        texts = source.query(_TEXTS)
        entries = tuple(
            Entry(
                id=str(row["id"]),
                file=str(row["file"]),
                sha256=str(row["sha256"]),
                record="",
                characters=int(row["characters"] or 0),
                decision=str(row["decision"]),
                label=str(row["label"]),
            )
            for row in texts
        )
        return cls(url, Manifest(str(texts[0]["version"]) if texts else version(), entries), source, None)

    def close(self) -> None:
        self._source = None

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    @property
    def source(self) -> Source:
        if self._source is None:
            raise LibraryError(f"{self.where}: the library is closed")
        return self._source

    def select(self, query: str, **values: Bindable) -> list[Row]:
        """Answer a SPARQL 1.1 query over all named graphs as one, row by row in the order of the query.

        Each ``name=value`` stands in the place of ``?name``: a ``str`` that starts with http:// or https:// as an
        IRI, another ``str`` as a plain literal, numbers and booleans as their literals; ``None`` leaves the
        variable free. A sequence of strings fills the braces of ``VALUES ?name {}``. Unbound cells are ``None``.

        Raises ``UsageError`` for what is no query, or has no such variable.
        """
        return self.source.query(bind(query, values))

    def run_user_query(
        self, query: str, params: Mapping[str, Bindable] | None = None, timeout: float = 30.0
    ) -> list[Row]:
        """Answer somebody else's query: SELECT, ASK, CONSTRUCT or DESCRIBE only, no SERVICE, FROM or update.

        ASK gives one row ``{"answer": bool}``; CONSTRUCT and DESCRIBE rows of ``subject``, ``predicate``, ``object``.
        Raises ``UsageError`` when it is not such a query or takes more than ``timeout`` seconds.
        """
        check_reads_only(query)
        return ask.within(timeout, self.source, bind(query, params or {}))

    def reading(self, id: str) -> Reading:
        """The reading of a held opinion. Raises ``LibraryError`` for an id the manifest does not have."""
        folder, entry = self._held(id)
        return disk.read_record(folder, entry.record, entry.file)

    def readings(self) -> Iterator[tuple[str, Reading]]:
        """Every reading with its id, in the order of the manifest."""
        for entry in self.manifest.opinions:
            yield entry.id, self.reading(entry.id)

    def text(self, id: str) -> str:
        """The text of a held opinion: what offsets count in."""
        folder, entry = self._held(id)
        return disk.read_text(folder, entry.record)

    def _held(self, id: str) -> tuple[Path, Entry]:
        if self._folder is None:
            raise LibraryError(f"{self.where}: an endpoint holds the graph, not the texts")
        if id not in self._entries:
            raise LibraryError(f"{self.where}: no text {id!r} in this library")
        return self._folder, self._entries[id]

    def graph(self) -> rdflib.Dataset:
        """The whole graph as an rdflib Dataset, a named graph for each opinion and one of merged knowledge.

        It reads the library itself, not a copy, and lives as long as the library is open.
        """
        return self.source.dataset()
