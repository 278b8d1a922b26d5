"""Bodies that are somebody's: "his office", "Varga's office", "the office of Ilse Varga"."""

from spacy.tokens import Token

from dateline.reading.actors.phrases import antecedent
from dateline.reading.actors.roster import Draft, Roster
from dateline.reading.actors.words import folded, words


def name_owners(roster: Roster) -> None:
    """Names what is somebody's after its owner, once pronouns are settled, and gives it the owner's side.

    Bodies that are of one name then are one: "Foreign Minister Ilse Varga's office" and "her office".
    """
    named: dict[str, int] = {}
    introduced = _introduced(roster)
    for index, draft in enumerate(roster.drafts):
        if not draft.head:
            continue
        first = roster.doc[draft.first_token]
        by_pronoun = first.tag_ in ("PRP$", "WP$")
        owned = first if by_pronoun else _owner_in(roster, draft)
        if owned is None:
            continue
        rest = _rest(roster.text, draft, owned)
        if first.tag_ == "WP$":
            draft.name, draft.names = rest, [rest]
        owner = roster.at.get(antecedent(owned).i if by_pronoun else owned.i)
        if owner is None or owner == index:
            continue
        draft.name = f"{possessive(roster.drafts[owner].name)} {rest}"
        if draft.head not in words("naming", "apart"):
            draft.side = draft.side or roster.drafts[owner].side
        named_later = introduced.get((first.lower_, draft.head), ()) if not draft.plural else ()
        if draft.kind == "unnamed" and len(named_later) == 1:
            roster.give(index, named_later[0])  # "his lawyer said", and then "his lawyer Ilse Varga"
            continue
        if draft.kind == "organisation" and named.setdefault(draft.name, index) != index:
            roster.give(index, named[draft.name])


def _introduced(roster: Roster) -> dict[tuple[str, str], tuple[int, ...]]:
    """The persons whom "his lawyer Ilse Varga" introduces, by the pronoun and the office."""
    found: dict[tuple[str, str], tuple[int, ...]] = {}
    for index, draft in enumerate(roster.drafts):
        k = draft.first_token - 1
        if draft.kind == "person" and k > 0 and roster.at.get(k) == index and roster.doc[k - 1].tag_ == "PRP$":
            key = (roster.doc[k - 1].lower_, folded(roster.doc[k]))
            found[key] = (*found.get(key, ()), index)
    return found


def _rest(text: str, draft: Draft, owned: Token) -> str:
    """What the owner owns, of the first mention: "office"."""
    start, end = draft.spans[0]
    behind = owned.idx + len(owned)
    return text[behind if behind <= end else start : end].removeprefix("'s").removeprefix("’s").lstrip("'’ ")


def possessive(name: str) -> str:
    """The name as an owner's: "Lind's", "both sides'"; a person's name or letters take the "s" whatever they end in."""
    plural = name.endswith("s") and name.rsplit(maxsplit=1)[-1].islower()
    return f"{name}'" if plural else f"{name}'s"


def _owner_in(roster: Roster, draft: Draft) -> Token | None:
    """Of a body that is named as a person's, a word of that person's name."""
    first = roster.doc.char_span(*draft.spans[0], alignment_mode="expand")
    if draft.kind != "organisation" or first is None:
        return None
    marks = [t for t in first[1:] if t.tag_ == "POS"]
    of = [c for p in first.root.rights if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"]
    owned = roster.doc[marks[0].i - 1] if len(marks) == 1 else of[0] if of and not marks else None
    at = None if owned is None else roster.at.get(owned.i)
    return owned if at is not None and roster.drafts[at].kind == "person" else None
