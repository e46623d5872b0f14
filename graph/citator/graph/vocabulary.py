"""The closed namespace of the graph: the terms of ``ontology.ttl`` as IRIs, and the codes of the model as terms.

A term that is not in the vocabulary cannot be named: ``C.Decison`` is an error, and a test holds this module
and ``ontology.ttl`` equal.
"""

from __future__ import annotations

from citator.corpus.model import TREATMENTS

NS = "https://w3id.org/citator/ns#"
TREATMENT_NS = "https://w3id.org/citator/treatment/"
ID = "https://w3id.org/citator/id/"
"""Everything a library speaks of has an IRI below this one."""

PREFIXES: dict[str, str] = {
    "c": NS,
    "treatment": TREATMENT_NS,
    "id": ID,
    "cito": "http://purl.org/spar/cito/",
    "dcterms": "http://purl.org/dc/terms/",
    "frbr": "http://purl.org/vocab/frbr/core#",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefixes every query may use without declaring them, and every export declares."""

CLASSES = """
    Citable Decision Authority OpinionPart Court Judge TextSource Statement Citation Treatment Holding CitedFor
    Stance Unresolved Proposition Question Split Side Joined Merge Actor Scope Basis Polarity CitedForHow StanceKind
    TreatmentKind
""".split()  # noqa: SIM905
PROPERTIES = """
    citation otherCitation caption otherName nameDiffers keptApartFrom court year date docket enBanc disposition textHeld
    identityBasis authorityKind
    courtId courtAbbreviation tier reviewedBy author
    partKind partOf partText partStart partEnd announces textOf textId fileName fileFormat sha256 characters
    citatorVersion
    opinionPart inText page footnote start end words evidence signal rule confidence viaCitation
    citationKind fullStart fullEnd cite nameAsCited differsFrom yearAsCited courtAsCited pin parenthetical weight history
    historyOf parallelOf within depth stringCite
    actingPart actingDecision actor actorName polarity scope extent pointOfLaw basis targetName
    how
    onProposition because answers opposedTo stanceOf stanceKind ownWords describedBy derivedFrom question side sideProposition
    member memberCourt statedIn resolvedBy prevailing
    merged alias mergedIn
""".split()  # noqa: SIM905
ACTORS = {
    "this_court": "thisCourt",
    "this_separate": "thisSeparate",
    "third_court": "thirdCourt",
    "party": "party",
    "lower_court": "lowerCourt",
    "separate_opinion": "separateOpinion",
    "non_court": "nonCourt",
}
SCOPES = {
    "full": "full",
    "to_the_extent": "toTheExtent",
    "in_part": "inPart",
    "on_other_grounds": "onOtherGrounds",
    "language": "language",
}
BASES = {"express": "express", "implied": "implied", "reported": "reported", "signal": "bySignal"}
POLARITIES = {"negative": "negative", "neutral": "neutral", "positive": "positive"}
WAYS_OF_CITING_FOR = {"parenthetical": "inParenthetical", "described": "inDescription", "supports": "inSupport"}
STANCES = {kind: kind for kind in ("states", "adopts", "follows", "limits", "rejects", "reserves")}
SCHEMES: dict[str, dict[str, str]] = {
    "actors": ACTORS,
    "scopes": SCOPES,
    "bases": BASES,
    "polarities": POLARITIES,
    "waysOfCitingFor": WAYS_OF_CITING_FOR,
    "stanceKinds": STANCES,
}
"""Closed lists: scheme → code in the model (and ``skos:notation``) → local name of its concept."""

CODES: dict[str, str] = {
    **{NS + local: code for scheme in SCHEMES.values() for code, local in scheme.items()},
    **{TREATMENT_NS + label: label for label in TREATMENTS},
}
"""IRI of a concept of a closed list, or of a treatment → its code in the model."""


class Iri(str):
    """An IRI as N-Triples writes it, in angle brackets."""

    __slots__ = ()

    @property
    def value(self) -> str:
        """The IRI itself."""
        return self[1:-1]


class Namespace:
    """A namespace that knows its terms; with no list, any term (a vocabulary that others keep).

    >>> C.Decision
    '<https://w3id.org/citator/ns#Decision>'
    >>> C.Decison
    Traceback (most recent call last):
    ...
    AttributeError: no term Decison in https://w3id.org/citator/ns#
    """

    def __init__(self, base: str, terms: frozenset[str] | None = None) -> None:
        self._base, self._terms = base, terms

    def __getattr__(self, term: str) -> Iri:
        if term.startswith("_") or (self._terms is not None and term not in self._terms):
            raise AttributeError(f"no term {term} in {self._base}")
        iri = Iri(f"<{self._base}{term}>")
        setattr(self, term, iri)
        return iri

    def __getitem__(self, term: str) -> Iri:
        iri: Iri = getattr(self, term)
        return iri


TERMS = frozenset(
    [*CLASSES, *PROPERTIES, *SCHEMES, *(local for scheme in SCHEMES.values() for local in scheme.values())]
)
C = Namespace(NS, TERMS)
T = Namespace(TREATMENT_NS, frozenset(TREATMENTS))
CITO = Namespace(PREFIXES["cito"])
DCTERMS = Namespace(PREFIXES["dcterms"])
FRBR = Namespace(PREFIXES["frbr"])
OA = Namespace(PREFIXES["oa"])
PROV = Namespace(PREFIXES["prov"])
RDF = Namespace(PREFIXES["rdf"])
RDFS = Namespace(PREFIXES["rdfs"])
SKOS = Namespace(PREFIXES["skos"])
XSD = Namespace(PREFIXES["xsd"])
