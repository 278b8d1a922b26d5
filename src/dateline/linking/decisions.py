"""What a person decided about sameness, looked up: which ids belong together, and which never do."""

from collections.abc import Iterable, Mapping
from itertools import combinations

from dateline.linking.corrections import in_order
from dateline.model import Correction

Pair = tuple[str, str]


class Decisions:
    """The `same_` and `not_same_` corrections. Later ones win over earlier ones about the same two ids."""

    def __init__(self, corrections: Iterable[Correction]) -> None:
        self._corrections = in_order(corrections)

    def pairs(self, what: str, known: Mapping[str, str]) -> tuple[frozenset[Pair], frozenset[Pair]]:
        """The pairs of ids that are the same `what` (actor, story, event, commitment), and the pairs that are not.

        `known` gives the id that a target means: the id itself, or that of the member which a linked id was made from.
        """
        decided: dict[Pair, bool] = {}
        for correction in self._corrections:
            if correction.kind in (f"same_{what}", f"not_same_{what}"):
                meant = sorted({known[t] for t in correction.targets if t in known})
                for pair in combinations(meant, 2):
                    decided[pair] = correction.kind.startswith("same_")
        return (
            frozenset(p for p, same in decided.items() if same),
            frozenset(p for p, same in decided.items() if not same),
        )
