"""Bodies and movements that go by less than their name: by a word of it, by its letters, in small letters, before a noun."""

from spacy.tokens import Doc, Token

from dateline.reading.actors.antecedents import Antecedents
from dateline.reading.actors.phrases import Phrase
from dateline.reading.actors.roster import Roster
from dateline.reading.actors.words import words

_SEVERAL = 2
_REBELS = frozenset(("rebel", "insurgent", "guerrilla", "militia"))


class ShortNames:
    """Who of an article's bodies and movements goes by a short form of its name."""

    def __init__(self, roster: Roster, told: Antecedents) -> None:
        self._roster, self._told = roster, told
        self._doc: Doc = roster.doc
        self._small: dict[str, int] | None = None

    def of_capital(self, token: Token) -> int | None:
        """The only body or movement in whose name a word stands with a capital: "the Observatory" of "the X Observatory for Y"."""
        k = token.i - 1
        if k > 1 and self._doc[k].tag_ == "VBN" and self._doc[k - 1].text == "-":  # "the Malta-based Observatory"
            k -= 3
        if k < 0 or self._doc[k].lower_ != "the" or not token.text[0].isupper():
            return None
        drafts, word = self._roster.drafts, token.text.rstrip(".")  # a stop may be glued to the last word of a sentence
        held = [
            k
            for k in self._told.under(word.lower())
            if drafts[k].kind in ("organisation", "group")
            and not drafts[k].head
            and (word in drafts[k].name.split() or word in drafts[k].names)
            and drafts[k].first_token < token.i
            and (
                word != "House" or "White" not in drafts[k].name.split()
            )  # a chamber is "the House", a president's is not
        ]
        return held[0] if len(held) == 1 else None

    def explained(self, phrase: Phrase) -> int | None:
        """The body whose short name stands in brackets after the phrase: "the monitoring mission (XYZ)"."""
        k = phrase.end + 1
        if k + 1 >= len(self._doc) or self._doc[k - 1].text != "(" or self._doc[k + 1].text != ")":
            return None
        index = self._roster.at.get(k)
        bodies = ("organisation", "group")
        fits = phrase.kind in bodies and index is not None and self._roster.drafts[index].kind in bodies
        return index if fits and not phrase.plural else None

    def in_small_letters(self, phrase: Phrase) -> int | None:
        """The body that is named in the same words with capitals: "the Norland air force" of "Norland Air Force"."""
        if phrase.end - phrase.start < _SEVERAL or phrase.plural:
            return None
        named = self._bodies_named()
        return named.get(self._doc[phrase.start : phrase.end].text.casefold())

    def before_its_noun(self, phrase: Phrase) -> int | None:
        """The group whose name stands before a noun that says what it is: "the X movement", "the X (XL) guerrilla group"."""
        k = phrase.head - 1
        while k > phrase.start and self._doc[k].lower_ in words("naming", "of_groups"):
            k -= 1
        if k > phrase.start and self._doc[k].text == ")":
            k -= 1
        index = self._roster.at.get(k)
        rebels = phrase.plural and phrase.noun in _REBELS and phrase.end - phrase.start == phrase.head - k + 1
        if index is not None and phrase.noun == "union" and not phrase.plural and self._is_union(index):
            return index
        if index is None or not (rebels or (not phrase.plural and phrase.noun in words("naming", "calls_a_group"))):
            return None
        draft = self._roster.drafts[index]
        known = draft.kind == "group" or (draft.kind == "organisation" and k < phrase.head - 1)
        alone = phrase.modifiers <= words("naming", "of_groups") and self._doc[k].dep_ in ("compound", "amod", "nmod")
        return index if known and not draft.head and alone else None

    def _is_union(self, index: int) -> bool:
        """Whether a body's name is letters or ends in those who work, so that "union" behind it says what it is: "the NDU union"."""
        draft = self._roster.drafts[index]
        end = draft.name.lower().split()[-1]
        worked = end.endswith(("ers", "men")) or end in words("likeness", "unions")
        return draft.kind == "organisation" and not draft.head and (draft.name.isupper() or worked)

    def _bodies_named(self) -> dict[str, int]:
        """The bodies and movements that are named, by their names in small letters."""
        if self._small is None:
            drafts = enumerate(self._roster.drafts)
            bodies = [(k, d) for k, d in drafts if d.kind in ("organisation", "group") and not d.head]
            self._small = {name.casefold(): k for k, d in reversed(bodies) for name in d.names}
        return self._small
