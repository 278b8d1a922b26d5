"""Whom "he", "she", "it" and "they" mean, where the text settles it.

A pronoun goes to the actor nearby who fits in number and gender and stands out: a subject, near, of the same clause chain.
Where two candidates are about equal it stays open; inside quoted speech it always does, since there the words are another's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Doc, Token

from dateline.reading.actors.phrases import joined_to
from dateline.reading.actors.roster import Draft, Roster
from dateline.reading.actors.words import given_name_gender, words

_HE_SHE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_FAR = 3
"""Sentences back in which a candidate is looked for."""
_CLEAR = 0.75
"""By how much the best candidate must lead."""
_NEAR = 300
"""Tokens back in which two parties are still in mind."""
_LONGEST_QUOTE = 4000
_CLAUSE = 5
"""Steps up the parse to the clause that holds a pronoun."""


@dataclass(frozen=True, slots=True)
class _Mention:
    root: Token
    sentence: int
    who: tuple[int, ...]
    pronoun: bool


def resolve_pronouns(roster: Roster) -> None:
    """Adds the pronouns to the mentions of those whom they mean."""
    doc = roster.doc
    quoted = quoted_tokens(doc)
    seen: list[_Mention] = []
    for number, sentence in enumerate(doc.sents):
        waiting = list(_mentions(roster, sentence.start, sentence.end, number))
        for token in sentence:
            while waiting and waiting[0].root.i <= token.i:
                seen.append(waiting.pop(0))
            word = token.lower_
            if token.i + 1 < len(doc) and doc[token.i + 1].lower_ in words("roles", "styles"):
                continue  # "His Excellency"
            if token.i in roster.at or token.i in quoted or word not in _HE_SHE.keys() | _IT | _THEY:
                continue
            beside = _beside(roster, token, number)
            who = beside if beside is not None else _meant(roster, token, number, seen)
            if beside is None and not who:
                who = _two_parties(roster, token) or _who_spoke(roster, token, seen)
            if not who:
                continue
            seen.append(_Mention(token, number, who, pronoun=True))
            _take(roster, token, who)


def _beside(roster: Roster, token: Token, sentence: int) -> tuple[int, ...] | None:
    """Whom the sentence's own form gives an owner's pronoun, none where that is nobody told of; None where the form says nothing.

    "The council and its members" are the council's, "nurses who left during their lunch" have their own.
    """
    if token.dep_ != "poss":
        return None
    owner = token.head.head if token.head.dep_ == "conj" and token.left_edge.i == token.head.left_edge.i else None
    if owner is None:
        clause = next((a for a in islice(token.ancestors, _CLAUSE) if a.dep_ == "relcl"), None)
        who = [c for c in clause.lefts if c.dep_ == "nsubj" and c.tag_ in ("WP", "WDT")] if clause is not None else []
        if clause is None or not who or any(k in roster.at for k in range(who[0].i + 1, token.i)):
            return None
        owner = clause.head
    if owner.pos_ not in ("NOUN", "PROPN") or owner.i >= token.i:
        return None
    index = roster.at.get(owner.i)
    fits = index is not None and _fits(roster, token, _Mention(owner, sentence, (index,), pronoun=False))
    if index is None and token.lower_ in _HE_SHE:
        return None  # "the city and his friends" are nobody's but a person's
    return (index,) if index is not None and fits else None if index is not None else ()


def _two_parties(roster: Roster, token: Token) -> tuple[int, ...]:
    """The two states last told of together, where "they agreed" and nobody else can be meant."""
    verb = token.head
    if token.lower_ != "they" or token.dep_ != "nsubj" or verb.lemma_ not in words("naming", "done_by_two"):
        return ()
    before = [pair for at, pair, kind in roster.pairs if kind == "state" and token.i - _NEAR <= at < token.i]
    return before[-1] if before else ()


def _who_spoke(roster: Roster, token: Token, seen: list[_Mention]) -> tuple[int, ...]:
    """The one who spoke last in the paragraph, where "he said" leaves it open between two: who speaks goes on speaking."""
    if token.lower_ not in _HE_SHE or not _speaks(token):
        return ()
    for mention in reversed(seen):
        if token.i - mention.root.i > _NEAR or "\n" in roster.text[mention.root.idx : token.idx]:
            break
        if _speaks(mention.root) and _fits(roster, token, mention):
            return mention.who
    return ()


def _take(roster: Roster, token: Token, who: tuple[int, ...]) -> None:
    if len(who) > 1:
        roster.joint[token.i] = who
    for index in who:
        roster.mention(index, token.i, token.i + 1)
        draft = roster.drafts[index]
        if draft.kind in ("person", "unnamed") and not draft.plural and draft.gender is None:
            draft.gender = _HE_SHE.get(token.lower_)
            draft.gender_guessed = draft.gender is not None


def quoted_tokens(doc: Doc) -> frozenset[int]:
    """Tokens inside quotation marks; a mark that is not closed in its paragraph quotes to the paragraph's end."""
    inside: set[int] = set()
    opened: int | None = None
    for token in doc:
        text = token.text
        if opened is not None and (
            text in ("”", "''") or (text == '"') or ("\n" in text) or token.i - opened > _LONGEST_QUOTE
        ):
            inside.update(range(opened, token.i))
            opened = None
        elif opened is None and text in ("“", "``", '"'):
            opened = token.i
    if opened is not None:
        inside.update(range(opened, len(doc)))
    return frozenset(inside)


def _mentions(roster: Roster, start: int, end: int, number: int) -> Iterator[_Mention]:
    """Who is mentioned in a sentence, in order; people joined by "and" also as one."""
    doc = roster.doc
    k = start
    while k < end:
        index = roster.at.get(k)
        if index is None:
            k += 1
            continue
        stop = k + 1
        while stop < end and roster.at.get(stop) == index:
            stop += 1
        root = doc[k:stop].root
        yield _Mention(root, number, (index,), pronoun=False)
        together = [root, *joined_to(root)] if root.dep_ != "conj" else []
        if len(together) > 1:
            joined = tuple(dict.fromkeys(roster.at[t.i] for t in together if t.i in roster.at))
            if len(joined) == len(together):
                yield _Mention(root, number, joined, pronoun=False)
        k = stop


def _meant(roster: Roster, token: Token, sentence: int, seen: list[_Mention]) -> tuple[int, ...]:
    """Who is meant; empty where nobody fits or two fit about equally."""
    best: dict[tuple[int, ...], float] = {}
    last: dict[tuple[int, ...], int] = {}
    for mention in reversed(seen):
        if sentence - mention.sentence > _FAR:
            break
        if mention.root.i >= token.i or not _fits(roster, token, mention):
            continue
        score = _score(roster, token, sentence, mention)
        best[mention.who] = max(best.get(mention.who, score), score)
        last.setdefault(mention.who, mention.root.i)
    ranked = sorted(best.items(), key=lambda row: (-row[1], row[0]))
    if not ranked or ranked[0][1] < 0:
        return ()
    for who, score in ranked[1:]:
        if ranked[0][1] - score >= _CLEAR:
            break
        if not set(who) & set(ranked[0][0]):
            return ()
    told = last[ranked[0][0]]
    if token.lower_ in _IT and (
        _may_be_a_thing(roster, token, sentence, ranked[0][1], told) or _is_its_owner(token, told)
    ):
        return ()
    if token.lower_ in _THEY and (
        _may_be_a_body(roster, token, sentence, seen, told) or _may_be_others(roster, token, told)
    ):
        return ()
    return ranked[0][0]


def _is_its_owner(token: Token, told: int) -> bool:
    """Whether the one told of only owns or tells apart who acts, whom the pronoun would rather mean: "Norland's parties press their demand"."""
    root = token.doc[told]
    acts = root.head.dep_ in _SUBJECTS and root.head.pos_ == "NOUN" and root.head.head.is_ancestor(token)
    return root.dep_ in ("poss", "compound", "amod", "nmod") and acts and not root.head.is_ancestor(token)


def _may_be_a_body(roster: Roster, token: Token, sentence: int, seen: list[_Mention], told: int) -> bool:
    """Whether "they" may as well be a body that acts nearer by: "The council left. They said"."""
    for mention in reversed(seen):
        if mention.root.i <= told or sentence - mention.sentence > 1:
            return False
        draft = roster.drafts[mention.who[0]]
        body = draft.kind in ("organisation", "group") and not draft.plural and len(mention.who) == 1
        if body and mention.root.i < token.i and mention.root.dep_ == "nsubj" and not _same_clause(token, mention.root):
            return True
    return False


def _may_be_others(roster: Roster, token: Token, told: int) -> bool:
    """Whether "they" would rather be what acts nearer by and is nobody told of: "the stations opened because they were ready"."""
    before = token.doc[max(told + 1, token.sent.start) : token.i]
    near = [t for t in before if t.head.is_ancestor(token) and not t.is_ancestor(token)]
    if token.dep_ in _SUBJECTS and _verb(token).dep_ == "ROOT" and told < token.sent.start > 0:
        last = token.doc[token.sent.start - 1].sent
        near += [t for t in last if t.head.dep_ == "ROOT" and t.i > told]
    return any(_acts(t) and t.tag_ in ("NNS", "NNPS") and t.i not in roster.at and not t.ent_type_ for t in near)


def _may_be_a_thing(roster: Roster, token: Token, sentence: int, best: float, last: int) -> bool:
    """Whether "it" or "its" may as well stand for a thing that is nobody: one that stands out as much as whom the text has
    told of, last at token `last`, and is nearer; or what is kept "from" something, or what is told of in the main clause ("rejected the plan as it").
    """
    if _speaks(token):
        return False
    verb = _verb(token)
    if verb.dep_ == "pcomp" and verb.head.lower_ == "from":
        return any(_is_thing(roster, c) and c.dep_ == "dobj" for c in verb.head.head.rights)
    if token.dep_ == "nsubj" and verb.dep_ == "advcl" and any(c.dep_ == "mark" for c in verb.lefts):
        told = (c for c in verb.head.rights if c.dep_ == "dobj" and last < c.i < token.i)
        if any(_is_thing(roster, c) for c in told):
            return True
    start = token.sent.start
    near = [(t, sentence) for t in token.doc[max(start, last + 1) : token.i] if t.head.is_ancestor(token)]
    if token.dep_ in _SUBJECTS and token.head.dep_ == "ROOT" and start > 0 and last < start:
        before = token.doc[start - 1].sent
        near += [(t, sentence - 1) for t in before if t.head.dep_ == "ROOT" and t.i > last]
    things = [(t, n) for t, n in near if t.dep_ in _SUBJECTS and _is_thing(roster, t)]
    return any(best - _score(roster, token, sentence, _Mention(t, n, (), pronoun=False)) < _CLEAR for t, n in things)


def _is_thing(roster: Roster, noun: Token) -> bool:
    """Whether a word is a noun in the singular, also a ship's or a place's name, that means nobody told of."""
    return (
        noun.tag_ in ("NN", "NNP")
        and noun.i not in roster.at
        and noun.ent_type_ not in ("DATE", "TIME", "MONEY", "PERCENT")
    )


def gender_of(draft: Draft) -> str | None:
    """The gender that titles or pronouns have shown, or that the given name usually has."""
    return draft.gender or given_name_gender(draft.name.split()[0]) if draft.kind == "person" else draft.gender


def _fits(roster: Roster, token: Token, mention: _Mention) -> bool:
    drafts = [roster.drafts[k] for k in mention.who]
    word = token.lower_
    if word in _REFLEXIVE and not (mention.root.dep_ in _SUBJECTS and mention.root.head == _verb(token)):
        return False
    if _same_clause(token, mention.root) and word not in (
        "himself",
        "herself",
        "itself",
        "themselves",
        "his",
        "her",
        "its",
        "their",
    ):
        return False
    if word in _THEY:
        return len(drafts) > 1 or drafts[0].plural or (drafts[0].kind == "group" and not drafts[0].head)
    if len(drafts) > 1:
        return False
    draft = drafts[0]
    if word in _IT:
        one = draft.kind in ("state", "organisation", "group") and not draft.plural
        return one and not _empty_it(token) and not _is_joined_before(mention.root, token)
    people = draft.kind == "person" or (draft.kind == "unnamed" and bool(draft.roles))  # documents have none
    return people and not draft.plural and gender_of(draft) in (_HE_SHE[word], None)


def _is_joined_before(root: Token, token: Token) -> bool:
    """Whether "and" joins the one to others that are named before the pronoun too, so that "it" would be but a part of them."""
    if root.dep_ not in _SUBJECTS and not (root.dep_ == "conj" and root.head.dep_ in _SUBJECTS):
        return False
    others = [t for t in joined_to(root) if t.pos_ in ("NOUN", "PROPN")]
    return any(t.i < token.i and not t.left_edge.i <= token.i <= t.right_edge.i for t in others)


def _verb(token: Token) -> Token:
    """The verb whose clause holds the token."""
    for _ in range(4):
        if token.pos_ in ("VERB", "AUX"):
            break
        token = token.head
    return token


def _same_clause(token: Token, other: Token) -> bool:
    """Whether the two depend on one verb, so that they cannot be one actor."""
    return token.head == other.head and token.head.pos_ in ("VERB", "AUX") and token.dep_ != "poss"


def _empty_it(token: Token) -> bool:
    """Whether "it" stands for nothing or for a fact: "it is likely that", "it was the first"."""
    if token.lower_ != "it":
        return False
    head = token.head
    if token.i + 1 < len(token.doc) and token.nbor().pos_ == "ADJ":
        return True  # "make it possible"
    return token.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj") or (
        head.lemma_ in ("be", "seem", "appear", "take", "happen", "mean", "remain", "become", "rain", "snow")
    )


def _acts(token: Token) -> bool:
    """Whether the token is a subject, or who the deed of a sentence is done by."""
    by = token.head if token.dep_ == "pobj" and token.head.dep_ == "agent" else None
    return token.dep_ in _SUBJECTS or (by is not None and by.head.dep_ == "ROOT")


def _speaks(token: Token) -> bool:
    """Whether the token is the subject of a verb of speech."""
    return token.dep_ == "nsubj" and token.head.lemma_ in words("unnamed", "speech")


def _score(roster: Roster, token: Token, sentence: int, mention: _Mention) -> float:
    root, word = mention.root, token.lower_
    distance = sentence - mention.sentence
    score = 1.5 - 1.0 * distance
    subject = _acts(root) or (root.dep_ == "conj" and _acts(root.head))
    if subject:
        score += 1.5
        if distance == 0 and root.head.is_ancestor(token):
            score += 1.0
        if root.head.dep_ == "ROOT":
            score += 0.25
        if _speaks(root) and _speaks(token):
            score += 0.75  # who speaks on
    elif root.dep_ in ("poss", "compound", "amod", "nmod"):
        score -= 0.5
    if mention.pronoun and subject:
        score += 0.25
    if word in _HE_SHE:
        draft = roster.drafts[mention.who[0]]
        score += 0.5 * (gender_of(draft) == _HE_SHE[word]) + 0.5 * (draft.kind == "person")
    elif not subject and word != "its":
        score -= 1.5
    elif word in _IT | _THEY:
        score -= 0.75 * (distance > 0)
    between = roster.text.count("\n", root.idx, token.idx)
    return score - 0.25 * (between > 1)
