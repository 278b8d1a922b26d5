"""What can be seen of a verb that may undertake something, as short strings: the head weighs them, training counts them.

A sign is "what=value": the verb's own form, what hangs on it and what it hangs on, which lists of the lexicon these are in, whether a
day stands in its clause, and whether somebody says it. What the rules found is no sign: the head is asked beside them, not after them.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from dateline.model import Attribution, TimeExpression
from dateline.reading.lexicon import lexicon

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_SMALL = frozenset({"aux", "auxpass", "neg", "mark", "prt", "expl"})
_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "conj", "acl", "relcl"})
_SHARING = frozenset({"xcomp", "conj", "ccomp", "advcl", "pcomp", "acl"})
"""Dependencies by which a clause may have its governor's subject."""

_GOVERNORS = 4
"""Verbs, nouns and adjectives above a verb that are looked at."""

_WORDS = 40
"""Words of a clause that count as its content."""

_LENGTHS, _STEP = 8, 5
"""A clause's length is told in steps of five tokens, eight at most."""

_OPENING = 400
"""Code points of an article in which the news itself is told."""

_LISTS = ("undertakings", "cues", "conditions", "roles", "plover")
_OF_PLOVER = ("plover.verbs", "plover.nouns")


class Sight:
    """What the signs of an article's verbs are read from: the parse, its days, and what is said in it."""

    def __init__(
        self,
        doc: Doc,
        times: Iterable[TimeExpression],
        attributions: Iterable[Attribution],
    ) -> None:
        self.doc = doc
        self._days = sorted(time.anchor.start for time in times)
        self._said = sorted(
            (said.content[0].start, max(part.end for part in said.content), said.source is not None)
            for said in attributions
        )
        self._quoted = list(_quoted(doc))

    def signs(self, verb: Token, run: Sequence[Token]) -> frozenset[str]:
        """The signs of a verb whose clause is the run."""
        subject, own = subject_of(verb)
        told = [sourced for a, b, sourced in self._said if a <= verb.idx < b]
        start, end = run[0].idx, run[-1].idx + len(run[-1])
        day = bisect_right(self._days, start - 1)
        return frozenset(
            {
                *_of_verb(verb),
                *_below(verb),
                *_above(verb),
                *_of_subject(subject, own),
                *_of_form(verb, has_subject=subject is not None),
                *_of_run(run),
                f"day={day < len(self._days) and self._days[day] < end}",
                f"said={bool(told)} {any(told)}",
                f"quoted={self._quoted[verb.i]}",
                *(["opening="] if verb.idx < _OPENING else []),
            }
        )


def _of_verb(verb: Token) -> Iterator[str]:
    yield from (f"lemma={_lemma(verb)}", f"tag={verb.tag_}", f"dep={verb.dep_}", f"pos={verb.pos_}")
    yield from (f"in={name}" for name in _lists().get(_lemma(verb), ()))


def _below(verb: Token) -> Iterator[str]:
    """What hangs on the verb."""
    for child in verb.children:
        dep, word = child.dep_, _lemma(child)
        if dep in _SMALL:
            yield from (f"{dep}={child.lower_}", f"tag+aux={verb.tag_}{child.lower_}")
        elif dep in _OBJECTS:
            yield from (f"object={word}", f"lemma+object={_lemma(verb)} {word}")
            name = "object in" if dep in ("dobj", "attr") else f"{dep} in"
            yield from (f"{name}={listed}" for listed in _lists().get(word, ()))
        elif dep == "prep":
            yield f"prep={child.lower_}"
            for inner in child.children:
                yield f"prep+object={child.lower_} {inner.ent_type_ or _lemma(inner)}"
                yield from (f"prep object in={listed}" for listed in _lists().get(_lemma(inner), ()))
        elif dep in _CLAUSES:
            yield from (f"{dep}={word}", f"{dep} tag={child.tag_}")
            if dep in ("xcomp", "ccomp"):
                yield from (f"{dep} in={listed}" for listed in _lists().get(word, ()))
        elif dep not in _SUBJECTS:
            yield f"child={dep}"


def _above(verb: Token) -> Iterator[str]:
    """What the verb hangs on."""
    head = verb.head
    if head.i == verb.i:
        yield "head=-"
        return
    word = _lemma(head)
    yield from (f"head={word}", f"head tag={head.tag_}", f"dep+head tag={verb.dep_} {head.tag_}")
    yield f"dep+head={verb.dep_} {word}"
    yield from (f"head in={listed}" for listed in _lists().get(word, ()))
    token = verb
    for _ in range(_GOVERNORS):
        if token.head.i == token.i:
            return
        token = token.head
        if token.pos_ in ("VERB", "NOUN", "ADJ"):
            yield f"under={_lemma(token)}"


def subject_of(verb: Token) -> tuple[Token | None, bool]:
    """The verb's subject, or its governor's; and whether it is the verb's own."""
    token = verb
    for step in range(_GOVERNORS + 1):
        found = next((c for c in token.children if c.dep_ in _SUBJECTS), None)
        if found is not None:
            return found, step == 0
        if token.dep_ not in _SHARING or token.head.i == token.i:
            return None, True
        token = token.head
    return None, True


def _of_subject(subject: Token | None, own: bool) -> Iterator[str]:
    if subject is None:
        yield "subject=-"
        return
    if not own:
        yield "subject shared="
    word = _lemma(subject)
    yield from (f"subject={word}", f"subject tag={subject.tag_}", f"subject name={subject.ent_type_}")
    yield f"subject is={subject.lower_ if subject.pos_ == 'PRON' else subject.pos_}"
    yield from (f"subject in={listed}" for listed in _lists().get(word, ()))
    if any(c.dep_ == "det" and c.lower_ == "no" for c in subject.children):
        yield "subject no="


def _of_form(verb: Token, *, has_subject: bool) -> Iterator[str]:
    auxiliaries = "_".join(c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass"))
    yield f"auxiliaries={auxiliaries}"
    yield f"form={verb.tag_} {auxiliaries} {has_subject}"


def _of_run(run: Sequence[Token]) -> Iterator[str]:
    yield f"length={min(len(run) // _STEP, _LENGTHS)}"
    if any(t.ent_type_ == "DATE" for t in run):
        yield "date="
    yield from (f"word={_lemma(t)}" for t in run[:_WORDS] if t.pos_ in ("NOUN", "ADJ", "VERB"))


def _quoted(doc: Doc) -> Iterator[bool]:
    """For each token whether it stands inside quotation marks that differ where they open and close."""
    depth = 0
    for token in doc:
        if token.text in ("“", "``"):
            depth += 1
        elif token.text in ("”", "''"):
            depth = max(0, depth - 1)
        yield depth > 0


def _lemma(token: Token) -> str:
    return str(token.lemma_).lower()


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    """The lexicon's lists that each word is in, by name: "pledge" is in "undertakings.verbs.pledge"."""
    found: dict[str, set[str]] = {}
    for name in _LISTS:
        for listed, word in _words_of(name, lexicon(name)):
            if name != "plover" or listed.startswith(_OF_PLOVER):
                found.setdefault(word.lower(), set()).add(".".join(listed.split(".")[:3]))
    return {word: tuple(sorted(names)) for word, names in found.items()}


def _words_of(name: str, value: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 -- whatever a TOML file holds
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _words_of(f"{name}.{key}", inner)
    elif isinstance(value, list):
        yield from ((name, word) for word in value if isinstance(word, str))
    elif isinstance(value, str):
        yield from ((name, word.replace("_", " ")) for word in value.split())
