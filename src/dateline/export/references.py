"""Numbers the articles that a dossier cites, and names each cited passage so that links lead there and back."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.export.marks import Passage
from dateline.model import Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A link to a passage: the article's number, and the passage's id on the page."""

    number: int
    passage: str
    quote: str


class References:
    """Articles have their numbers in the order given; others that are cited follow."""

    def __init__(self, articles: Iterable[str]) -> None:
        self.numbers: dict[str, int] = {}
        for article in articles:
            self._number(article)
        self._labels: dict[str, dict[Citation, list[str]]] = {}

    def cite(self, label: str, citations: Iterable[Citation]) -> tuple[Reference, ...]:
        """Links from the line of that label to the first passage in each article, by the articles' numbers."""
        made: dict[str, Reference] = {}
        for citation in citations:
            if citation.article not in made:
                made[citation.article] = self._reference(label, citation)
        return tuple(sorted(made.values(), key=lambda reference: reference.number))

    def passages(self, article: str) -> tuple[Passage, ...]:
        """The cited passages of an article."""
        return tuple(
            Passage(id=self._name(citation), anchor=citation.anchor, labels=tuple(labels))
            for citation, labels in self._labels.get(article, {}).items()
        )

    def _reference(self, label: str, citation: Citation) -> Reference:
        number = self._number(citation.article)
        labels = self._labels.setdefault(citation.article, {}).setdefault(citation, [])
        if label not in labels:
            labels.append(label)
        return Reference(number=number, passage=self._name(citation), quote=citation.anchor.quote)

    def _name(self, citation: Citation) -> str:
        return f"a{self._number(citation.article)}-{citation.anchor.start}-{citation.anchor.end}"

    def _number(self, article: str) -> int:
        return self.numbers.setdefault(article, len(self.numbers) + 1)
