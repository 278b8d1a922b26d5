"""The forms of time expressions (lexicon/times_patterns.toml), compiled to regular expressions over word classes.

Every word of a text becomes one character that stands for its set of classes, so a form is an ordinary regular
expression over a short string. Forms repeat nothing without bound but single classes: matching is linear.
"""

import re
from dataclasses import dataclass
from functools import cache

from dateline.reading.lexicon import lexicon
from dateline.reading.times.words import Word, classes_of_words, number_shapes

_PIECE = re.compile(
    r"\s*(?:(?P<name>\w+)=|\{(?P<macro>\w+)\}|(?P<class>[A-Z][A-Z0-9]*)|(?P<word>[a-z0-9']+)|(?P<mark>[()|?*]))"
)
_SHAPES = tuple(
    """ISODATETIME ISODATE NUMDATE CLOCKHALF CLOCK DECADE SHORTDECADE ORDNUM ORDDAY FRACTION NUM DAY HOUR TWODIGITS FOURDIGITS YEAR
    SHORTYEAR POSS COMMA HYPHEN SLASH OPEN CLOSED""".split()  # noqa: SIM905 -- as a list it would take a screen
)
_FIRST_SYMBOL = 0xE000


@dataclass(frozen=True, slots=True)
class Form:
    """One form: the regular expression over symbols, the normaliser's function, and what else the form states."""

    regex: re.Pattern[str]
    meaning: str
    value: str
    order: int


class Grammar:
    """All forms, and the symbols of the classes and literal words that they use."""

    def __init__(self) -> None:
        source = lexicon("times_patterns")
        self._macros: dict[str, str] = dict(source["macros"]) | _holiday_macro()
        self._literals: set[str] = set()
        self._groups = 0
        texts = [form["pattern"] for form in source["form"]]
        for text in texts:
            self._collect(text)
        self._symbols: dict[frozenset[str], str] = {}
        for word, classes in classes_of_words().items():
            self._symbol(classes | {word} if word in self._literals else classes)
        for classes in _shape_sets():
            self._symbol(classes)
        # A word whose capital decides (May, may) may lose its classes but stay a literal.
        for word in sorted(self._literals):
            self._symbol(frozenset((word,)))
        self.forms = tuple(
            Form(self._regex(form["pattern"]), form["meaning"], form.get("value", ""), order)
            for order, form in enumerate(source["form"])
        )

    def symbols(self, words: list[Word]) -> str:
        """One character for each word; a space for a word that no form uses."""
        found = []
        for word in words:
            classes = word.classes
            if word.lower in self._literals:
                classes = classes | {word.lower}
            found.append(self._symbols.get(classes, " ") if classes else " ")
        return "".join(found)

    def symbols_with(self, names: set[str]) -> str:
        """The symbols of all words that have one of the classes, or are one of the literal words."""
        return "".join(symbol for classes, symbol in self._symbols.items() if classes & names)

    def _symbol(self, classes: frozenset[str]) -> str:
        return self._symbols.setdefault(classes, chr(_FIRST_SYMBOL + len(self._symbols)))

    def _collect(self, pattern: str) -> None:
        for piece in _PIECE.finditer(pattern):
            if piece["macro"]:
                self._collect(self._macros[piece["macro"]])
            elif piece["word"]:
                self._literals.add(piece["word"])

    def _regex(self, pattern: str) -> re.Pattern[str]:
        self._groups = 0
        return re.compile(self._compile(pattern))

    def _compile(self, pattern: str) -> str:
        parsed, rest = self._alternatives(pattern, 0)
        if rest != len(pattern):
            raise ValueError(f"cannot read the form {pattern!r} from {pattern[rest:]!r} on")
        return parsed

    def _named(self, name: str, item: str) -> str:
        # A name may stand in several branches of a form; Python wants each group's name once.
        self._groups += 1
        return f"(?P<{name}__{self._groups}>{item})"

    def _alternatives(self, pattern: str, at: int) -> tuple[str, int]:
        branches, sequence = [], ""
        while (piece := _PIECE.match(pattern, at)) and piece["mark"] != ")":
            at = piece.end()
            if piece["mark"] == "|":
                branches.append(sequence)
                sequence = ""
                continue
            if piece["mark"] in ("?", "*"):
                sequence += piece["mark"]
                continue
            name = piece["name"]
            if name:
                piece = _PIECE.match(pattern, at)
                if piece is None:
                    raise ValueError(f"nothing follows {name}= in {pattern!r}")
                at = piece.end()
            if piece["mark"] == "(":
                item, at = self._alternatives(pattern, at)
                closing = _PIECE.match(pattern, at)
                if closing is None or closing["mark"] != ")":
                    raise ValueError(f"a bracket is open in {pattern!r}")
                at = closing.end()
                item = f"(?:{item})"
            elif piece["macro"]:
                item = f"(?:{self._compile(self._macros[piece['macro']])})"
            else:
                item = self._charset(piece["class"] or piece["word"])
            sequence += self._named(name, item) if name else item
        at += len(pattern[at:]) - len(pattern[at:].lstrip())
        return "|".join([*branches, sequence]), at

    def _charset(self, name: str) -> str:
        symbols = "".join(symbol for classes, symbol in self._symbols.items() if name in classes)
        if not symbols:
            raise ValueError(f"no word has the class {name}")
        return f"[{symbols}]"


def _holiday_macro() -> dict[str, str]:
    names = sorted(lexicon("times_holidays"), key=lambda name: (-len(name), name))
    return {"holiday": "name=(" + "|".join(names) + ")"}


def _shape_sets() -> list[frozenset[str]]:
    sets = number_shapes() | {frozenset((shape,)) for shape in _SHAPES} | {frozenset(("ORDNUM", "ORDDAY"))}
    return sorted(sets, key=sorted)


@cache
def grammar() -> Grammar:
    """The compiled forms; made once."""
    return Grammar()
