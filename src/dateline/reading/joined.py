"""People who are named together, where the parser joins the second to the land of the first: "Ana Brel of Norland and Juan Ose of Sudland"."""

from spacy.tokens import Token


def joined_people(noun: Token) -> list[Token]:
    """The people that belong beside the noun, a person's name, though they hang on what "of" or "from" names."""
    if noun.ent_type_ != "PERSON":
        return []
    lands = [land for of in noun.rights if of.dep_ == "prep" and of.lower_ in ("of", "from") for land in of.children]
    return [
        c
        for land in lands
        if land.ent_type_ != "PERSON"
        for c in land.rights
        if c.dep_ == "conj" and c.ent_type_ == "PERSON"
    ]
