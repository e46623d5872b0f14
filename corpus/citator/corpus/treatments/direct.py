"""Citations that support a statement of the court's own: *follows* where nothing stands between, else by their signal.

These are the weakest findings: they count only where no words of treatment were found.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from citator.corpus.model import Span, Target, Treatment, TreatmentLabel
from citator.corpus.treatments import actors, guards
from citator.corpus.treatments.passages import REF, Passage, Ref
from citator.corpus.treatments.phrases import by_signal
from citator.corpus.treatments.scene import Scene

PAST = re.compile(
    r"\b(?:was|were|had|did|held|found|argued|claimed|alleged|testified|moved|filed|sought|pleaded|pled|denied|granted|affirmed"
    r"|reversed|rejected|upheld|gave|sold|took|came|went|made|told|left|departed|arrived|returned|saw|brought|began|became|knew|wrote|paid|sent|struck|fell|spoke|met|kept|lost|noted|stated|observed|explained|concluded|reasoned|considered|involved|addressed|decided)\b",
    re.IGNORECASE,
)
LISTED = re.compile(rf"[{REF};,. ]|\band\b")
QUOTATION = re.compile(r'"[^"]*"')
SAID_OF_IT = re.compile(
    r"(?:'s)?,? (?:[a-z]+ly )?(?:is|are|was|were|has|does|do|did|[a-z]+s|[a-z]+ed)\b", re.IGNORECASE
)
NOT_LAW = re.compile(
    r"^\W*(?:it|he|she|they) (?:\w+ly )?[a-z]+ed\b|\b(?:unlike|contrary to|disagree|we reject|do not (?:think|believe|agree))\b|^\W*(?:here|in this case|in the (?:present|instant) case|this is)\b|\b(?:we|this court) (?:\w+ly )?(?!need)[a-z]+ed\b",
    re.IGNORECASE,
)
RECOUNTED = re.compile(
    r"\W*(?:it|the court|that court|justice \w+|\ue000) (?:\w+ly |also |then |further |had )*(?:held|found|said|wrote|thought|pointed out|went on|[a-z]+ed)\b",
    re.IGNORECASE,
)
TOLD = re.compile(r"\b(?:was|were|had|did|[a-z]{3,}ed)\b", re.IGNORECASE)
RULE = re.compile(
    r"\b(?:is|are|be|may|must|can|cannot|need|does|do|shall|should|will|has|have|whether|if|when|requires?|would|never|any|once|provides?|allows?|establish(?:es)?|permits?)\b",
    re.IGNORECASE,
)
FACTS = re.compile(  # a date, words put in somebody's mouth
    r"^\W*(?:in|on|by|since|until|before|after|during) (?:\w+ )?(?:\d{1,2}, )?(?:1[789]|20)\d\d\b"
    r"|,\" ?(?:(?:the|that) court|it|he|she|they) (?:said|says|wrote|stated|held|added|noted|continued|explained|observed|went on)\b"
    r"|\b(?:the|that) (?:\w+ )?court (?:said|continued)\b|^\W*according to\b",
    re.IGNORECASE,
)
OWN_LAW = re.compile(
    r"\b(?:we|this court|our cases|our decisions|the supreme court|the court) (?:have|has)\b|\b(?:well|firmly|long)[ -](?:settled|established)\b|\bsettled (?:law|that)\b|\bit is (?:\w+ )?(?:axiomatic|elementary|settled|established|clear) that\b",
    re.IGNORECASE,
)


def find(scene: Scene, taken: Collection[Span]) -> Iterator[Treatment]:
    """Supported statements and signals outside the sentences that were ``taken`` already."""
    cases = {c.authority for c in scene.citations if c.kind in ("full_case", "docket")}
    for ref in scene.refs:
        if ref.authority is None or ref.authority not in cases:
            continue  # an id. may go back to a statute
        index = scene.sentence_at(ref.start)
        if index is None or scene.sentences[index] in taken:
            continue
        passage = scene.passage(index)
        if passage.block or (passage.part is not None and passage.part.kind == "syllabus"):
            continue
        signal = ref.citation.signal
        if signal is not None:
            label: TreatmentLabel = by_signal().get(signal, "cites")
            yield _treatment(passage, ref, label, Span(ref.start, ref.end), 0.7)
            continue
        statement = _statement(scene, passage, ref)
        if statement is not None and statement.span not in taken:
            yield _treatment(passage, ref, "follows", Span(statement.span.start, ref.end), 0.88)


def _statement(scene: Scene, passage: Passage, ref: Ref) -> Passage | None:
    """The sentence a bare citation supports, when it states law in the court's own voice."""
    at = passage.spots[passage.refs.index(ref)]
    if not LISTED.sub("", passage.masked[:at]):
        if SAID_OF_IT.match(passage.masked, at + 1):
            return None  # "X is not to the contrary" cites nothing for the sentence before
        earlier = scene.before(passage.index, 1)
        statement, words = (earlier[0], earlier[0].masked) if earlier else (passage, "")
    elif passage.masked[at + 1 :].strip(" .") == "" and passage.masked[:at].rstrip().endswith(","):
        statement, words = passage, passage.masked[:at]
    else:
        return None
    if len(words) < 30 or statement.block or ref.citation.kind in ("name_ref", "supra"):
        return None
    bare = QUOTATION.sub(" ", words)
    if REF in bare or guards.question(statement) or guards.argued(statement, len(words)):
        return None
    if len(bare) < 15 and (told := scene.before(statement.index, 1)) and RECOUNTED.match(told[0].masked):
        return None  # the quotation goes on with the account of what another court said
    if OWN_LAW.search(bare):
        return statement
    if FACTS.search(words) or (TOLD.search(words) and not RULE.search(words)):
        return None
    if NOT_LAW.search(bare) or PAST.search(bare):
        return None
    opening = actors.subject(statement, 0, 60)
    return statement if opening is None or opening.lastgroup in ("we", "this") else None


def _treatment(passage: Passage, ref: Ref, label: TreatmentLabel, evidence: Span, confidence: float) -> Treatment:
    signal = ref.citation.signal
    return Treatment(
        treatment=label,
        actor=actors.own(passage.part),
        targets=(Target(ref.authority, ref.citation.name, ref.citation.start),),
        evidence=evidence,
        part=passage.part.id if passage.part else "",
        rule=f"signal:{signal}" if signal else "supported-statement",
        basis="signal" if signal else "implied",
        confidence=confidence,
        actor_name=actors.mine(passage).name,
        signal=signal,
    )
