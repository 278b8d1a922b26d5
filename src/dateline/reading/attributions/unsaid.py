"""What is put as a report but tells of no words: deeds, topics, habits, and things that "it" shows."""

from functools import cache
from itertools import pairwise

from spacy.tokens import Token

from dateline.reading.attributions.detected import Detected, tokens_of
from dateline.reading.attributions.words import cue_words, lemma
from dateline.reading.lexicon import lexicon
from dateline.reading.parse import Parsed

_HABITS = frozenset(("often", "usually", "sometimes", "frequently", "commonly", "routinely", "generally", "typically"))
_SHOWING = frozenset(("suggest", "mean", "imply", "reflect", "signal", "prove", "demonstrate"))
_OPEN = frozenset(("it", "this", "that", "which", "there"))
_UNTOLD = frozenset(("charge", "debate", "discuss", "estimate", "expect", "mention"))
"""Of these the passive alone tells of no one's words: "was charged with fraud", "is expected to sign"."""
_ASKED = frozenset(("query", "question"))
_POINTING = frozenset(("this", "that", "these", "those", "such"))
_SHARING = frozenset(("post", "publish", "release", "share", "upload"))
_PICTURES = frozenset(("footage", "image", "photo", "photograph", "picture", "video"))
_PACTS = frozenset(("accord", "agreement", "deal", "pact", "plan", "resolution", "treaty", "truce", "ceasefire"))
_PROVIDING = frozenset(("call", "envisage", "foresee", "oblige", "provide", "require", "stipulate", "want"))
_PUT_TO = frozenset(("ask", "press", "question", "quiz"))
_COURTS = frozenset(("court", "judge", "jury", "justice", "magistrate", "tribunal"))
_HEADING = 4
"""Tokens that the content of a heading has at most, but one."""
_NAMES = frozenset(("CCONJ", "DET", "PROPN", "PUNCT"))
_PEOPLE = frozenset(("her", "him", "them"))
_EMPTY = frozenset(("AUX", "PART", "ADV", "PRON", "DET", "SCONJ", "CCONJ", "SPACE"))


def is_unsaid(parsed: Parsed, one: Detected, cue: Token | None, *, nobody: bool, denied: bool) -> bool:
    """Whether the record would say that somebody said what nobody did.

    `nobody`: the source's words mean nobody; `denied`: it is a denial or a refusal to comment, which is a statement.

    "agreed to a truce" and "denied them entry" are deeds, "commented on the deal" names a topic, "analysts often express" is a habit, and
    of "It indicates" nobody is the source.
    """
    if cue is not None and lemma(cue) in cue_words().deny and _is_withheld(parsed, one):
        return True
    if cue is not None and (_is_seen(cue) or _makes_none(parsed, one)):
        return True
    if _is_nobody(parsed, one) or (denied and nobody and _is_heading(parsed, one, cue)):
        return True
    if cue is not None and (_is_left_out(parsed, one, cue) or _is_alleged(cue)):
        return True
    if cue is not None and (
        (one.source and (_is_asked(cue) or _is_pressed(parsed, one))) or _is_unnamed(parsed, one, cue)
    ):
        return True
    if cue is None or denied:
        return False
    said = [t for part in one.content for t in tokens_of(parsed, part)]
    if all(t.ent_type_ in {"DATE", "TIME"} or t.is_punct or t.lower_ in {"am", "pm", "utc", "gmt"} for t in said):
        return True  # "his remarks on Monday"
    if all(t.pos_ in {"PRON", "DET", "PUNCT", "SPACE"} for t in said):
        return True  # "critics of it", "what both sides agreed": the words stand elsewhere, if anywhere
    if _stands_elsewhere(said, cue) or _is_addressed(parsed, one, cue) or _is_pointed_at(said):
        return True
    if _is_wordless(parsed, one) or (not one.source and not _is_reported(cue)):
        return True
    word = lemma(cue)
    named = not _is_clause(parsed, one)
    if named and word in cue_words().deed | _forceful():
        return word != "present" or all(t.lower_ != "as" for t in said)
    if named and (
        _is_of_a_thing(parsed, one, cue)
        or _is_met_with(parsed, one)
        or _is_judged(parsed, one, cue)
        or _is_taken(parsed, one, cue)
        or _is_done(tokens_of(parsed, one.content[0]).root, cue)
    ):
        return True
    if any(
        t.dep_ == "dobj" and t.lemma_.lower() in cue_words().occasion | cue_words().meeting
        for t in tokens_of(parsed, one.cue[0])
    ):
        return True  # "held talks on", "addressed a rally for"
    if word == "hold" and _is_meeting(tokens_of(parsed, one.content[0]).root):
        return True
    root = tokens_of(parsed, one.content[0]).root
    if word in {"cite", "quote"} and (_are_people(root) or (named and root.lemma_.lower() in cue_words().document)):
        return True
    following = _behind(parsed, one)
    if word in {"back", "support"} and _is_ally(parsed, one, cue):
        return True
    if word == "seek" or (word in _SHARING and tokens_of(parsed, one.content[0]).root.lemma_.lower() in _PICTURES):
        return True  # an aim; "posted photos of the bridge"
    if word == "agree" and any(c.dep_ == "dobj" for c in cue.rights) and not _is_clause(parsed, one):
        return True  # "agreed a deal"
    if following == "to" and (word in {"agree", "consent"} or (word in {"refer", "allude"} and cue.tag_ == "VBG")):
        return True
    if word in {"comment", "remark"} and following in {"on", "upon"} and cue.pos_ == "VERB":
        return True
    if word in cue_words().finding | _SHOWING | {"be"} and (nobody or (word != "be" and cue.tag_ == "VBZ")):
        return bool(one.source) and all(parsed.text[s.start : s.end].lower() in _OPEN for s in one.source)
    return _is_habit(cue)


def _is_done(noun: Token, cue: Token) -> bool:
    """Whether the verb does it to what the noun names: "recalled its envoy", "declared a state of emergency", "called off the strike"."""
    word, words = lemma(cue), cue_words()
    if word == "call" and any(c.dep_ == "prt" and c.lower_ == "off" for c in cue.children):
        return True
    if word == "declare":
        if any(c.lower_ == "open" for c in (*cue.rights, *noun.children)):
            return True  # "declared open the bridge"
        of = [t for prep in noun.children if prep.lower_ == "of" for t in prep.children]
        state = noun.lemma_.lower() in {"state", "day", "period"}
        return any(t.lemma_.lower() in words.declared for t in (of if state else [noun]))
    governed = noun.head == cue and noun.dep_ == "dobj"
    if word in words.won_or_held and governed and not _is_named_so(cue):
        return noun.lemma_.lower() in words.won_or_held[word]
    return word in words.of_people and governed and (_are_people(noun) or noun.lower_ in _PEOPLE)


def _is_of_a_thing(parsed: Parsed, one: Detected, cue: Token) -> bool:
    """Whether what "says" it is a thing or a deed: "the strikes cast doubt on the talks", "the insurgency has claimed 40 lives"."""
    words = cue_words()
    roots = [tokens_of(parsed, part).root for part in one.source]
    nouns = bool(roots) and all(t.pos_ == "NOUN" for t in roots)
    if lemma(cue) in words.figurative:
        return nouns and not any(_may_speak(t) for t in roots)
    things = nouns and all(t.lemma_.lower() in words.thing for t in roots)
    if lemma(cue) in _PROVIDING and all(t.lemma_.lower() in _PACTS for t in roots):
        return False  # "the agreement calls for a truce"
    return things and lemma(cue) not in words.finding | _SHOWING | words.speech


def _may_speak(noun: Token) -> bool:
    """Whether the noun is one for people, a body, an outlet or a document: "the report warned"."""
    word, organisations = noun.lemma_.lower(), lexicon("organisations")
    if _are_people(noun) or word in lexicon("roles")["heads"] or word.endswith(("er", "or", "ist", "man", "woman")):
        return True
    return (
        word in organisations["common"]
        or word in organisations["body_nouns"]
        or word in lexicon("unnamed")["documents"]
    )


def _is_nobody(parsed: Parsed, one: Detected) -> bool:
    """Whether nobody is the one who speaks: "nobody said", "neither side confirmed", "none of the parties accused"."""
    first = [tokens_of(parsed, span)[0].lower_ for span in one.source[:1]]
    return bool(first) and first[0] in {"no", "nobody", "none", "neither", "no-one", "nothing"}


def _is_seen(cue: Token) -> bool:
    """Whether it tells who saw it, and of no words: "three bunkers were seen by Reuters"."""
    return lemma(cue) in {"see", "witness"} and any(c.dep_ == "auxpass" for c in cue.children)


def _makes_none(parsed: Parsed, one: Detected) -> bool:
    """Whether somebody is told to have left it unsaid: "made no direct reference to the strike"."""
    told = [t for part in one.cue for t in tokens_of(parsed, part)]
    none = any(t.lower_ == "no" for t in told)
    return none and any(t.lemma_.lower() in {"mention", "reference", "statement", "announcement"} for t in told)


def _is_heading(parsed: Parsed, one: Detected, cue: Token | None) -> bool:
    """Whether the denial is nobody's and but a heading: "Talks denied"."""
    words = tokens_of(parsed, one.content[0])
    return not one.source and cue is not None and cue.tag_ in {"VBD", "VBN"} and len(words) < _HEADING


def _is_judged(parsed: Parsed, one: Detected, cue: Token) -> bool:
    """Whether a court does so by its ruling, of which nothing is quoted: "the judge threw out the claim that the vote was rigged"."""
    roots = [tokens_of(parsed, span).root.lemma_.lower() for span in one.source]
    courts = bool(roots) and all(root in _COURTS for root in roots)
    return courts and lemma(cue) in cue_words().rebuff | {"throw", "uphold", "strike"}


def _is_pointed_at(said: list[Token]) -> bool:
    """Whether the words are but "the same" or "as much", and so told elsewhere."""
    return [t.lower_ for t in said if not t.is_punct] in (["the", "same"], ["as", "much"], ["so"], ["the", "opposite"])


def _is_taken(parsed: Parsed, one: Detected, cue: Token) -> bool:
    """Whether measures are taken: "had taken steps against the tariffs"."""
    told = [t for part in one.cue for t in tokens_of(parsed, part)]
    taken = lemma(cue) in {"take", "adopt"} and any(t.lemma_.lower() in cue_words().taken for t in (*told, *cue.rights))
    return taken and all(t.lower_ != "offence" for t in told)


def _is_met_with(parsed: Parsed, one: Detected) -> bool:
    """Whether the source only gets what others say: "has faced criticism over"."""
    words = cue_words()
    told = [t for part in one.cue for t in tokens_of(parsed, part)]
    meets = any(t.pos_ == "VERB" and lemma(t) in words.meeting_it for t in told)
    return meets and any(t.pos_ == "NOUN" and t.lemma_.lower() in words.met_with for t in told)


def _is_named_so(cue: Token) -> bool:
    """Whether the verb goes on to what it calls its object: "called the vote a farce"."""
    return any(c.dep_ in {"acomp", "ccomp", "oprd", "xcomp"} for c in cue.rights)


def _is_asked(cue: Token) -> bool:
    """Whether the source is who is asked, not who asks: "Varga, asked about the strike, said"."""
    # the model takes the participle of "X, asked why, said" for a verb of its own
    set_off = cue.i > 0 and cue.nbor(-1).text == "," and cue.dep_ in {"acl", "ccomp", "parataxis"}
    bare = (cue.tag_ == "VBN" and cue.dep_ in {"acl", "advcl"}) or set_off
    alone = all(
        c.dep_ not in {"agent", "aux", "auxpass", "nsubjpass"} and (set_off or c.dep_ != "nsubj") for c in cue.children
    )
    return bare and alone and lemma(cue) in _PUT_TO


def _is_pressed(parsed: Parsed, one: Detected) -> bool:
    """Whether the source, named behind it, is asked to tell: "Pressed to outline the plan, Varga said"."""
    first = tokens_of(parsed, one.cue[0])[0]
    asked = first.tag_ == "VBN" and first.dep_ == "advcl" and lemma(first) in _PUT_TO
    return asked and one.source[0].start > one.cue[0].start


def _is_unnamed(parsed: Parsed, one: Detected, cue: Token) -> bool:
    """Whether the source but keeps its name back: "asked not to be named", "declined to be identified"."""
    root = tokens_of(parsed, one.content[0]).root
    passive = any(c.dep_ == "auxpass" for c in root.children)
    return passive and root.head == cue and lemma(root) in {"identify", "name", "quote"} and root.dep_ == "xcomp"


def _is_left_out(parsed: Parsed, one: Detected, cue: Token) -> bool:
    """Whether somebody is told not to have spoken: "has not announced a date", "dodged the question of the cost", "is yet to reply"."""
    words, first = cue_words(), tokens_of(parsed, one.content[0])[0]
    if first.tag_.startswith("W") or first.lower_ in {"if", "that", "whether"} or first.is_quote:
        return False
    told = tokens_of(parsed, one.cue[0])
    left = [t.lower_ for t in told]
    if any(pair in {("yet", "to"), ("failed", "to"), ("fails", "to")} for pair in pairwise(left)):
        return True
    if lemma(cue) in words.evading and any(lemma(t) in _ASKED for t in (*told, *tokens_of(parsed, one.content[0]))):
        return True
    answers = {t.lemma_.lower() for t in tokens_of(parsed, one.content[0])} & {
        "request",
        "query",
        "call",
        "email",
        "message",
    }
    silent = lemma(cue) in {"respond", "reply", "answer", "return"} and bool(answers)
    return (silent or lemma(cue) in words.disclosing) and any(t.dep_ == "neg" for t in (*cue.children, *told))


def _is_alleged(cue: Token) -> bool:
    """Whether the cue is the deed that a charge is about: "on charges including calling for a revolt", "accused of saying"."""
    if cue.tag_ != "VBG" or cue.dep_ != "pcomp":
        return False
    words, above = cue_words(), cue.head.head
    if lemma(cue.head) == "include":
        above = cue.head.head
    of_it = above.lemma_.lower() in words.claim or lemma(above) in words.charge["of"] | words.charge["for"]
    return of_it and cue.head.lower_ in {"of", "for", "with", "including"}


def _stands_elsewhere(said: list[Token], cue: Token) -> bool:
    """Whether the content only points to words: "the announcement was made", "this sentence was recorded"."""
    nouns = [t for t in said if t.pos_ not in {"DET", "PRON", "PUNCT", "SPACE"}]
    if len(nouns) != 1 or nouns[0].pos_ != "NOUN" or said[0].tag_ == "PRP$":
        return False
    words = cue_words()
    if lemma(cue) in {"deliver", "hand", "issue", "make", "send"}:
        return nouns[0].lemma_.lower() in words.document | frozenset().union(*words.noun.values())
    return said[0].lower_ in _POINTING and any(c.dep_ == "auxpass" for c in cue.children)


def _is_addressed(parsed: Parsed, one: Detected, cue: Token) -> bool:
    """Whether the content is but who gets the words, or their topic: "sent a letter | to the council", "made a statement on | Norland"."""
    told, said = tokens_of(parsed, one.cue[0]), tokens_of(parsed, one.content[0])
    written = any(t.lemma_.lower() in cue_words().document for t in told if t.pos_ == "NOUN")
    on = told[-1].lower_ in {"on", "about"} and all(t.pos_ in {"NOUN", "PROPN", "DET", "ADJ", "PUNCT"} for t in said)
    to = on or (said[0].lower_ == "to" and said[0].dep_ in {"prep", "dative"}) or told[-1].lower_ == "to"
    named = said.root if said.root.pos_ != "ADP" else next((t for t in said.root.children if t.dep_ == "pobj"), cue)
    return written and to and named.pos_ in {"NOUN", "PROPN"} and all(t.dep_ not in {"nsubj", "ccomp"} for t in said)


def _is_withheld(parsed: Parsed, one: Detected) -> bool:
    """Whether it is denied to somebody: "denied them access", "was denied entry"."""
    words = tokens_of(parsed, one.content[0])
    given = any(t.dep_ == "dative" for t in words)
    return given or any(t.lemma_.lower() in cue_words().withheld for t in words[:4])


def _is_ally(parsed: Parsed, one: Detected, cue: Token) -> bool:
    """Whether it tells who stands behind whom, and of no words: "Varga is supported by Norland and Malta"."""
    words = (t for part in (*one.source, *one.content) for t in tokens_of(parsed, part))
    return any(c.dep_ == "auxpass" for c in cue.children) and all(t.pos_ in _NAMES for t in words)


def _is_meeting(noun: Token) -> bool:
    """Whether it is one, or a part of one: "talks", "a second round of talks"."""
    parts = (t for of in noun.children if of.lower_ == "of" for t in of.children)
    return any(t.lemma_.lower() in cue_words().meeting | cue_words().occasion for t in (noun, *parts))


def _are_people(noun: Token) -> bool:
    """Whether the noun is one for people who speak: "citing officials" says who told it, and nothing else."""
    word, people = noun.lemma_.lower(), lexicon("unnamed")
    listed = word in people["singular"] or word in people["sources"] or noun.lower_ in lexicon("groups")["heads"]
    return (noun.pos_ == "NOUN" and listed) or noun.ent_type_ == "PERSON"


def _behind(parsed: Parsed, one: Detected) -> str:
    """The preposition or "to" with which the cue ends or the content begins."""
    last = tokens_of(parsed, one.cue[-1])[-1]
    first = tokens_of(parsed, one.content[0])[0]
    for word in (last, first):  # "agreed to", "agreed on Tuesday to"
        if word.lower_ in {"to", "on", "upon"}:
            return word.lower_
    between = parsed.doc[last.i + 1 : first.i + 1] if 0 <= first.i - last.i <= 3 else parsed.doc[0:0]
    return next((t.lower_ for t in between if t.lower_ in {"to", "on", "upon"}), "")


def _is_habit(cue: Token) -> bool:
    """Whether the verb tells in the present what is done often."""
    now = cue.tag_ in {"VBP", "VBZ"} and not any(c.dep_ in {"aux", "auxpass"} for c in cue.children)
    return now and any(c.lower_ in _HABITS for c in cue.children if c.dep_ == "advmod")


@cache
def _forceful() -> frozenset[str]:
    """The verbs by which PLOVER knows deeds of force, help and retreat, but for those that words do as well."""
    lists, cues = lexicon("plover")["verbs"], cue_words()
    deeds = (
        word
        for of in ("AID", "RETREAT", "MOBILIZE", "COERCE", "ASSAULT")
        for words in lists[of].values()
        for word in words.split()
    )
    return (
        frozenset(deeds) - cues.often_verbal - cues.speech - cues.clause - cues.object - cues.request - cues.infinitive
    )


def _is_wordless(parsed: Parsed, one: Detected) -> bool:
    """Whether the cue has no word of its own that could tell anything: "is", "may not", "also"."""
    return all(t.pos_ in _EMPTY for part in one.cue for t in tokens_of(parsed, part))


def _is_reported(cue: Token) -> bool:
    """Whether a cue without a source tells that somebody spoke: "was accused of", "asked why", "claims of"; not "is planned"."""
    words, word = cue_words(), lemma(cue)
    if word == "be":
        return False  # "it is unclear whether"
    if cue.tag_ == "VBN":
        charges = words.charge["of"] | words.charge["for"]
        return word in (words.speech | words.object | words.naming | words.description | charges) - _UNTOLD
    return cue.pos_ == "NOUN" and any(word in of for of in words.noun.values())


def _is_clause(parsed: Parsed, one: Detected) -> bool:
    """Whether the content is a clause with "that", or quoted."""
    first = tokens_of(parsed, one.content[0])[0]
    return first.lower_ == "that" or first.is_quote
