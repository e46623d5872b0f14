"""Reasons why words that look like a treatment are none: each guard answers for one place in a passage."""

from __future__ import annotations

import re

from citator.corpus.treatments.clauses import Passage

NEGATION = re.compile(
    r"\b(?:not|never|neither|nor|cannot|declin\w+|refus\w+|unwilling|reluctan\w+|hesitat\w+|without|no (?:need|reason|occasion|authority|power"
    r"|intention|basis|cause|warrant|inclination|desire|opportunity|justification|grounds?)|avoid\w*|rather than|instead of|short of|less than"
    r"|far from|unnecessary|hardly|scarcely|resist|refrain|need(?:less| not)|fail\w*)\b|n't\b"
)
DOUBLE = re.compile(
    r"\b(?:not|no|never|nor)\b[^,;]{0,20}\b(?:hesita\w+|choice but|doubt|question|option but|alternative but|help but|fail)|\bcannot but\b|\bnot only\b|\bno longer\b|\bif not\b",
)
MODAL = re.compile(r"\b(?:would|could|might|may|can|'d)\b(?! (?:now )?(?:no longer|not|well )\b)")
CONDITION = re.compile(r"(?:^|[,;(] ?|\b(?:that|and|but|or|that,|even|only|as) )(?:if|whether|unless|suppose|assuming|were (?:we|it|this)|had (?:we|it|this)|should we)\b")
WHETHER = re.compile(r"\b(?:whether|if|why|how far)\b")
ARGUE = (
    r"(?:argu\w+|says?|said|thinks?|views?|contend\w*|urg(?:e|es|ed|ing)|assert\w*|maintain\w*|insist\w*|claim\w*|submit\w*|invit\w+|implor\w+|suggests?|suggested|ask(?:s|ed)?"
    r"|request\w*|seek\w*|sought|complain\w*|posits?|propos\w+|believes?|rel(?:y|ies|ied)|attempt\w*|tr(?:y|ies|ied)|challeng\w+|conced\w+|would have|point\w* (?:out|to)|alleg\w+"
    r"|acknowledg\w+|recogniz\w+|respond\w*|repl(?:y|ies|ied)|criticiz\w+|objects?|objected|takes? the position|call\w* (?:on|upon))"
)
PARTY = (
    r"(?:appell\w+|petitioners?|respondents?|plaintiffs?(?:-\w+)?|defendants?(?:-\w+)?|the (?:government|state|prosecution|people|commonwealth|united states|company|city|county|union|board"
    r"|commission|secretary|agency|department|bank|employer|insurer|carrier|commissioner|attorney general|solicitor general|irs|eeoc|epa|sec|ftc|nlrb|debtor|trustee|parties|party|taxpayer|wife|husband|mother|father|claimant|movant|prosecutor)"
    r"|counsel|amic(?:i|us)|he|she|one|they|some|it is|some commentators|[a-z]+ also|parties)"
)
ARGUED = re.compile(
    rf"\b{PARTY}(?:'s?)?(?: [^,;\ue000]{{0,40}}?)?,? (?:\w+ly |also |now |next |then |further |nonetheless |would )*{ARGUE}\b"
    rf"|\b(?:argument|contention|claim|suggestion|submission|request|invitation|position|assertion|insistence)s?,? (?:\w+ ){{0,3}}?(?:that|to)\b"
    rf"|\bit (?:is|was|has been) (?:\w+ )?(?:argued|contended|urged|suggested|said|claimed|insisted|asserted|maintained)\b"
    rf"|\b(?:ask|asks|asked|urge|urges|urged|invite|invites|invited|want|wants|request|requests|would have|having) (?:us|this court|the court)\b"
    rf"|\b(?:in|according to|under) (?:the )?(?:{PARTY})(?:'s?)? (?:view|position|theory|submission)|\baccording to {PARTY}"
    rf"|(?-i:\b[A-Z][\w.'-]+(?: [A-Z][\w.&'-]+){{0,3}}) (?:\w+ly |also |now |next |further |then )*(?:argues?|contends?|urges?|maintains?|insists?|asserts?|asks us|claims?|submits?|relies (?:on|upon|principally|primarily|heavily)|cites|points (?:out|to))\b",
    re.IGNORECASE,
)
TURN = re.compile(
    r"(?:\b(?:but|however|nevertheless|nonetheless|yet)\b[^;]{0,40}?\b(?:we|this court|i|our)\b|(?:^|[,;] (?:and )?)(?:we|i|this court) (?:\w+ly )?(?:agree|disagree|reject|hold|conclude|think|overrule|disapprove|decline|find|do|are|must|now|need|cannot)\b)",
)
PROCEDURAL = re.compile(
    r"^[\s,]*(?:(?:\w+'s|the|his|her|their|its|all|any|each|this|that|these|those|an?|said|such|both|our|every|some|of|appellant's|defendant's|plaintiff's|county's|one|two|three|first|second|third|fourth|fifth|sixth|sole|only|remaining|other|motions?|several|numerous|\w+ed|\w+ing|\w+al|\w+ant)[\s,]+){0,5}?"
    r"(?:objections?|demurrers?|motions?|exceptions?|points? (?:of (?:error|law)|on appeal|number|one|two|three|i+\b)|points?(?= of error| relied|[,.;])|assignments?|issues?|grounds? (?:of error|of review)|grounds?|challenges?|contentions?|arguments?|requests?|claims?|complaints?|protests?|pleas?|veto|"
    r"petitions?|applications?|propositions? of|errors?|will of|wishes|parents?|jury|verdict|umpire|rulings? of the trial|trial court|district attorney)\b",
    re.IGNORECASE,
)


def quoted(passage: Passage, at: int) -> bool:
    """Another's words, in quotation marks or a block quotation."""
    return passage.block or passage.in_quotation(at)


def question(passage: Passage) -> bool:
    return passage.masked.rstrip(' "\')').endswith("?")


def negated(passage: Passage, at: int) -> bool:
    """A negation governs the verb at ``at``: it stands in the same clause, a few words before."""
    start = max(passage.clause(at)[0], at - 60)
    left = passage.masked[start:at].lower()
    left = left[left.rfind(",") + 1 :] if left.rstrip().endswith(",") is False and left.count(",") > 1 else left
    hit = None
    for hit in NEGATION.finditer(left):  # noqa: B007 -- the last one governs
        pass
    return hit is not None and not DOUBLE.search(left)


def hypothetical(passage: Passage, at: int, *, modal: bool = True) -> bool:
    """The verb at ``at`` is supposed, asked about or merely possible."""
    start, _ = passage.clause(at)
    left = passage.masked[start:at].lower()
    if CONDITION.search(left) or (modal and MODAL.search(left[-40:])):
        return True
    tail = left[-90:]
    return bool(WHETHER.search(tail))


def argued(passage: Passage, at: int) -> bool:
    """The words are a party's: somebody argues before ``at`` and the court has not taken the word since."""
    hit = None
    left = passage.masked[:at]
    for hit in ARGUED.finditer(left):  # noqa: B007 -- the nearest one counts
        pass
    return hit is not None and not TURN.search(left.lower(), hit.end())


def procedural(words: str) -> bool:
    """What is overruled is an objection, a motion, a point of error: no decision."""
    return bool(PROCEDURAL.match(words))
