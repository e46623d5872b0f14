"""Citations that support a statement of the court's own: *follows* where nothing stands between, else by their signal.

These are the weakest findings: they count only where no words of treatment were found.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import takewhile

from citator.corpus.model import Span, Target, Treatment, TreatmentLabel
from citator.corpus.treatments import actors, around, guards
from citator.corpus.treatments.passages import REF, Passage, Ref
from citator.corpus.treatments.phrases import by_signal
from citator.corpus.treatments.scene import Scene

PAST = re.compile(
    r"\b(?:was|were|had|did|held|found|argued|claimed|alleged|testified|moved|filed|sought|pleaded|pled|denied|granted|affirmed"
    r"|reversed|rejected|upheld|gave|sold|took|came|went|made|told|left|departed|arrived|returned|saw|brought|began|became|knew|wrote|paid|sent|struck|fell|spoke|met|kept|lost|noted|stated|observed|explained|concluded|reasoned|considered|involved|addressed|decided)\b",
    re.IGNORECASE,
)
RUN = re.compile(rf"(?P<opened>,|[.?!]['\")\]]+|\() ?(?:{REF}[\];,. )]*(?:and )?)+$")
"""The citations that end a sentence: behind a comma, behind a quotation, in parentheses."""
SIGNALLED = re.compile(r"\W*(?:see|cf|accord|compare|contra|but)\b", re.IGNORECASE)
APPOSED = re.compile(
    r"\b(?:cases|decisions|opinions|quotations|authorities|dicta|(?:the|our|this|that) (?:[\w-]+ )?(?:decision|opinion)|(?:an?|the|this|that) (?:[\w-]+ )?case)\b[^.;,]*,$",
    re.IGNORECASE,
)
"""*Consider our cases on boats, X, and Y*: they are what is spoken of, and bear nothing out."""
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
    r"\W*(?:(?:in|by) [^,\"\ue000]{1,40}, )?(?:it|the court|that court|justice \w+|\ue000) (?:\w+ly |also |then |further |had )*(?:held|found|said|wrote|thought|pointed out|went on|[a-z]+ed)\b",
    re.IGNORECASE,
)
TOLD = re.compile(r"\b(?:was|were|had|did|[a-z]{3,}ed)\b", re.IGNORECASE)
RULE = re.compile(
    r"\b(?:is|are|be|may|must|can|cannot|need|does|do|shall|should|will|has|have|whether|if|when|requires?|would|never|any|once|provides?|allows?|establish(?:es)?|permits?)\b",
    re.IGNORECASE,
)
OF_A_BODY = re.compile(
    r"^\W*(?:(?!that\b)[\w'-]+,? ){0,5}?the (?:\w+ )?(?:commission|board|agency|department|secretary|commissioner|bureau)s? ha(?:s|ve) (?:\w+ly |also |since |in turn )*(?:[a-z]+ed|held|found)\b",
    re.IGNORECASE,
)
FACTS = re.compile(  # a date, words put in somebody's mouth
    r"\bthe (?:order|complaint|indictment|petition|affidavit|contract|lease|policy|letter|brief) (?:states|says|recites|alleges|declares|asserts)\b"
    r"|^\W*(?:in|on|by|since|until|before|after|during) (?:\w+ )?(?:\d{1,2}, )?(?:1[789]|20)\d\d\b"
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
        statement = None if around.alone(ref) else _statement(scene, passage, ref)
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
    elif (run := RUN.search(passage.masked)) and run.start() < at:
        statement, words = passage, passage.masked[: run.start("opened") + 1]
        if SIGNALLED.match(words) or APPOSED.search(QUOTATION.sub(" ", words)):
            return None
    else:
        return None
    if len(words) < 30 or statement.block or ref.citation.kind in ("name_ref", "supra"):
        return None
    bare = QUOTATION.sub(" ", words)
    if REF in bare or guards.question(statement) or guards.argued(statement, len(words)):
        return None
    if _goes_on(scene, statement, words, bare):
        return None
    if OWN_LAW.search(bare):
        return statement
    if FACTS.search(words) or (TOLD.search(words) and not RULE.search(words)):
        return None
    if NOT_LAW.search(bare) or PAST.search(bare) or OF_A_BODY.search(bare):
        return None
    opening = actors.subject(statement, 0, 60)
    return statement if opening is None or opening.lastgroup in ("we", "this") else None


def _goes_on(scene: Scene, statement: Passage, words: str, bare: str) -> bool:
    """The statement is a quotation that goes on with the account, in the sentences before, of what another court said."""
    if len(bare) < 15:
        told = scene.before(statement.index, 1)
    elif statement.closes and len(words) - statement.closes < 15:
        told = list(takewhile(lambda earlier: earlier.closes is None, scene.before(statement.index, 4)))
        told = [earlier for earlier in told if len(earlier.masked.split('"')) % 2 == 0][:1]
    else:
        return False
    return bool(told) and RECOUNTED.match(told[0].masked) is not None


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
