"""Bodies, movements and states among the names: one actor for all mentions of each, by its letters and short names too."""

from collections.abc import Mapping

from spacy.tokens import Doc

from dateline.model import ActorKind
from dateline.reading.actors import titles
from dateline.reading.actors.merging import abbreviates, is_acronym_of, ministry_key
from dateline.reading.actors.metonyms import means_place
from dateline.reading.actors.names import Name, key_of
from dateline.reading.actors.other_names import end_of_name_before
from dateline.reading.actors.roster import Roster
from dateline.reading.actors.words import words


class NamedBodies:
    """Puts bodies, movements and states into a roster, in the order of the text; `at` is the name that each token belongs to."""

    def __init__(self, doc: Doc, names: tuple[Name, ...], at: Mapping[int, Name], roster: Roster) -> None:
        self._doc, self._names, self._at, self._roster = doc, names, at, roster
        self._bodies: dict[str, int] = {}
        self._states: dict[str, int] = {}
        self._first_words: dict[str, int] = {}
        self._short_names: frozenset[str] | None = None

    def gather(self) -> None:
        """Adds every body, movement and state that is named."""
        for name in self._names:
            if name.kind in ("state", "people"):
                self._add_state(name)
            elif name.kind in ("organisation", "group", "outlet") or self.explains(name):
                self._add_body(name)

    def explains(self, name: Name) -> bool:
        """Whether a single word in brackets after a body's name is its short name; then it is so all over the article."""
        if name.kind not in ("person", "nothing", "place") or name.listed or name.end - name.start > 1:
            return False
        if self._short_names is None:
            found = set()
            for other in self._names:
                k = other.end + 1
                if k < len(self._doc) and self._doc[k - 1].text in ("'s", "’s"):
                    k += 1  # "the X Council's (XC) vote"
                if not self._may_be_short(other) or k + 1 >= len(self._doc):
                    continue
                if self._doc[k - 1].text == "(" and self._doc[k + 1].text == ")" and k in self._at:
                    found.add(key_of(self._at[k].short))
                if self._is_set_off(other, k):
                    found.add(key_of(self._at[k].short))
            self._short_names = frozenset(found)
        return key_of(name.short) in self._short_names

    def _is_set_off(self, name: Name, k: int) -> bool:
        """Whether token k is the initials of a body's name between the commas behind it: "the Union of Metalworkers of Malta, Umom,"."""
        letters = self._at.get(k)
        if letters is None or letters.listed or letters.end - letters.start > 1:
            return False
        commas = self._doc[k - 1].text == "," and self._doc[k + 1].text in (",", ".")
        return commas and k == name.end + 1 and is_acronym_of(letters.short, self._doc[name.start : name.end].text)

    def _may_be_short(self, name: Name) -> bool:
        """Whether letters in brackets may be short for the name: of bodies, movements, and "Government of X"."""
        government = name.kind == "state" and self._doc[name.start].lower_ == "government"
        return government or name.kind in ("organisation", "group")

    def _add_state(self, name: Name) -> None:
        root = self._doc[name.start : name.end].root
        if name.kind == "people" and not self._whole_people(name):
            return
        if (
            root.dep_ in ("compound", "amod", "nmod")
            and root.head.i not in range(name.start, name.end)
            and not self._joined(root.i)
        ):
            return
        if root.i not in self._roster.at and means_place(self._doc, name):
            return
        if name.short in self._states:
            self._roster.mention(self._states[name.short], name.start, name.end, self._doc[name.start : name.end].text)
        else:
            index = self._roster.add("state", name.short, name.start, name.end, name.short)
            self._states[name.short] = index
            self._roster.drafts[index].names.append(self._doc[name.start : name.end].text)

    def _joined(self, k: int) -> bool:
        """Whether the state's name is one of a pair, as in "the Iran-Iraq talks"; the pair acts."""
        doc = self._doc
        other = self._at.get(k + 2) if k + 2 < len(doc) and doc[k + 1].text in ("-", "–", "/") else None
        mine = self._at.get(k - 2) if k >= 2 and doc[k - 1].text in ("-", "–", "/") else None
        if doc[k].head.lower_ not in words("naming", "between_two"):
            return False
        return any(o is not None and o.kind in ("state", "adjective") for o in (other, mine))

    def _whole_people(self, name: Name) -> bool:
        """Whether "the Iranians" stands for the state, and not for people from there."""
        token = self._doc[name.start]
        before = self._doc[name.start - 1].lower_ if name.start > 0 else ""
        return before == "the" and token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj", "poss", "conj")

    def _add_body(self, name: Name) -> None:
        kind: ActorKind = "group" if name.kind == "group" else "organisation"
        text = self._doc[name.start : name.end].text
        side = self._side_of_body(name)
        index = self._known_body(name, text, side)
        if index is None:
            index = self._roster.add(kind, text, name.start, name.end, side)
        else:
            draft = self._roster.drafts[index]
            self._roster.mention(index, name.start, name.end, text)
            draft.side = draft.side or side
            if len(text) > len(draft.name) and not text.isupper():
                draft.name = text
        if name.end - name.start == 2 and not name.listed:
            self._first_words.setdefault(key_of(self._doc[name.start].text), index)
        for key in (
            key_of(text),
            _without_form(text),
            key_of(name.short),
            self._without_state(name),
            ministry_key(text, side),
        ):
            if key is not None:
                self._bodies.setdefault(key, index)

    def _known_body(self, name: Name, text: str, side: str | None) -> int | None:
        end = end_of_name_before(self._doc, name.start)
        other = self._roster.at.get(end - 1) if end is not None else None
        if other is not None and self._roster.drafts[other].kind in ("organisation", "group"):
            return other  # "Norland Steel, formerly Norland Mines"
        explained = self._explained(name, text)
        if explained is not None:
            early = self._bodies.get(key_of(text))
            if early is not None and early != explained and self._roster.drafts[early].name == text:
                self._roster.give(early, explained)  # the headline had the letters before the text spelt them out
            self._bodies[key_of(text)] = explained
            return explained
        if name.end < len(self._doc) and self._doc[name.start - 1].text == "(" and self._doc[name.end].text == ")":
            letters = self._roster.at.get(name.start - 2)  # "the ZHC (Zarland Harbour Council)"
            if letters is not None and is_acronym_of(self._roster.drafts[letters].name, text):
                return letters
        for key in (ministry_key(text, side), key_of(text), _without_form(text), key_of(name.short)):
            if key in self._bodies:
                return self._fitting(self._bodies[key], side)
        bare = self._without_state(name)
        if bare in self._bodies:
            return self._fitting(self._bodies[bare], side)
        if name.end - name.start == 1 and not name.listed and key_of(text) in self._first_words:
            return self._fitting(self._first_words[key_of(text)], side)
        if (
            text[0].isupper() and text[-1].isupper() and 2 <= len(text) <= 8 and text.isalpha() and not name.listed
        ):  # MoD
            spelt = [
                k for k in dict.fromkeys(self._bodies.values()) if is_acronym_of(text, self._roster.drafts[k].name)
            ]
            return spelt[0] if len(spelt) == 1 and not self._roster.drafts[spelt[0]].name.isupper() else None
        return None

    def _explained(self, name: Name, text: str) -> int | None:
        """The body right before the letters in brackets that are short for it: "the Harbour Pilots' Union (HPU)"."""
        before = self._doc[name.start - 1].text if name.start > 0 else ""
        if before == "or" and name.start > 2 and self._doc[name.start - 2].text == "," and text.isupper():
            other = self._roster.at.get(name.start - 3)  # "the Norlandic Harbour Council, or CPN,"
            return other if other is not None and self._roster.drafts[other].kind in ("organisation", "group") else None
        spelt = self._at.get(name.start - 2) if before == "," else None
        if spelt is not None and self._is_set_off(spelt, name.start):
            return self._roster.at.get(spelt.start)
        if before != "(" or name.start < 2 or len(text.split()) != 1:
            return None
        owned = name.start > 2 and self._doc[name.start - 2].text in ("'s", "’s")  # "the X Council's (XC) vote"
        other = self._roster.at.get(name.start - (3 if owned else 2))
        spelt = self._at.get(name.start - (3 if owned else 2))
        if other is None or spelt is None or not self._may_be_short(spelt):
            return None
        if self._roster.drafts[other].kind == "state":
            return other
        letters = name.kind == "group" and text.isupper()  # which may be those of another language
        whole = self._doc[max(0, spelt.start - 1) : spelt.end].text  # with the state before it
        fits = any(abbreviates(text, long) for long in (self._roster.drafts[other].name, whole))
        return other if not name.listed or letters or fits else None

    def _fitting(self, index: int, side: str | None) -> int | None:
        own = self._roster.drafts[index].side
        return index if side is None or own is None or own == side else None

    def _without_state(self, name: Name) -> str:
        """The body's name without the state that it begins with."""
        rest = [self._doc[k].text for k in range(name.start, name.end)]
        while len(rest) > 2 and titles.state_word(rest[0]) is not None:
            rest = rest[1:]
        return key_of(" ".join(rest))

    def _side_of_body(self, name: Name) -> str | None:
        doc = self._doc
        if name.side is not None:
            return name.side
        rebels = any(doc[k].lower_ in words("groups", "of_rebels") for k in range(name.start, name.end))
        inside = {
            state
            for k in (() if rebels else range(name.start, name.end))
            if (state := titles.state_or_seat(doc, k, bodies=k == name.start and not name.listed)) is not None
            and not (k > name.start and doc[k - 1].lower_ in ("for", "on", "in"))
        }
        if inside:
            return inside.pop() if len(inside) == 1 else None
        k = name.start - 1
        while k >= 0 and (doc[k].text in ("'s", "’s") or doc[k].pos_ == "ADJ" or doc[k].lower_ == "the"):
            other = self._at.get(k)
            if other is not None:
                break
            k -= 1
        other = self._at.get(k) if k >= 0 else None
        owns = other is not None and (doc[k + 1].text in ("'s", "’s") or other.kind in ("adjective", "state"))
        if other is not None and owns and doc[name.start - 1].text != ",":
            return titles.side_of(other)
        if name.end + 2 < len(doc) and doc[name.end].lower_ == "of":
            other = self._at.get(name.end + 2 if doc[name.end + 1].lower_ == "the" else name.end + 1)
            if other is not None and other.kind == "state":
                return other.short
        return None


def _without_form(text: str) -> str:
    """A body's key without the form of a company behind its name: "Norland Steel Ltd" and "Norland Steel" are one."""
    words_of = key_of(text).split()
    while len(words_of) > 1 and words_of[-1].rstrip(".") in words("organisations", "forms"):
        words_of = words_of[:-1]
    return " ".join(words_of)
