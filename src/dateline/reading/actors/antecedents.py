"""Whom of those told of before a description takes up: "the minister", "the ministry", "the sources"."""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Doc

from dateline.reading.actors.names import Name
from dateline.reading.actors.phrases import Phrase
from dateline.reading.actors.roster import Draft, Roster
from dateline.reading.actors.states import States
from dateline.reading.actors.words import holds, office_noun, same_role, words
from dateline.reading.lexicon import lexicon

_OPTIONS = 30
"""How many of the actors last told of under a noun are weighed; keeps the work in step with the text."""


def _is_past(role: str) -> bool:
    """Whether an office is told of as one that the holder has left: "late president"."""
    return not words("naming", "past").isdisjoint(role.lower().split())


_NOTHING: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


@cache
def called_in_news() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """By the name of a body of states the nouns that news has for it, and what may stand before them: the "western alliance"."""
    rows = [row for row in lexicon("organisations")["between_states"] if "called" in row]
    return {name: (frozenset(row["called"]), frozenset(row["beside"])) for row in rows for name in row["names"]}


class Antecedents:
    """The actors of an article by the nouns that may take them up; `file` each before asking for it."""

    def __init__(self, roster: Roster, names: Mapping[int, Name], states: States) -> None:
        self._roster, self._names, self._states = roster, names, states
        self._doc: Doc = roster.doc
        self._by_noun: dict[str, list[int]] = {}
        self._words: dict[int, frozenset[str]] = {}
        self._unnamed: list[int] = []

    def file(self, index: int) -> None:
        """Files an actor under the nouns that may take it up."""
        draft = self._roster.drafts[index]
        nouns: set[str] = set()
        if draft.kind == "person":
            nouns = {office_noun(role) for role in draft.roles}
        elif draft.head:
            nouns = {draft.head}
            own = self._doc[draft.first_token : draft.last_token + 1]
            self._words[index] = frozenset(t.lower_ for t in own)
        elif draft.kind in ("organisation", "group"):
            nouns = set(draft.name.lower().replace("-", " ").split())
            self._words[index] = frozenset(nouns)
            nouns |= {name.lower() for name in draft.names if " " not in name}
            called, beside = called_in_news().get(draft.name, _NOTHING)
            nouns |= called
            self._words[index] |= called | beside
        if draft.kind == "state":
            self._states.index.setdefault(draft.name, index)
        if draft.kind == "unnamed":
            self._unnamed.append(index)
        for noun in sorted(nouns):
            self._by_noun.setdefault(noun, []).append(index)

    def file_under(self, index: int, noun: str, modifiers: frozenset[str]) -> None:
        """Files a body under one more noun by which the text calls it, with the words that stood before that."""
        listed = self._by_noun.setdefault(noun, [])
        if index not in listed[-_OPTIONS:]:
            listed.append(index)
        self._words[index] = self._words.get(index, frozenset()) | modifiers | {noun}

    def under(self, noun: str) -> list[int]:
        """The first actors that are filed under a noun, in the order of filing."""
        return self._by_noun.get(noun, [])[:_OPTIONS]

    def taken_up_by(self, phrase: Phrase) -> int | None:
        """The actor told of before whom the phrase takes up."""
        if phrase.kind == "government":
            state = self._states.of_government(phrase)
            return state if state is not None else self._same_government(phrase)
        if phrase.noun in ("source", "sources") and phrase.plural and phrase.definite:
            return self._sources(phrase)
        if (same := self._same_people(phrase)) is not None:
            return same
        if not phrase.definite or phrase.fresh or self._is_owned(phrase):
            return None
        listed = self._by_noun.get(office_noun(phrase.noun), [])
        drafts = self._roster.drafts
        told = [k for k in listed if drafts[k].first_token < phrase.start][-_OPTIONS:]
        options = [k for k in told if self._takes_up(phrase, k)]
        persons = [k for k in options if drafts[k].kind == "person"]
        own = [k for k in persons if phrase.side is not None and drafts[k].side == phrase.side]
        options = own or persons or options
        if not options and (head := self._head_of_body(phrase)) is not None:
            return head
        if not options and (company := self._only_company(phrase)) is not None:
            return company
        if not persons and (later := self._named_later(phrase, listed)) is not None:
            return later
        return max(options, key=lambda k: (self._last_before(k, phrase.start), k)) if options else None

    def _head_of_body(self, phrase: Phrase) -> int | None:
        """Who leads the body that a "chief" is of, where one person told of does: "the UN chief" of the UN's secretary-general."""
        general = phrase.noun == "general" and phrase.modifiers <= {"secretary", "director"} and bool(phrase.modifiers)
        plain = phrase.noun in ("chief", "head", "boss") and not phrase.modifiers
        if phrase.side is None or phrase.plural or not (plain or general):
            return None
        drafts = self._roster.drafts
        offices = {same_role(office) for office in words("naming", "leads")}
        listed = {k for office in offices for k in self._by_noun.get(office_noun(office), ())[-_OPTIONS:]}
        of_it = [
            k
            for k in sorted(listed)
            if drafts[k].kind == "person"
            and drafts[k].side == phrase.side
            and any(same_role(role) in offices or office_noun(role) in offices for role in drafts[k].roles)
        ]
        heads = [k for k in of_it if drafts[k].first_token < phrase.start] or of_it
        return heads[0] if len(heads) == 1 else None

    def _only_company(self, phrase: Phrase) -> int | None:
        """The only body told of so far that may be a company, for "the company" that nothing else names."""
        if phrase.noun not in ("company", "firm") or phrase.plural or phrase.modifiers or phrase.side is not None:
            return None
        other = words("organisations", "heads") - words("organisations", "companies")
        found = [
            k
            for k, draft in enumerate(self._roster.drafts)
            if draft.kind == "organisation"
            and not (draft.head or draft.latent)
            and draft.first_token < phrase.start
            and draft.name.lower().split()[-1] not in other
            and (name := self._names.get(draft.first_token)) is not None
            and not name.listed
        ]
        return found[0] if len(found) == 1 else None

    def _same_government(self, phrase: Phrase) -> int | None:
        """The government told of before in the very same words, where the text does not say of which state it is."""
        drafts = self._roster.drafts
        if phrase.side is not None or not phrase.definite or phrase.owner is not None or phrase.fresh:
            return None
        told = [k for k in self._by_noun.get(phrase.noun, ())[-_OPTIONS:] if drafts[k].first_token < phrase.start]
        same = [k for k in told if drafts[k].name.casefold() == self._doc[phrase.start : phrase.end].text.casefold()]
        return same[-1] if same else None

    def _same_people(self, phrase: Phrase) -> int | None:
        """Those told of before in the very same words, none of which counts or parts them: "government troops", "union officials"."""
        own = self._doc[phrase.start : phrase.end]
        if phrase.kind not in ("group", "unnamed") or not phrase.plural or phrase.owner is not None:
            return None
        if any(t.dep_ in ("det", "nummod", "quantmod", "predet") or t.lower_ in words("naming", "fresh") for t in own):
            return None
        drafts = self._roster.drafts
        told = [k for k in self._by_noun.get(phrase.noun, ())[-_OPTIONS:] if drafts[k].first_token < phrase.start]
        same = [k for k in told if drafts[k].head and drafts[k].name.casefold() == own.text.casefold()]
        return same[-1] if same else None

    def _named_later(self, phrase: Phrase, listed: list[int]) -> int | None:
        """The only holder of a state's office, where the office with its state is told of before the name."""
        if phrase.side is None or phrase.noun not in words("naming", "one_holder") or phrase.kind != "unnamed":
            return None
        drafts = self._roster.drafts
        held = [
            k
            for k in listed[:_OPTIONS]
            if drafts[k].kind == "person" and drafts[k].side == phrase.side and self._takes_up(phrase, k, exactly=True)
        ]
        return held[0] if len(held) == 1 else None

    def _last_before(self, index: int, token: int) -> int:
        limit = self._doc[token].idx
        return max((s for s, _ in self._roster.drafts[index].spans if s < limit), default=-1)

    def _takes_up(self, phrase: Phrase, index: int, *, exactly: bool = False) -> bool:
        draft = self._roster.drafts[index]
        known_so = phrase.side is not None and phrase.side.lower() in called_in_news().get(draft.name, _NOTHING)[1]
        if phrase.side is not None and not known_so and not self._may_belong(draft, phrase.side):
            return False  # "the UN watchdog" is the IAEA
        if draft.kind == "person":
            if phrase.plural or phrase.kind != "unnamed" or (phrase.owner is not None and phrase.side is None):
                return False
            own = [
                self._doc[k].lower_
                for k in range(phrase.start, phrase.end)
                if k not in self._names and self._doc[k].text not in ("'s", "’s", "-")
            ]
            held = [role for role in draft.roles if not _is_past(role) or _is_past(" ".join(own))]
            return any(holds(role, " ".join(own), exactly=exactly) for role in held)
        named = {
            self._doc[k].lower_
            for k in range(phrase.start, phrase.end)
            if k in self._names
            and self._names[k].kind not in ("state", "adjective", "people")
            and not (self._names[k].side is not None and self._names[k].side == phrase.side == draft.side)
        }
        if not named <= self._words[index]:
            return False  # "the X administration" is not the Y administration
        if draft.head and draft.kind in ("unnamed", "group"):
            alike = draft.plural == phrase.plural and phrase.side in (None, draft.side)
        else:
            alike = draft.plural == phrase.plural if draft.head else not phrase.plural
        return alike and phrase.modifiers <= self._words[index]

    def _may_belong(self, draft: Draft, side: str) -> bool:
        """Whether an actor may be of this side: the text says so, or leaves it open and the report is about that state above all."""
        if draft.side is not None:
            return draft.side == side
        return draft.kind != "person" or self._states.is_most_told_of(side)

    def _sources(self, phrase: Phrase) -> int | None:
        """Those who spoke without a name before: "the sources" takes up officials or diplomats only where they spoke."""
        drafts = self._roster.drafts
        told = [k for k in self._unnamed if drafts[k].first_token < phrase.start][-_OPTIONS:]
        spoke = [k for k in told if drafts[k].head == "source" or (drafts[k].plural and self._speaks(drafts[k]))]
        options = [k for k in spoke if drafts[k].plural] or spoke
        return max(options, key=lambda k: (self._last_before(k, phrase.start), k)) if options else None

    def _speaks(self, draft: Draft) -> bool:
        root = self._doc[draft.first_token : draft.last_token + 1].root
        return root.dep_ == "nsubj" and root.head.lemma_ in words("unnamed", "speech")

    def _is_owned(self, phrase: Phrase) -> bool:
        """Whether a body is somebody's by a pronoun: "his office" is not the office that was told of before, unless it is his."""
        several = phrase.plural and phrase.kind in ("group", "unnamed")  # "his two deputies"
        return (
            (phrase.kind == "organisation" or several)
            and phrase.owner is not None
            and self._doc[phrase.owner].tag_ == "PRP$"
        )
