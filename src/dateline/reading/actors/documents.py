"""Whose a document is that speaks: "the statement" stands for who issued it."""

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from dateline.reading.actors.names import Name
from dateline.reading.actors.parts import sides_of
from dateline.reading.actors.phrases import Phrase
from dateline.reading.actors.roster import Roster
from dateline.reading.actors.states import States
from dateline.reading.actors.words import words

_BACK = 80
"""Tokens back in which somebody said what "the statement" holds."""


class Documents:
    """The documents of an article in the order of the text, each led to its issuer where the text tells of one."""

    def __init__(self, roster: Roster, names: Mapping[int, Name], states: States) -> None:
        self._roster, self._names, self._states = roster, names, states
        self._doc: Doc = roster.doc
        self._issued: list[tuple[int, str, int | None]] = []

    def place(self, phrase: Phrase) -> bool:
        """Leads a document to its issuer; False where it is nobody's, so that it speaks for itself."""
        joint = len(sides_of(self._doc[phrase.start : phrase.head + 1], self._names)) > 1
        issuer = None if joint else self.issuer(phrase)
        if issuer is None and not joint:
            issuer = self._issuer_told(phrase)
        if joint:
            self._issued.append((phrase.head, phrase.noun, None))
        if issuer is None:
            return phrase.head in self._roster.at
        self._roster.stand_in(issuer, phrase.head)
        self._issued.append((phrase.head, phrase.noun, issuer))
        return True

    def issuer(self, phrase: Phrase) -> int | None:
        """Whose document it is, where the phrase says so: "a statement from X", "X's report"."""
        head = self._doc[phrase.head]
        issued = [c for c in head.rights if c.dep_ == "acl" and c.lemma_.lower() in ("issue", "publish", "release")]
        for child in (*head.children, *(c for verb in issued for c in verb.rights)):
            if child.dep_ in ("prep", "agent") and child.lower_ in ("from", "by"):
                for obj in child.children:
                    if obj.dep_ == "pobj" and obj.i in self._roster.at:
                        return self._roster.at[obj.i]
            if child.dep_ in ("poss", "compound", "nmod") and child.i in self._roster.at:
                return self._roster.at[child.i]
        return self._states.get(phrase.side)

    def _issuer_told(self, phrase: Phrase) -> int | None:
        """Whose document it is, where the text before says so: the last one of its kind, or who said something "in a statement"."""
        head = self._doc[phrase.head]
        if not phrase.definite:
            if head.dep_ == "pobj" and head.head.lower_ in ("in", "through", "via") and head.head.head.pos_ == "VERB":
                return self._subject(head.head.head)
            return None
        before = [issuer for at, noun, issuer in self._issued if noun == phrase.noun and at < phrase.start]
        if before:
            return before[-1]
        if phrase.noun not in ("statement", "communique", "communiqué") or phrase.modifiers:
            return None
        for token in reversed(self._doc[max(0, phrase.start - _BACK) : phrase.start]):
            if token.pos_ == "VERB" and token.lemma_ in words("unnamed", "speech"):
                subject = self._subject(token)
                if subject is not None:
                    return subject if self._roster.drafts[subject].kind in ("organisation", "state", "group") else None
        return None

    def _subject(self, verb: Token) -> int | None:
        found = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        return self._roster.at.get(found.i) if found is not None else None
