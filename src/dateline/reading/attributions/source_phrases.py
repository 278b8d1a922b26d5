"""Whom the words of a source name by their form: behind an office, beside another, as the owner of the words."""

from spacy.tokens import Span as DocSpan

from dateline.reading.actors import Cast


class SourcePhrases:
    """Reads a source's words by themselves, whoever spoke before."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast

    def named_behind(self, words: DocSpan) -> str | None:
        """The person named in apposition to an office: of "the bureau's chief and speaker, Anna Varga", Varga."""
        head = self._cast.told_at(words.root.i)
        if head is not None and self._cast.seen(head).kind != "unnamed":
            return None
        comma = next((t.i for t in words if t.text == ","), None)
        if comma is None or comma + 1 >= words.end or comma < words.root.i:
            return None
        first = self._cast.told_at(comma + 1)
        k = comma + 1
        while first is None and k < min(words.end, comma + 6) and words.doc[k].text != ",":
            k += 1
            first = self._cast.told_at(k) if k < words.end else None
        if first is None or self._cast.seen(first).kind != "person" or words.doc[k].dep_ == "poss":
            return None
        return first

    def titled(self, words: DocSpan) -> str | None:
        """The person whose name ends the phrase behind his or her office, where the parse takes another word for the head."""
        last = words[-1]
        id_ = self._cast.told_at(last.i)
        if id_ is None or self._cast.told_at(words.root.i) == id_ or self._cast.seen(id_).kind != "person":
            return None
        if any(t.text == "," for t in words):
            return None
        if any(t.dep_ == "cc" for t in words):
            return id_ if self._holds_both(words) else None
        first = last.i
        while first > words.start and words.doc[first - 1].ent_type_ == "PERSON" == last.ent_type_:
            first -= 1
        before = words.doc[words.start : first].text
        role = next((role for role in self._cast.seen(id_).roles if before.endswith(role)), None)
        if role is None:
            return None
        rest = before.removesuffix(role).split()
        return None if rest and rest[-1] in {"to", "of", "for", "by", "with", "from"} else id_

    def _holds_both(self, words: DocSpan) -> bool:
        """Whether one person has both offices: "President and Chief Executive Anna Varga", not "the president and Anna Varga"."""
        joint = [t.i for t in words if t.lower_ == "and"]
        if len(joint) != 1 or joint[0] == words.start or words[0].pos_ == "DET":
            return False
        before, behind = words.doc[joint[0] - 1], words.doc[joint[0] + 1]
        known = self._cast.told_at(before.i)
        plain = known is None or self._cast.seen(known).kind == "unnamed"
        return (
            plain and behind.pos_ != "DET" and before.tag_ in {"NN", "NNP"} and not behind.ent_type_.startswith("PER")
        )

    def beside_a_name(self, words: DocSpan) -> tuple[str, ...]:
        """A person and whoever is joined to the name by "and", where the parse makes the name a part of the other: "X and officials"."""
        joint = [t for t in words if t.lower_ == "and"]
        if len(joint) != 1 or joint[0].i == words.start or joint[0].i + 1 >= words.end:
            return ()
        before, behind = words.doc[joint[0].i - 1], words.doc[joint[0].i + 1 : words.end]
        id_ = self._cast.told_at(before.i)
        if id_ is None or self._cast.seen(id_).kind != "person" or self._cast.told_at(behind.root.i) == id_:
            return ()
        if before.dep_ == "pobj" or not self._cast.can_act(behind) or any(t.text == "," for t in words):
            return ()
        return tuple(
            dict.fromkeys((id_, self.named_behind(behind) or self.titled(behind) or self._cast.actor_for(behind)))
        )

    def owner(self, id_: str, words: DocSpan) -> str | None:
        """Whose words speak: of "remarks by Varga" or "Varga's remarks", Varga; None where the source itself is somebody."""
        actor, head = self._cast.seen(id_), words.root
        if actor.kind != "unnamed" or actor.roles or head.pos_ not in {"NOUN", "PROPN"} or head.tag_ in {"NNP", "NNPS"}:
            return None
        owners = [c for c in head.children if c.dep_ == "poss"]
        owners += [o for c in head.children if c.lower_ in {"by", "from"} for o in c.children if o.dep_ == "pobj"]
        known = [self._cast.told_at(t.i) for t in owners if words.start <= t.i < words.end]
        return next((k for k in known if k is not None), None)
