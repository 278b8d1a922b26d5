"""Relation: how each token stands to a cue in the parse, as a short string that the tagger was trained on."""

from spacy.tokens import Doc, Token

CUE = "cue"
FARTHEST = 3


def relations(doc: Doc, cue: range, within: range) -> list[str]:
    """For every token of `within` its relation to the head of the cue's tokens.

    "cue" in the cue; "down:DEP" below the head through a child with that dependency ("down:DEP<" where the child stands before the
    head); "up1:DEP" to "up3:DEP" where the head's first, second or third ancestor is the nearest one shared, DEP being the
    dependency by which the cue hangs there; "far" beyond that; "before" and "after" in another sentence.
    """
    head = _head(doc, cue)
    sentence = _sentence(head)
    through: dict[int, str] = {}
    for child in head.children:
        name = f"down:{child.dep_}{'<' if child.i < head.i else ''}"
        for token in child.subtree:
            through[token.i] = name
    inside, lower = {head.i, *through}, head
    for step in range(1, FARTHEST + 1):
        upper = lower.head
        if upper.i == lower.i:
            break
        for token in upper.subtree:
            if token.i not in inside:
                through[token.i] = f"up{step}:{lower.dep_}{'=' if token.i == upper.i else ''}"
                inside.add(token.i)
        lower = upper
    return [
        CUE
        if i in cue
        else through.get(i) or ("before" if i < sentence.start else "after" if i >= sentence.stop else "far")
        for i in within
    ]


def _head(doc: Doc, cue: range) -> Token:
    """The cue's token that hangs highest: the first verb of those whose own head lies outside the cue, else the first."""
    tops = [doc[i] for i in cue if doc[i].head.i not in cue or doc[i].head.i == i]
    verbs = [token for token in tops if token.pos_ in ("VERB", "AUX")]
    return (verbs or tops or [doc[cue.start]])[0]


def _sentence(head: Token) -> range:
    return range(head.sent.start, head.sent.end)
