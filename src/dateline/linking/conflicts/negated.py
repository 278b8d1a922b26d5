"""The clauses in which somebody says that a thing is not so, and whether another's words state that it is.

"No ransom had been paid" denies of a claim only what its clause holds: the word that is denied ("paid") and what stands beside it. Such a
clause is compared with a claim, and not the whole of what is said.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dateline.linking.conflicts.statements import content_stems
from dateline.linking.words import lines, listed, stem

_BETWEEN = r"(?:(?:yet|even|ever|actually|been|being|be|have|had|in any way|at any time|\w{2,}ly)\s+)*"
_AUXILIARY = r"(?:is|are|was|were|has|have|had|did|do|does|will|would)"
_VERB = r"(?P<verb>[a-z][a-z-]+)"
_THING = r"(?P<thing>(?:[\w’'-]+\s+){0,4}?[\w’'-]+)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        # "had not been arrested", "never sent", "didn't fire"
        rf"\b(?:(?P<aux>{_AUXILIARY})(?:\s*n[’']t|\s+(?:still\s+)?(?:not|never))|(?<!why )\bnever)\s+{_BETWEEN}{_VERB}",
        # "no convoy had been blocked", "none of its aircraft had crossed"
        rf"(?<!\w)(?:no|not one(?: of)?|not a single|none of|neither of)\s+{_THING}\s+(?:{_AUXILIARY})\s+{_BETWEEN}{_VERB}",
        # "nobody was arrested"
        rf"\b(?:nobody|no[ -]one)\s+(?:{_AUXILIARY})\s+{_BETWEEN}{_VERB}",
        # "there was no meeting", "there are no militants there"
        rf"\bthere\s+(?:is|are|was|were|has been|have been|had been)\s+(?:no|never (?:a|an|any)|not (?:a|any))\s+(?!(?:evidence|proof|sign|indication)\b){_THING}(?=\s+(?:in|on|with|at|between|near|from|by|among|of|to|for|about|over|under|inside|outside|within|behind|that|when|or|and|but)\b|\W*$|[,.;”\"])",
        # "paid no money", "signed nothing", "made no promise"
        r"\b(?P<verb>[a-z]+(?:ed|id|nt|de|ld|ok|ve|ot|et|t))\s+(?:no|nothing|nobody|none of)\b(?:\s+(?P<thing>[a-z][\w-]+))?",
    )
)
_TRUTH = re.compile(
    r"\b(?:no|without|any)\s+(?:\w+\s+)?(?:evidence|proof|truth|basis|foundation|sign|indication)s?\s+(?:(?:that|of|to|for|in|behind)\s+|(?=(?:any\w*|it|they|he|she|the|its|their)\b))(?P<clause>[^.;,”\"]+)",
    re.IGNORECASE,
)
"""What there is no evidence of."""

_GIVES = re.compile(r"\b(?:provid|giv|gave|offer|present|cit|produc|shar|releas|publish)\w*\s+\Z", re.IGNORECASE)
"""Who has given no evidence does not say that there is none."""

_OR = re.compile(r"\s+n?or\s+(?P<verb>[a-z]+)\b(?=\s+(?:the|an?|any|its|his|her|their|[A-Z]))")
"""A second verb of which the word of negation holds: "did not target or hit the station"."""

_BOUND = re.compile(
    r"[,;:.!?—–“”\"]|\b(?:and|but|while|although|though|because|which|who|after|before|since|when|as|if|until|that|said|says)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:yet|still|no longer|any more|anymore|so far|until|unless|again|at this (?:stage|point))\b", re.IGNORECASE
)
"""What may have come about since is no denial that it is so."""

_MODAL = re.compile(r"\b(?:will|would|can|could|may|might|must|should|shall)\b|[’']ll\b", re.IGNORECASE)
_COULD = re.compile(r"\b(?:can|could|may|might|must|should|shall)\b", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:if|whether|unless|once|not|never|cannot|no|nor|without|close to|near|nearing|towards?|want\w*|wish\w*|plan(?:s|ned|ning)?\b|hop(?:e|es|ed|ing)|try\w*|tried|"
    r"seek\w*|sought|offer\w*|propos\w*|possib\w+|potential|likely|expect\w*|threaten\w*|promis\w+|demand\w*|ready|prepared|fail\w*|call(?:s|ed|ing)? for|"
    r"refus\w+|yet|draft|ask\w*|urg\w+|lack\w*|absence|efforts?|attempt\w*|prevent\w*|avoid\w*)\b|n[’']t\b",
    re.IGNORECASE,
)
"""Before a word in its clause: it is not stated to be so."""

_NONE = re.compile(r"\s+(?:no|nothing|nobody|none)\b", re.IGNORECASE)
"""Behind a verb: "started no talks"."""

_TO = re.compile(r"\bto\s+(?:\w+ly\s+|be\s+)*\Z", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


_OTHER = re.compile(r"\b(?:other|others|more|further|longer|new|one else|immediate)\b", re.IGNORECASE)
"""There is none but what is told already."""

_PARTICIPLE = re.compile(r"\w+(?:ed|ing|en|wn)\Z")

_ANYTHING = frozenset(map(stem, ("anything", "anybody", "anyone", "nobody", "anywhere")))
_DO = frozenset({"did", "do", "does", "will", "would"})


def _is_deed(verb: str, auxiliary: str | None, thing: str | None, behind: str) -> bool:
    """Whether a word behind "not" is what somebody does or what befalls him, and no quality, thought or wish."""
    if _base(verb) in _LIGHT and (thing or _first_things(behind)):
        return True
    if {verb, _past().get(verb, verb)} & listed("undeniable"):
        return False
    if verb in listed("facts"):
        return True
    return (auxiliary or "").casefold() in _DO or verb in _past() or _PARTICIPLE.match(verb) is not None


def _heads(verb: str | None, thing: str | None, behind: str) -> frozenset[str]:
    """The words one of which a claim has to state: the verb's; where it leaves it to a noun what is done, that one's."""
    last = (thing or "").split()[-1:]
    if verb is None or (last and _base(verb) in _LIGHT):
        return head_stems(last[0])  # "there was no meeting", "made no promise", "no talks had taken place"
    if _base(verb) in _LIGHT:
        return _first_things(behind)  # "had not held talks"
    if _base(verb) in _SHOTS or stem(verb) in _SHOTS:
        return head_stems(verb).union(*map(head_stems, _SHOOTING))
    if _past().get(verb.casefold()) == "lose":
        return frozenset().union(*map(head_stems, _LOSSES))
    return head_stems(verb)


_THINGS = re.compile(
    r"^\W*(?:(?:out|up|on|in|under|into|any|such|the|an?|its|his|her|their|of)\b|\s)*(?P<things>(?:\s*[a-z][\w’'-]+){0,4}?)(?=\s+(?:with|on|in|at|to|for|by|from|of|about|against|over|between|near|off|along|around|inside|outside|that|and|or|[A-Z])|[\s,.;”\"]*$|[,.;])"
)


def _first_things(behind: str) -> frozenset[str]:
    """What a light verb has done: the last of the nouns right behind it, names apart."""
    found = _THINGS.match(" ".join(behind.split()[:6]))
    last = found["things"].split()[-1:] if found else []
    return head_stems(last[0]) if last else frozenset()


_SHOTS = frozenset({"fire", "fir", "shoot", "open"})
"""Who has not fired denies that he shelled anything; who has not shelled it may have fired."""
_SHOOTING = ("fired", "shot", "shelled")
_LOSSES = ("killed", "destroyed", "downed", "captured", "sunk")
"""Who has lost nothing denies that anything of his was."""


@dataclass(frozen=True, slots=True)
class Negated:
    """A clause that says that something is not so.

    `heads`: the telling words one of which a claim has to state; `stems`: the other telling words of the clause; `thing`: that of which there is none ("no ransom"); `before`: what stands before
    the word of negation, which names who did not do it; `later`: it is of what is to come; `pending`: it may have come about since.
    """

    heads: frozenset[str]
    stems: frozenset[str]
    thing: str
    before: str
    clause: str
    later: bool
    pending: bool


def negated_clauses(words: str) -> Iterator[Negated]:
    """The clauses of the words that say that something is not so, in their order."""
    for form in _FORMS:
        for found in form.finditer(words):
            groups = found.groupdict()
            verb, thing = groups.get("verb"), groups.get("thing")
            if _OTHER.search(found[0]) or (
                verb and not _is_deed(verb.casefold(), groups.get("aux"), thing, words[found.end() :])
            ):
                continue
            start = max((m.end() for m in _BOUND.finditer(words, 0, found.start())), default=0)
            if (
                groups.get("aux")
                and start
                and not words[start : found.start()].strip()
                and words[:start][-1:].isalpha()
            ):
                continue  # "offers that do not include it"
            after = _BOUND.search(words, found.end())
            clause = words[start : after.start() if after else len(words)]
            heads = _heads(verb, thing, words[found.end() :])
            if verb and (or_else := _OR.match(words, found.end())):
                heads |= head_stems(or_else["verb"])
            if verb is None and (thing or "").split()[-1].casefold() in listed("undeniable"):
                continue  # "there is no doubt"
            if not heads or _COULD.search(clause):
                continue
            yield Negated(
                heads=heads,
                stems=content_stems(clause) - heads - head_stems(verb or "") - content_stems(verb or "") - _ANYTHING,
                thing=(thing or "").split()[-1].casefold() if verb and thing else "",
                before=words[start : found.start()],
                clause=clause,
                later=_MODAL.search(clause) is not None,
                pending=_NOT_YET.search(clause) is not None,
            )
    for found in _TRUTH.finditer(words):
        stems = content_stems(found["clause"])
        if len(stems) > 1 and _GIVES.search(words, 0, found.start()) is None:
            yield Negated(
                heads=stems,
                stems=stems,
                thing="",
                before="",
                clause=found["clause"],
                later=_MODAL.search(found["clause"]) is not None,
                pending=False,
            )


_DENIED = re.compile(rf"\b{_AUXILIARY}\s+{_BETWEEN}{_VERB}(?P<rest>(?:\s+[\w’'-]+){{0,4}})", re.IGNORECASE)
_DOING = re.compile(
    r"^\W*(?:\w+ly\s+|having\s+)?(?P<verb>\w+(?:ing|ed))\b(?P<rest>(?:\s+[\w’'-]+){0,4})", re.IGNORECASE
)
_FORM = re.compile(r"(?<=\s)(?P<verb>[a-z]{3,})\b(?=(?P<rest>(?:\s+[\w’'-]+){0,4}))")
_ANY = re.compile(r"^\W*(?:any|all|the|an?|its|his|her|their)\b(?P<rest>(?:\s+[\w’'-]+){1,4})", re.IGNORECASE)
_LIGHT = frozenset(
    {
        "hold",
        "make",
        "take",
        "have",
        "give",
        "be",
        "carry",
        "conduct",
        "enter",
        "do",
        "get",
        "in",
        "under",
        "involve",
        "reach",
        "occur",
        "happen",
    }
)
"""Verbs that leave it to a noun what is done: "held talks", "carried out air strikes"."""


def denied_clause(words: str) -> Negated:
    """What somebody denies, as a clause that says that it is not so: "(denied) that its minister had met the envoy"."""
    found = _DENIED.search(words) or _DOING.match(words) or _finite(words) or _ANY.match(words)
    heads: frozenset[str] = frozenset()
    if found is not None:
        verb, rest = found.groupdict().get("verb"), found["rest"]
        heads = head_stems(verb) if verb else frozenset()
        if not verb or _base(verb) in _LIGHT:
            heads = _first_things(rest)
    stems = content_stems(words) | heads
    return Negated(
        heads, stems, thing="", before="", clause=words, later=_MODAL.search(words) is not None, pending=False
    )


def _finite(words: str) -> re.Match[str] | None:
    """The first past form of a clause: "(denied) the alliance carried out any strikes"."""
    forms = (
        found for found in _FORM.finditer(words) if found["verb"].casefold() in _past() or found["verb"].endswith("ed")
    )
    return next(forms, None)


def _base(verb: str) -> str:
    plain = _past().get(verb.casefold(), _y(verb.casefold()))
    return next((one for one in (plain, stem(plain), f"{stem(plain)}e") if one in _LIGHT), plain)


def _y(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ied") else word


def head_stems(word: str) -> frozenset[str]:
    """What stands for a word that is denied or stated, however little it tells by itself: of "paid" "pay"."""
    plain = _past().get(word.casefold(), _y(word))
    stems = content_stems(plain) or frozenset({stem(plain)})
    return frozenset(one if one.startswith("=") else one.removesuffix("e") for one in stems)  # "fired" and "fire"


@cache
def _past() -> Mapping[str, str]:
    """The verbs by their past forms that do not end as most do."""
    return {form: line.split()[0] for line in lines("past") for form in line.split()[1:] or line.split()}


def spoken_stems(words: str) -> frozenset[str]:
    """The telling words of what is said, and all verbs and nouns as `head_stems` has them."""
    return content_stems(words).union(*(head_stems(word) for word in _WORD.findall(words)))


def stated(words: str, heads: frozenset[str], *, later: bool) -> str | None:
    """What stands in its clause before one of these that the words state to be so, or (`later`) that it will be.

    None where they state none: what is wished, doubted or denied is not stated.
    """
    for found in _WORD.finditer(words):
        if not head_stems(found[0]) & heads:
            continue
        start = max((m.end() for m in _BOUND.finditer(words, 0, found.start())), default=0)
        before = words[start : found.start()]
        if _OPEN.search(before) or _COULD.search(before) or _TO.search(before) or _NONE.match(words, found.end()):
            continue
        if (_MODAL.search(before) is not None) == later:
            return before
    return None


_PRONOUN = re.compile(r"\W*(?:that\s+)?(?:it|they|we|he|she|i|you)\b", re.IGNORECASE)
_BEEN = re.compile(
    r"\b(?:not|never|n[’']t)(?: (?:yet|ever|even))? been\b|\b(?:was|were|is|are)(?: not| never|n[’']t)\b", re.IGNORECASE
)
_DONE_TO = re.compile(r"\b(?:been|was|were|is|are|being)\s*\Z", re.IGNORECASE)


def own_deeds(negated: Negated, before: str) -> bool:
    """Whether a clause that says no and a claim, by what stands before its word, each tell of whoever says it: "they lost two", "we lost none"."""
    if _BEEN.search(negated.clause):
        return False  # "we have not been invited"
    return _PRONOUN.match(negated.before) is not None and _PRONOUN.match(before) is not None


def doers(negated: Negated) -> frozenset[str]:
    """Who did not do it, by the words of the clause; nobody where it is said by a pronoun or of what was done to somebody."""
    if _PRONOUN.match(negated.before) or negated.thing or _DONE_TO.search(negated.before):
        return frozenset()
    return content_stems(negated.before)


def is_open(words: str, at: int) -> bool:
    """Whether what stands at an offset of the words is denied, wished, planned or only possible."""
    start = max((m.end() for m in _BOUND.finditer(words, 0, at)), default=0)
    before = words[start:at]
    return any(pattern.search(before) for pattern in (_OPEN, _MODAL, _TO))
