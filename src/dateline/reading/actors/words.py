"""The word lists of roles, groups and institutions as sets, folded once."""

from functools import cache

from spacy.tokens import Token

from dateline.reading.lexicon import lexicon


@cache
def words(list_name: str, key: str) -> frozenset[str]:
    """A list of a word file, in lower case."""
    return frozenset(word.lower() for word in lexicon(list_name)[key])


@cache
def words_as_written(list_name: str, key: str) -> frozenset[str]:
    """A list of a word file, with its capitals."""
    return frozenset(lexicon(list_name)[key])


@cache
def _titles() -> frozenset[str]:
    roles = ("honorifics", "honorifics_male", "honorifics_female", "ranks", "heads")
    return frozenset().union(*(words("roles", key) for key in roles))


def folded(token: Token) -> str:
    """The token's text in lower case, singular where it is a common noun."""
    return token.lemma_.lower() if token.pos_ == "NOUN" else token.lower_


def is_title(token: Token) -> bool:
    """Whether the token is an office, a rank, an occupation or a form of address."""
    return token.lower_ in _titles() or token.text in words_as_written("roles", "letters")


def plural_office(token: Token) -> str | None:
    """The office that a plural before several names gives to each of them: "President" of "Presidents X and Y"; else None."""
    text = token.text
    if not text[0].isupper() or not text.endswith("s") or text.lower() in words("roles", "heads"):
        return None
    return text[:-1] if text[:-1].lower() in words("roles", "heads") else None


def is_role_head(token: Token) -> bool:
    """Whether the token is a noun that makes a phrase a role: an office, an occupation or a rank."""
    return (
        folded(token) in words("roles", "heads")
        or token.lower_ in words("roles", "ranks")
        or token.text in words_as_written("roles", "letters")
    )


def is_modifier(token: Token) -> bool:
    """Whether the token may stand inside a role, before its head."""
    return token.lower_ in words("roles", "modifiers")


def same_role(role: str) -> str:
    """A role in one spelling: "PM" and "Prime Minister" are one."""
    plain = role.lower()
    same: dict[str, str] = lexicon("roles")["same"]
    return same.get(plain, plain)


def office_noun(role: str) -> str:
    """The noun of a role: "secretary" of "Secretary of State", "minister" of "PM"."""
    own = same_role(role).split(" of ")[0].split(" to ")[0].split()
    return own[-1] if own else role.lower()


def holds(role: str, asked: str, *, exactly: bool = False) -> bool:
    """Whether the holder of a role can be meant by an office that the text asks for with other words.

    "The minister" may be the foreign minister; "the president" is no vice president, and "the minister" no prime minister.
    With `exactly`, the office must be asked for in full: "the minister" is then not the foreign minister.
    """
    own, want = set(same_role(role).split()), set(same_role(asked).split())
    if exactly:
        return own == want
    apart = words("naming", "other_office")
    return want <= own | {"then"} and not (own - want) & apart


@cache
def _given_names() -> dict[str, str]:
    names = lexicon("given_names")
    return {**dict.fromkeys(names["male"].split(), "m"), **dict.fromkeys(names["female"].split(), "f")}


def given_name_gender(name: str) -> str | None:
    """The gender that a given name usually shows; None where the lists do not have it."""
    return _given_names().get(name)
