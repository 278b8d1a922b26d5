"""Sets of ids held for the same, with pairs that must never meet in one set."""

from collections.abc import Iterable


class Clusters:
    """Union-find. Join in a fixed order: which joinings are refused depends on those before."""

    def __init__(self, ids: Iterable[str], apart: Iterable[tuple[str, str]] = ()) -> None:
        self._root = {id_: id_ for id_ in ids}
        self._members = {id_: [id_] for id_ in self._root}
        self._apart: dict[str, set[str]] = {}
        for first, second in apart:
            self._apart.setdefault(first, set()).add(second)
            self._apart.setdefault(second, set()).add(first)

    def root(self, id_: str) -> str:
        """The id that stands for the set: its smallest."""
        while self._root[id_] != id_:
            self._root[id_] = id_ = self._root[self._root[id_]]
        return id_

    def members(self, id_: str) -> list[str]:
        """All ids of the set."""
        return self._members[self.root(id_)]

    def may_join(self, first: str, second: str) -> bool:
        """Whether no pair that must not meet would meet."""
        a, b = self.members(first), self.members(second)
        if len(b) < len(a):
            a, b = b, a
        forbidden = {other for id_ in a for other in self._apart.get(id_, ())}
        return not forbidden.intersection(b)

    def join(self, first: str, second: str) -> bool:
        """Makes one set of two; False where they are one already, or must not meet."""
        a, b = sorted((self.root(first), self.root(second)))
        if a == b or not self.may_join(a, b):
            return False
        self._root[b] = a
        self._members[a] += self._members.pop(b)
        return True

    def sets(self) -> list[list[str]]:
        """Every set, its ids ascending, by the smallest."""
        return [sorted(members) for _, members in sorted(self._members.items())]
