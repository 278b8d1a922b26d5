"""Somebody who does not accept the result of a vote, against the sentence that tells it."""

import re
from collections.abc import Iterator, Sequence

from dateline.linking.conflicts.names import Names
from dateline.linking.conflicts.statements import says_not

_REJECTS = re.compile(
    r"\b(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|contest(?:s|ed|ing)?|disput(?:e[sd]?|ing)|challeng(?:e[sd]?|ing)|"
    r"(?:refus(?:e[sd]?|ing) to|(?:do|does|did|will|would) not|won['’]t) (?:accept|recogni[sz]e|concede))\s+"
    r"(?:[\w’'“”\"-]+\s+){0,6}?(?:results?|outcome|tally|count|victory|re-election|announcement)\b[”\"]?",
    re.IGNORECASE,
)
_CLAIMS = re.compile(
    r"\b(?:claim(?:s|ed|ing)?|insist(?:s|ed|ing)?|maintain(?:s|ed|ing)?|(?:say|says|said)(?: \w+){0,4}?)\s+(?:that\s+)?(?:[\w’'-]+\s+){0,5}?(?:had\s+|has\s+|have\s+)?"
    r"won\b(?!\s+(?:support|praise|over|backing|the right))",
    re.IGNORECASE,
)
_DECLARED = re.compile(
    r"\b(?:declar\w+|proclaim\w+|announc\w+|confirm\w+|certif\w+|secur\w+|receiv\w+|w[io]n(?:s|ning)?|averted)\b[^\n]{0,120}?"
    r"(?:\b(?:winner|victory|victor|elected|re-election|votes?|ballots?|percent|per cent)\b|%)"
    r"|\bdeclared\s+(?:the\s+)?(?:winner|president|elected)\b",
    re.IGNORECASE,
)
_PARTS = ("result", "outcome", "tally", "victory", "re-election", "announcement", "won")
_VOTE = re.compile(r"\b(?:election|elections|vote|votes|polls?|ballots?|run-?off|referendum)\b", re.IGNORECASE)
_NEAR = 1200
"""Code points between a result and who rejects it."""

_OPEN = re.compile(
    r"\b(?:must|should|can|laws? on|rights? to|how to|if|would|could|may|might|expected to|due to|plans? to|prepar\w+ to)\b",
    re.IGNORECASE,
)

Span = tuple[int, int]


def rejected_results(text: str, sentences: Sequence[Span], names: Names) -> Iterator[tuple[Span, Span, frozenset[str]]]:
    """The sentence that tells the result, the one that rejects it, and who does; one for each who rejects it."""
    plain = text.casefold()
    if not any(part in plain for part in _PARTS) or _VOTE.search(text) is None:
        return
    declared = [
        s
        for s in sentences
        if _DECLARED.search(text, *s) and not _REJECTS.search(text, *s) and not _CLAIMS.search(text, *s)
    ]
    told: set[frozenset[str]] = set()
    for start, end in sentences:
        found = _REJECTS.search(text, start, end) or _CLAIMS.search(text, start, end)
        if found is None or _OPEN.search(text, start, found.start()) or says_not(text[start : found.start()]):
            continue
        who = names.last_before(start, found.start())
        if who and (same := _DECLARED.search(text, found.end(), end)) and who not in told:
            told.add(who)
            yield (same.start(), start + len(text[start:end].rstrip(' .”"'))), (start, found.end()), who
            continue
        near = [s for s in declared if abs(s[0] - start) <= _NEAR and not who & names.first_after(*s)]
        if not who or not near or who in told:
            continue
        told.add(who)
        result = min(near, key=lambda s: (abs(s[0] - start), s))
        yield result, (start, end), who
