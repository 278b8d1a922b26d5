"""Whom "he", "she", "it" and "they" mean, where the text settles it.

A pronoun goes to the actor nearby who fits in number and gender and stands out: a subject, near, of the same clause chain.
Where two candidates are about equal it stays open; inside quoted speech it always does, since there the words are another's.
"""

from itertools import islice

from spacy.tokens import Doc, Token

from dateline.reading.actors.candidates import (
    CLEAR,
    HE_SHE,
    IT,
    SUBJECTS,
    THEY,
    Mention,
    fits,
    mentions_in,
    speaks,
    standing,
)
from dateline.reading.actors.doubts import is_its_owner, may_be_a_body, may_be_a_thing, may_be_others
from dateline.reading.actors.roster import Roster
from dateline.reading.actors.words import words

_FAR = 3
"""Sentences back in which a candidate is looked for."""
_NEAR = 300
"""Tokens back in which two parties are still in mind."""
_LONGEST_QUOTE = 4000
_CLAUSE = 5
"""Steps up the parse to the clause that holds a pronoun."""


def resolve_pronouns(roster: Roster) -> None:
    """Adds the pronouns to the mentions of those whom they mean."""
    doc = roster.doc
    quoted = quoted_tokens(doc)
    seen: list[Mention] = []
    for number, sentence in enumerate(doc.sents):
        waiting = list(mentions_in(roster, sentence.start, sentence.end, number))
        for token in sentence:
            while waiting and waiting[0].root.i <= token.i:
                seen.append(waiting.pop(0))
            word = token.lower_
            if token.i + 1 < len(doc) and doc[token.i + 1].lower_ in words("roles", "styles"):
                continue  # "His Excellency"
            if token.i in roster.at or token.i in quoted or word not in HE_SHE.keys() | IT | THEY:
                continue
            beside = _beside(roster, token, number)
            who = beside if beside is not None else _meant(roster, token, number, seen)
            if beside is None and not who:
                who = _two_parties(roster, token) or _who_spoke(roster, token, seen)
            if not who:
                continue
            seen.append(Mention(token, number, who, pronoun=True))
            _take(roster, token, who)
            if beside:
                roster.formed.add(token.i)


def _beside(roster: Roster, token: Token, sentence: int) -> tuple[int, ...] | None:
    """Whom the sentence's own form gives a pronoun, none where that is nobody told of; None where the form says nothing.

    "The council and its members" are the council's, "nurses who left during their lunch" have their own, and it is the envoy's word in "remarks
    by the envoy in which she ...".
    """
    if token.dep_ == "nsubj" and (index := _told_in(roster, token, sentence)) is not None:
        return (index,)
    if token.dep_ in SUBJECTS and (index := _who_said(roster, token, sentence)) is not None:
        return (index,)
    if token.lower_ == "they" and (spoke := _say_of_themselves(token)) is not None:
        index = roster.at.get(spoke.i)
        return () if index is None else (index,)
    if token.dep_ != "poss":
        return None
    if (index := _subject_behind(roster, token, sentence)) is not None:
        return (index,)
    owner = token.head.head if token.head.dep_ == "conj" and token.left_edge.i == token.head.left_edge.i else None
    doer = _owner_above(token) or _blamed(token) if owner is None else None
    if doer is not None and (index := roster.at.get(doer.i)) is not None:
        mentioned = Mention(doer, sentence, (index,), pronoun=False)
        if fits(roster, token, mentioned):
            return (index,)
    if owner is None:
        clause = next((a for a in islice(token.ancestors, _CLAUSE) if a.dep_ == "relcl"), None)
        who = [c for c in clause.lefts if c.dep_ == "nsubj" and c.tag_ in ("WP", "WDT")] if clause is not None else []
        if clause is None or not who or any(k in roster.at for k in range(who[0].i + 1, token.i)):
            return None
        owner = clause.head
    if owner.pos_ not in ("NOUN", "PROPN") or owner.i >= token.i:
        return None
    index = roster.at.get(owner.i)
    fitting = index is not None and fits(roster, token, Mention(owner, sentence, (index,), pronoun=False))
    if index is None and token.lower_ in HE_SHE:
        return None  # "the city and his friends" are nobody's but a person's
    return (index,) if index is not None and fitting else None if index is not None else ()


def _told_in(roster: Roster, token: Token, sentence: int) -> int | None:
    """Whose words those are in which somebody says or does a thing: of "an interview with Frey in which he said so" Frey."""
    clause = next((a for a in (token.head, token.head.head) if a.dep_ == "relcl"), None)
    if token.lower_ not in HE_SHE or clause is None:
        return None
    which = next((t for t in clause.subtree if t.i < token.i), clause)
    if token.doc[which.i].lower_ not in ("in", "during", "where") or token.i - which.i > _CLAUSE:
        return None
    words_of = clause.head
    for noun in (words_of, *islice(words_of.ancestors, 2)):
        if noun.lemma_ not in words("naming", "words_of_one"):
            continue
        owners = [c for c in noun.lefts if c.dep_ == "poss"]
        owners += [
            p for c in noun.rights if c.lower_ in ("by", "from", "of", "with") for p in c.rights if p.dep_ == "pobj"
        ]
        for owner in owners:
            index = roster.at.get(owner.i)
            if (
                index is not None
                and owner.i < token.i
                and fits(roster, token, Mention(owner, sentence, (index,), pronoun=False))
            ):
                return index
    return None


def _who_said(roster: Roster, token: Token, sentence: int) -> int | None:
    """Whom "Frey, who had said he would stay," means by "he": Frey."""
    said = token.head.head
    if token.lower_ not in HE_SHE or token.head.dep_ != "ccomp" or said.lemma_ not in words("unnamed", "speech"):
        return None
    index = roster.at.get(said.head.i) if said.dep_ == "relcl" and any(c.tag_ == "WP" for c in said.lefts) else None
    if index is None or not fits(roster, token, Mention(said.head, sentence, (index,), pronoun=False)):
        return None
    return index


def _say_of_themselves(token: Token) -> Token | None:
    """Those who say what "they" do: "nurses" of "the nurses have announced that they will strike"."""
    clause = token.head
    if token.dep_ not in SUBJECTS or clause.dep_ != "ccomp" or clause.head.lemma_ not in words("unnamed", "speech"):
        return None
    who = [c for c in clause.head.lefts if c.dep_ == "nsubj"]
    if not who or who[-1].tag_ not in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in who[-1].rights):
        return None
    return who[-1] if who[-1].i < token.i else None


def _subject_behind(roster: Roster, token: Token, sentence: int) -> int | None:
    """Whom the clause names right behind its opening: of "In a statement before his visit, Frey said" Frey."""
    opening = next((a for a in islice(token.ancestors, _CLAUSE) if a.dep_ == "prep" and a.head.dep_ == "ROOT"), None)
    if token.lower_ not in HE_SHE or opening is None or opening.i > opening.head.i or opening.i - token.sent.start > 1:
        return None
    for subject in opening.head.lefts:
        index = roster.at.get(subject.i)
        if subject.dep_ not in SUBJECTS or subject.i < token.i or index is None:
            continue
        others = {roster.at[k] for k in range(opening.i, token.i) if k in roster.at} - {index}
        told = any(roster.drafts[other].kind == "person" for other in others)
        fitting = fits(roster, token, Mention(subject, sentence, (index,), pronoun=False))
        return index if fitting and not told and roster.drafts[index].kind == "person" else None
    return None


def _owner_above(token: Token) -> Token | None:
    """Whose the deed is that is done to the pronoun's noun: "Frey's attacks on his own people"."""
    preposition = token.head.head
    if token.head.dep_ != "pobj" or preposition.dep_ != "prep" or preposition.head.pos_ != "NOUN":
        return None
    owners = [c for c in preposition.head.lefts if c.dep_ == "poss" and c.pos_ in ("NOUN", "PROPN")]
    return owners[-1] if owners else None


_BLAMING = frozenset(
    [
        "accuse",
        "arrest",
        "berate",
        "blame",
        "castigate",
        "censure",
        "chide",
        "commend",
        "condemn",
        "congratulate",
        "criticise",
        "criticize",
        "decry",
        "denounce",
        "deplore",
        "detain",
        "expel",
        "fault",
        "fine",
        "jail",
        "laud",
        "lambast",
        "praise",
        "punish",
        "rebuke",
        "reprimand",
        "sanction",
        "slam",
        "sue",
        "thank",
    ]
)
"""Verbs, by lemma, behind whose "for" stands what their object did."""


def _blamed(token: Token) -> Token | None:
    """Who did what he is blamed or praised for: of "condemned Xia for its raids" Xia."""
    preposition = token.head.head
    if token.head.dep_ != "pobj" or preposition.lower_ not in ("for", "over"):
        return None
    verb = preposition.head if preposition.head.pos_ == "VERB" else preposition.head.head
    if verb.lemma_ not in _BLAMING:
        return None
    whom = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.i < token.i]
    return whom[-1] if len(whom) == 1 and whom[0].pos_ in ("NOUN", "PROPN") else None


def _two_parties(roster: Roster, token: Token) -> tuple[int, ...]:
    """The two states last told of together, where "they agreed" and nobody else can be meant."""
    verb = token.head
    if token.lower_ != "they" or token.dep_ != "nsubj" or verb.lemma_ not in words("naming", "done_by_two"):
        return ()
    before = [pair for at, pair, kind in roster.pairs if kind == "state" and token.i - _NEAR <= at < token.i]
    return before[-1] if before else ()


def _who_spoke(roster: Roster, token: Token, seen: list[Mention]) -> tuple[int, ...]:
    """The one who spoke last in the paragraph, where "he said" leaves it open between two: who speaks goes on speaking."""
    if token.lower_ not in HE_SHE or not speaks(token):
        return ()
    for mention in reversed(seen):
        if token.i - mention.root.i > _NEAR or "\n" in roster.text[mention.root.idx : token.idx]:
            break
        if speaks(mention.root) and fits(roster, token, mention):
            return mention.who
    return ()


def _take(roster: Roster, token: Token, who: tuple[int, ...]) -> None:
    if len(who) > 1:
        roster.joint[token.i] = who
    for index in who:
        roster.mention(index, token.i, token.i + 1)
        draft = roster.drafts[index]
        if draft.kind in ("person", "unnamed") and not draft.plural and draft.gender is None:
            draft.gender = HE_SHE.get(token.lower_)
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


def _meant(roster: Roster, token: Token, sentence: int, seen: list[Mention]) -> tuple[int, ...]:
    """Who is meant; empty where nobody fits or two fit about equally."""
    best: dict[tuple[int, ...], float] = {}
    last: dict[tuple[int, ...], int] = {}
    for mention in reversed(seen):
        if sentence - mention.sentence > _FAR:
            break
        if mention.root.i >= token.i or not fits(roster, token, mention):
            continue
        score = standing(roster, token, sentence, mention)
        best[mention.who] = max(best.get(mention.who, score), score)
        last.setdefault(mention.who, mention.root.i)
    ranked = sorted(best.items(), key=lambda row: (-row[1], row[0]))
    if not ranked or ranked[0][1] < 0:
        return ()
    for who, score in ranked[1:]:
        if ranked[0][1] - score >= CLEAR:
            break
        if not set(who) & set(ranked[0][0]):
            return ()
    told = last[ranked[0][0]]
    if token.lower_ in IT and (
        may_be_a_thing(roster, token, sentence, ranked[0][1], told) or is_its_owner(token, told)
    ):
        return ()
    if token.lower_ in THEY and (
        may_be_a_body(roster, token, sentence, seen, told) or may_be_others(roster, token, told)
    ):
        return ()
    return ranked[0][0]
