"""Reasons why words that look like a treatment are none: each guard answers for one place in a passage."""

from __future__ import annotations

import re

from citator.corpus.treatments.passages import Passage

NEGATION = re.compile(
    r"\b(?:not|never|neither|nor|cannot|declin\w+|refus\w+|unwilling|reluctan\w+|hesitat\w+|without|nothing|absence of|no (?:need|reason|occasion|authority|power"
    r"|intention|basis|cause|warrant|inclination|desire|opportunity|justification|grounds?)|no (?:other )?(?:\w+ )?(?:courts?|circuits?|jurisdictions?|legislatures?|states?)(?= (?:ha[sd]|have|ever|\w+ed)\b)|avoid\w*|disagree that|rather than|instead of|short of|less than"
    r"|far from|unnecessary|unable|inability|impossib\w+|hardly|scarcely|resist\w*|refrain\w*|need(?:less| not)|fail\w*|(?<!no )(?<!any )doubt(?:s|ed|ful)?(?= (?:that|whether|if)\b))\b|n't\b"
)
NO_REASON = re.compile(r"\b(?:no|nor any|not any) (?:\w+ ){0,2}(?:reason|ground|basis) (?:why|(?:up)?on which|that)\b")
DENIED = re.compile(
    r"\b(?:not|never|nor|neither|cannot|no|nothing)\b[^,;]{0,30}?\b(?:say|said|hold|mean|suggest|think|imply|intimate|decide|conclude|find|show|indicate"
    r"|persuaded|convinced|clear|true|certain|reason|basis|evidence|indication|suggestion|follow)(?: to (?:think|believe|suppose|say))? that "
    r"(?:(?:the|our|its) (?:\w+ ){1,3}(?:of|in) )?\ue000?[^\ue000]{0,40}$",
    re.IGNORECASE,
)
DOUBLE = re.compile(
    r"\b(?:not|no|never|nor)\b[^,;]{0,20}\b(?:hesita\w+|choice but|doubt|question|option but|alternative but|help but|fail)|\bcannot but\b|\bnot only\b|\bno longer\b|\bif not\b",
)
MODAL = re.compile(
    r"\b(?:would|could|might|may|can|'d)\b(?! (?:now|no longer|well|(?:see|find|perceive|discern|conceive of|think of)(?= no\b| $))\b)"
)
OWN_WOULD = re.compile(  # what a separate opinion would do, it does
    r"\b(?:i|(?:dissent\w*|concurrence|minority|colleagues?|members of (?:the|this) court|(?:the \w+ |two |three |four )justices|(?:judge|justice) [\w'-]+)(?:, (?:dissent|concurr)[^,;]*,)?) would "
)
CONDITION = re.compile(
    r"(?:^|[,;(] ?|\b(?:that|and|but|or|that,|even|only|as) )(?:if|whether|unless|until|either|suppose|assuming|were (?:we|it|this)|had (?:we|it|this)|should we)\b"
)
WHETHER = re.compile(r"\b(?:whether|if|how far)\b")
ARGUE = (
    r"(?:argu\w+|says?|said|thinks?|contend\w*|urg(?:e|es|ed|ing)|assert\w*|maintain\w*|insist\w*|claim\w*|submit\w*|invit\w+|implor\w+|suggests?|suggested|ask(?:s|ed)?"
    r"|request\w*|seek\w*|sought|complain\w*|posits?|propos\w+|believes?|rel(?:y|ies|ied)|attempt\w*|tr(?:y|ies|ied)|challeng\w+|conced\w+|would have|point\w* (?:out|to)|alleg\w+"
    r"|cit(?:e|es|ed)|acknowledg\w+|recogniz\w+|respond\w*|repl(?:y|ies|ied)|criticiz\w+|objects?|objected|takes? the position|call\w* (?:on|upon))"
)
PARTY = (
    r"(?:appell\w+|petitioners?|respondents?|plaintiffs?(?:-\w+)?|defendants?(?:-\w+)?|the (?:government|state|prosecution|people|commonwealth|united states|company|city|county|union|board"
    r"|commission|secretary|agency|department|bank|employer|insurer|carrier|commissioner|attorney general|solicitor general|irs|eeoc|epa|sec|ftc|nlrb|debtor|trustee|parties|party|taxpayer|wife|husband|mother|father|claimant|movant|prosecutor)s?"
    r"|(?:neither|either|no|each|every|both|all)(?: of the)? part(?:y|ies)|counsel|the defense|relators?|intervenors?|amic(?:i|us)|he|she|one|they|some|it is|some commentators|[a-z]+ also|parties)"
)
ARGUED = re.compile(
    rf"\b{PARTY}(?: [a-z]+)?,? (?:\w+ly |also |now |next |then |further |nonetheless |would |has |have |had )*{ARGUE}\b"
    rf"|\b{PARTY}(?:, [^,;\ue000]{{0,40}},| [^,;\ue000]{{0,45}}?) (?:{ARGUE}) that\b"
    rf"|\b(?:the|his|her|its|their|any|an?|this|'s|s') (?:\w+ )?(?:argument|contention|claim|suggestion|submission|request|invitation|position|assertion|insistence|allegation|charge)s?(?: (?:of|by|in) [\w' ]{{1,30}}?)?,? (?:that|to)\b"
    rf"|\bit (?:is|was|has been) (?:\w+ )?(?:argued|contended|urged|suggested|said|claimed|insisted|asserted|maintained)\b"
    rf"|\b(?:ask|asks|asked|urge|urges|urged|invite|invites|invited|want|wants|request|requests|would have|having) (?:us|this court|the court)\b"
    r"|\b(?:accus|charg|fault|blam)\w+ (?:us|this court|the court|the majority) (?:of|with|for)\b"
    r"|\bit (?:\w+ly |also |further |next |then )?(?:argue[sd]|contend(?:s|ed)|urge[sd]|maintain(?:s|ed)|insist(?:s|ed)|assert(?:s|ed)|submit(?:s|ted)|complain(?:s|ed))\b"
    rf"|\b(?:in|according to|under) (?:the )?(?:{PARTY})(?:'s?)? (?:view|position|theory|submission)|\baccording to {PARTY}"
    rf"|(?-i:\b[A-Z][\w.'-]+(?: [A-Z][\w.&'-]+){{0,3}})(?:, (?:however|though|therefore|in turn|too),)? (?:\w+ly |also |now |next |further |then |\w+s and )*(?:argues|contends|alleges|urges|maintains|insists|asserts|asks us|asks that (?:we|this court|the court)|claims(?![,.;]| (?:of|by|in|for|under|against|and|or)\b)|submits|relies (?:on|upon|principally|primarily|heavily)|cites|points (?:out|to))\b"
    r"|\b(?:is|are|was|were|must|seeks?|wants?|tries|try) (?:\w+ )?(?:forced|obliged|driven|compelled|reduced|left|careful|quick|anxious)? ?(?:to )?(?:urge|argue|contend|insist|arguing|urging|contending) that\b"
    r"|(?-i:(?<!Justice )(?<!Judge )\b(?!Court|Circuit|Justice|Judge|Congress|Appeals|Division|It|He|She|We|They|This|That)[A-Z][a-z][\w.'&-]*) (?:(?:un)?successfully |also |then |further |first )?(?:argued|contended|urged|insisted|asserted) that\b",
    re.IGNORECASE,
)
ACTING_PARTY = re.compile(  # "Petitioner questions X": whoever acts is a party
    r"\b(?:appell(?:ants?|ees?|ors?)|petitioners?|respondents?|plaintiffs?|defendants?|the (?:government|prosecution|state|commonwealth|people)|counsel"
    r"|the defense|amic(?:i|us)|claimants?|movants?|relators?|taxpayers?|debtors?)(?:,? (?:\w+ly|also|now|then|further|has|have|had|next|first|merely)\b)*,? $",
    re.IGNORECASE,
)
OF_A_PAPER = re.compile(  # what stands in the parenthesis behind a brief that is cited
    r"\b(?:memorand(?:um|a)|brief|reply|pet(?:ition|\.) for|tr(?:anscript|\.) of oral arg\w*|app(?:endix|\.) (?:to|at)|motion) (?:[^();\ue000]|\([^();\ue000]*\)){0,200}\([^()]*$",
    re.IGNORECASE,
)
TURN = re.compile(
    r"(?:,\x20which$|\b(?:but|however|nevertheless|nonetheless|yet)\b[^;]{0,40}?\b(?:we|this court|i|our)\b|[,;] but (?:(?:that|those|these|this|both|the|neither|such|his|her|its|their) (?:\w+ )?(?:cases?|decisions?|opinions?|holdings?|authorit(?:y|ies)|reliance|analogy|comparison)\b|in (?:that|those)|\ue000|there)|(?:^|[,;] (?:and )?)(?:we|i|this court) (?:\w+ly )?(?:agreed?|disagreed?|reject(?:ed)?|hold|held|concluded?|think|overruled?|disapproved?|declined?|disavow|recede|repudiate|abandon|find|do|are|must|now|hereby|need|cannot)\b|\b(?:propositions?|rules?|doctrines?|principles?|cases?|decisions?|holdings?|opinions?) (?:that|which) (?:we|this court)(?: \w+ly| have| had| later| since)* $)",
)
OWN_WORDS = re.compile(
    r"\b(?:we|this court) (?:\w+ ){0,4}?(?:say|said|state|stated|held|hold|wrote|declared|announced|concluded)(?: that)?[:,]? ?$",
    re.IGNORECASE,
)
PROCEDURAL = re.compile(
    r"^[\s,]*(?:(?:\w+'s|the|his|her|their|its|all|any|each|this|that|these|those|an?|said|such|both|our|every|some|of|appellant's|defendant's|plaintiff's|county's|one|two|three|first|second|third|fourth|fifth|sixth|sole|only|remaining|other|motions?|several|numerous|\w+ed|\w+ing|\w+al|\w+ant)[\s,]+){0,5}?"
    r"(?:objections?|demurrers?|motions?|exceptions?|points? (?:of (?:error|law)|on appeal|number|one|two|three|i+\b)|points?(?= of error| relied|[,.;])|assignments?|issues?|grounds? (?:of error|of review)|grounds?|challenges?|contentions?|arguments?|requests?|claims?|complaints?|protests?|pleas?|veto|"
    r"petitions?|applications?|propositions? of|errors?|will of|wishes|parents?|jury|verdict|umpire|rulings? of the trial|trial court|district attorney)\b",
    re.IGNORECASE,
)


MAIN_CLAUSE = re.compile(  # "given that the question is whether A or B, we now …"
    r"^\W*(?:given|because|since|as|although|while|in (?:view|light) of)\b.*, (?:we|i|this court)(?: \w+ly| now| hereby| therefore)* $",
    re.IGNORECASE,
)
EXTENT = re.compile(
    r"\b(?:to (?:the|whatever|any) (?:extent|degree)|insofar as|in so far as|so far as)\b[^;]*?(?:,|(?= (?:we|it is|they are) )|$)",
    re.IGNORECASE,
)
CONCEDED = re.compile(
    r"(?:^\W*|(?<=[,;] ))(?:but |and |yet )?(?:whatever|no matter (?:how|what)|however (?!,)\w+)\b[^,;\ue000]{1,80},",
    re.IGNORECASE,
)
"""*Whatever force it may have, X …*"""
SPACES = re.compile(r"  +")
ASIDE = re.compile(
    r",? (?:which|who|that|where|in which)\b[^,;]*,|, (?:(?:\w+ly |although |though |albeit |but )?(?:not |without |instead of |rather than ))[^,;\ue000]{1,50},|\([^()]*\)",
    re.IGNORECASE,
)


def _left(passage: Passage, at: int) -> str:
    """The clause up to ``at``, in lower case, without the words that only bound it (*to the extent that …*)."""
    start, _ = passage.clause(at)
    return _bare(passage.masked[:at])[start:].lower()


def _bare(words: str) -> str:
    """``words``, as long as before, with bounding clauses and asides blanked."""
    for pattern in (EXTENT, CONCEDED, ASIDE):
        words = pattern.sub(lambda m: " " * len(m[0]), words)
    return words


def closes_parenthesis(words: str, start: int, end: int) -> bool:
    """``words[start:end]`` lead out of a parenthesis in which a case is only one of those cited.

    >>> aside = "The view (see Roe; Doe) is no longer law"
    >>> closes_parenthesis(aside, 15, 40), closes_parenthesis("An early case (Doe) is no longer law", 15, 36)
    (True, False)
    """
    depth = 0
    for mark in words[start:end]:
        depth += (mark == "(") - (mark == ")")
        if depth < 0:
            return bool(words[words.rfind("(", 0, start) + 1 : start].strip())
    return False


def quoted(passage: Passage, at: int) -> bool:
    """Another's words, in quotation marks or a block quotation."""
    return passage.block or any(a < at < b and not OWN_WORDS.search(passage.masked[:a]) for a, b in passage.quoted)


def own_words(passage: Passage, at: int) -> bool:
    """The quotation around ``at`` is of an earlier decision of this very court: *we went on to say that "…"*."""
    return any(a < at < b for a, b in passage.quoted)


def question(passage: Passage) -> bool:
    return passage.masked.rstrip(" \"')").endswith("?")


def negated(passage: Passage, at: int) -> bool:
    """A negation governs the verb at ``at``: it stands in the same clause, a few words before."""
    clause = _left(passage, at)
    left = clause[-60:]
    return bool(NO_REASON.search(clause) or NEGATION.search(left)) and not DOUBLE.search(left)


def denied(passage: Passage, at: int) -> bool:
    """*We do not say that X is no longer good law*: the negation is another's than the phrase's own."""
    return DENIED.search(passage.masked, passage.clause(at)[0], at) is not None


def hypothetical(passage: Passage, at: int, *, modal: bool = True) -> bool:
    """The verb at ``at`` is supposed, asked about or merely possible."""
    left = _left(passage, at).lstrip()
    if CONDITION.search(left) or WHETHER.search(left[-90:]) or (modal and MODAL.search(OWN_WOULD.sub("", left)[-40:])):
        return True
    asked = passage.masked.lower().find("whether ", 0, at)  # "whether A, B and C … should now be overruled"
    if not modal or asked < 0 or MAIN_CLAUSE.search(passage.masked[:at]):
        return False
    return not TURN.search(passage.masked.lower(), asked, at)


def argued(passage: Passage, at: int) -> bool:
    """The words are a party's: somebody argues before ``at`` and the court has not taken the word since."""
    hit = None
    left = SPACES.sub(" ", _bare(passage.masked[:at]))
    if ACTING_PARTY.search(left) or OF_A_PAPER.search(passage.masked[:at]):
        return True
    for hit in ARGUED.finditer(left):  # noqa: B007 -- the nearest one counts
        pass
    return hit is not None and not TURN.search(left.lower(), hit.end())


def procedural(words: str) -> bool:
    """What is overruled is an objection, a motion, a point of error: no decision."""
    return bool(PROCEDURAL.match(words))
