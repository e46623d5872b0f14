"""The words between two citations → the subsequent history they tell: ``, aff'd,`` ``, overruled on other grounds by``.

The later citation then belongs to the earlier one: it says what became of it. The words count as history when all
of them are words that such clauses are made of, and one of them is an act.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LONGEST = 150
_ACTS = """
affirmed affirming aff'd affd aff'g affg aff'ng rev'ng affm'd aff reversed reversing rev'd revd rev'g revg rev reversal vacated vacating vac'd
vacd vac'g remanded remanding modified modifying mod'd modified amended amending superseded superseding withdrawn depublished
reinstated enforced enf'd enf'g overruled overruling abrogated abrogating abrogation disapproved disapproving disavowed
limited criticized questioned distinguished clarified explained followed adhered dismissed dism'd adopted approved quashed
stayed transferred denied den'd den denying granted granting noted postponed refused ref'd docketed filed pending remand rehearing
reaffirmed overturned nullified set aside called doubted receded disagreed undermined
reh'g rehearings reargument reconsideration corrected rescinded recalled noting recognized stated declined rejected
"""
_FILLERS = """
in part and on other grounds ground by of the as to for denial en banc per curiam cur mem memorandum sub nom without with opinion
published unpublished op court appeal appeals equally divided an a having been improvidently improperly moot after further discretionary review
certif certification cert certiorari petition petitions pet writ writs leave transfer application stay n r e no hist h history also later again
subsequently then relevant different unrelated order orders judgment judgments decision statute insofar
inconsistent summarily argued from jurisdiction probable juris prob directions instructions reasoning but or another
point grounds. part. hearing allowance allocatur alloc want substantial federal question nos case cases table app upon only since
was were is later sua sponte instructions extent rule that this which has been have recently expressly partially impliedly implicitly
effectively both all into doubt follow extend apply adopt under name en supra sometime thereafter legislatively largely no longer
"""
_NORMAL = (
    (re.compile(r"\b(?:affirmed|affd|aff|affm'd)\b(?!')"), "aff'd"),
    (re.compile(r"\b(?:reversed|revd|rev)\b(?!')"), "rev'd"),
    (re.compile(r"\b(?:vac'd|vacd)\b"), "vacated"),
    (re.compile(r"\bmod'd\b"), "modified"),
    (re.compile(r"(?<=[fv]')ng\b"), "g"),
    (re.compile(r"\b(?:petition for )?(?:certiorari|writ of certiorari|cert)\b\.?(?! granted vacated)"), "cert."),
    (re.compile(r"\bden(?:'d)?\b\.?(?!i)"), "denied"),
    (re.compile(r"\brehearing\b"), "reh'g"),
    (re.compile(r"(?<=')d\."), "d"),
)
_SENTENCE = re.compile(r"\. [A-Z]")
_YEAR = re.compile(r"\((?:1[6-9]|20)\d\d\)|,? ?[\dX]{2,4}[-,][\dX]{3,5}\w? \([^()]*\)")  # and a docket in Louisiana
_WORD = re.compile(r"[a-z][a-z']*")
_EDGES = " ,;:.)]”"
_BY_COURT = re.compile(
    r"\bby (?!(?:an )?equally)(?:the |this |our )?(?:[a-z.']+ ){0,5}?(?:court|circuit(?! court)|division|lords|council|chamber)\b"
    r"(?: of (?:\w+ )?appeals?)?(?: (?:of|for) (?:the )?(?:[a-z]+ circuit|[a-z]+)\b)?(?: in\b)?"
)
_ACTIVE = re.compile(  # "A overruled B", "A, which has limited B": what A did is not what became of it
    r"\bwhich (?!was\b|were\b|is\b|has\b|have\b)|\b(?:has|have) (?!(?:\w+ )?been\b)"
    r"|(?:overruled|abrogated|superseded|disapproved|disavowed|limited|criticized|questioned|distinguished|followed|adopted"
    r"|approved|rejected|explained|reaffirmed|overturned)(?! (?:\w+ )*(?:by|in(?! part)|as|on|sub)\b)(?: in part)? ?$"
)
_NAME_FOLLOWS = re.compile(r",? ?\b(?:sub\.? ?nom\.?|under the name(?: of)?),?$")
_CITED = re.compile(  # what still belongs to the citation before: ", T. D. 4130," or "[(Tex. Civ. App. 1975)," or "(telling its story),"
    r"(?:(?:[\[ ]*\([^()]{1,200}\)){1,3}|[,;]? ?(?:[A-Z¶§][\w.&’'-]*|¶|§|\d[\d.,-]*|[-\x97])(?=[ ,;])){1,12}[,;\]]+ (?=[a-z])"
)


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str]]:
    acts = frozenset(_ACTS.split())
    return acts, acts | frozenset(_FILLERS.split())


def told(between: str) -> str | None:
    """The history that ``between``, the words from one citation to the next, tells in its normal form.

    >>> told(", affirmed, "), told("; overruled on other grounds by "), told(", and the panel affirmed it in ")
    ("aff'd", 'overruled on other grounds by', None)
    >>> told(". Affirmed. See ") is None
    True
    """
    between = " ".join(between.split()) if len(between) < 3 * _LONGEST else between
    if len(between) > _LONGEST or between.startswith("."):
        return None
    if cited := _CITED.match(between):
        between = between[cited.end() :]
    if _SENTENCE.search(between):
        return None
    words = _BY_COURT.sub("by", _YEAR.sub("", between).replace("’", "'").lower())
    if _ACTIVE.search(words):
        return None
    words = words.strip(_EDGES)
    acts, known = _words()
    told = _WORD.findall(words)
    if not acts.intersection(told) or not known.issuperset(told) or told[0] in ("of", "by", "that", "this"):
        return None
    words = _NAME_FOLLOWS.sub("", words)
    words = re.sub(r"^(?:and|but|or) |,? \b(?:1[6-9]|20)\d\d$", "", " ".join(words.split()))
    for pattern, normal in _NORMAL:
        words = pattern.sub(normal, words)
    return words.strip(" ,;")
