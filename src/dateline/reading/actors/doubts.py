"""What speaks against the one whom a pronoun would mean: a thing, an owner, others who act nearer by; then it stays open."""

from spacy.tokens import Token

from dateline.reading.actors.candidates import CLEAR, SUBJECTS, Mention, acts, same_clause, speaks, standing, verb_of
from dateline.reading.actors.roster import Roster


def is_its_owner(token: Token, told: int) -> bool:
    """Whether the one told of only owns or tells apart who acts, whom the pronoun would rather mean: "Norland's parties press their demand"."""
    root = token.doc[told]
    owned = root.head.dep_ in SUBJECTS and root.head.pos_ == "NOUN" and root.head.head.is_ancestor(token)
    return root.dep_ in ("poss", "compound", "amod", "nmod") and owned and not root.head.is_ancestor(token)


def may_be_a_body(roster: Roster, token: Token, sentence: int, seen: list[Mention], told: int) -> bool:
    """Whether "they" may as well be a body that acts nearer by: "The council left. They said"."""
    for mention in reversed(seen):
        if mention.root.i <= told or sentence - mention.sentence > 1:
            return False
        draft = roster.drafts[mention.who[0]]
        body = draft.kind in ("organisation", "group") and not draft.plural and len(mention.who) == 1
        if body and mention.root.i < token.i and mention.root.dep_ == "nsubj" and not same_clause(token, mention.root):
            return True
    return False


def may_be_others(roster: Roster, token: Token, told: int) -> bool:
    """Whether "they" would rather be what acts nearer by and is nobody told of: "the stations opened because they were ready"."""
    before = token.doc[max(told + 1, token.sent.start) : token.i]
    near = [t for t in before if t.head.is_ancestor(token) and not t.is_ancestor(token)]
    if token.dep_ in SUBJECTS and verb_of(token).dep_ == "ROOT" and told < token.sent.start > 0:
        last = token.doc[token.sent.start - 1].sent
        near += [t for t in last if t.head.dep_ == "ROOT" and t.i > told]
    return any(acts(t) and t.tag_ in ("NNS", "NNPS") and t.i not in roster.at and not t.ent_type_ for t in near)


def may_be_a_thing(roster: Roster, token: Token, sentence: int, best: float, last: int) -> bool:
    """Whether "it" or "its" may as well stand for a thing that is nobody: one that stands out as much as whom the text has
    told of, last at token `last`, and is nearer; or what is kept "from" something, or what is told of in the main clause ("rejected the plan as it").
    """
    if speaks(token):
        return False
    verb = verb_of(token)
    if verb.dep_ == "pcomp" and verb.head.lower_ == "from":
        return any(_is_thing(roster, c) and c.dep_ == "dobj" for c in verb.head.head.rights)
    if token.dep_ == "nsubj" and verb.dep_ == "advcl" and any(c.dep_ == "mark" for c in verb.lefts):
        told = (c for c in verb.head.rights if c.dep_ == "dobj" and last < c.i < token.i)
        if any(_is_thing(roster, c) for c in told):
            return True
    start = token.sent.start
    near = [(t, sentence) for t in token.doc[max(start, last + 1) : token.i] if t.head.is_ancestor(token)]
    if token.dep_ in SUBJECTS and token.head.dep_ == "ROOT" and start > 0 and last < start:
        before = token.doc[start - 1].sent
        near += [(t, sentence - 1) for t in before if t.head.dep_ == "ROOT" and t.i > last]
    things = [(t, n) for t, n in near if t.dep_ in SUBJECTS and _is_thing(roster, t)]
    return any(best - standing(roster, token, sentence, Mention(t, n, (), pronoun=False)) < CLEAR for t, n in things)


def _is_thing(roster: Roster, noun: Token) -> bool:
    """Whether a word is a noun in the singular, also a ship's or a place's name, that means nobody told of."""
    return (
        noun.tag_ in ("NN", "NNP")
        and noun.i not in roster.at
        and noun.ent_type_ not in ("DATE", "TIME", "MONEY", "PERCENT")
    )
