"""The lines of a page's text, each with what it looks like: a headline, a caption, a byline, a date, body, or a thing that stands around articles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.pages.captions import credit_of, is_credit
from dateline.pages.days import WrittenDay, written_days, yearless_day
from dateline.pages.words import pattern, words

_ENDED = re.compile(r"[.!?…:;][”’\"'»)\]]*$")
_FULL_STOP = re.compile(r"[.!?…][”’\"'»)\]]*$")
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "nor",
        "for",
        "of",
        "on",
        "in",
        "at",
        "to",
        "by",
        "as",
        "from",
        "with",
        "over",
        "into",
        "after",
        "amid",
        "via",
        "is",
        "are",
        "be",
        "it",
        "its",
        "vs",
        "than",
        "that",
        "up",
        "off",
        "out",
        "not",
    ]
)
_FUNCTION = re.compile(
    r"\b(?:the|a|an|of|to|in|and|that|is|was|were|are|has|have|had|for|on|it|with|as|by|he|she|they|his|its)\b"
)
_BYLINE = re.compile(
    r"(?i:by|from|written by|words by|story by|reported by|author|text by)(?:\s*[:|]\s*|\s+)"
    r"(?:(?i:(?:our |staff |special |guest )?(?:contributor|correspondent|reporter|writer))\s+)?"
    r"(?P<who>[A-Z][\w.’'-]*(?:\s+(?:and|&|de|al|el|bin|van|von|der|in|for|of|the|[A-Z][\w.’'-]*)|\s*[,|/]\s*[A-Z][\w.’'-]*){0,14})\s*$"
)
_DATE_WORDS = re.compile(
    r"(?:published|updated|posted|last (?:updated|modified|update)|modified|created|issued|released|first published|date|on|at|by|gmt|utc|"
    r"[aceu][esd]?[sd]?t|bst|cest|ist|am|pm|a\.m\.|p\.m\.|local time|hrs|hours|ago|time|"
    r"mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday|r)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|read|min|mins|minutes)\b\.?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?(?:Z|\+\d\d:?\d\d)?", re.IGNORECASE)
_POSTED = re.compile(
    r"(?:date|(?:first |last |originally )?(?:published|posted|updated|modified|created|issued)|publication date|publish date)\b",
    re.IGNORECASE,
)
_PRINTED = re.compile(r"(?:first |originally )?published (?:in|by|on) ", re.IGNORECASE)
_SOURCED = re.compile(
    r"[\s|,:–—-]*(?:source|author|reporter|section|category|location|views?|comments?)\b", re.IGNORECASE
)
_ISSUE = re.compile(r"(?:[A-Z][\w&’'-]* ){1,5}of[ ,]*")
_CREDIT_DAY = re.compile(r"[(\[](?:[A-Z][\w.&’'-]*,? )+[^()\[\]]{6,30}[)\]]")
_BULLET = re.compile(r"[•*▪●–—-] ?(?=[^\W\d_]|[“\"'‘])")
WEEKDAY = re.compile(r"\b(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:last |first )?(?:update|modification|publication|release)s?\b|.{0,60}\b(?:published|updated|posted|modified)\s?(?:on\b|at\b|:)",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_TWEETED = re.compile(r"[-–—]{1,3}\s?[^()]{1,80}\(@\w{1,30}\)(?:\s[\w ,.:·]{0,50})?$")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_RULE = re.compile(r"[-–—_=*#~•·.+ ]{3,}$")
DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.’']+(?:[ /-][A-Z][A-Z.’']+){0,4}(?:,\s+(?:[A-Z][\w.’']+(?:\s[A-Z][\w.’']+){0,2}))?)"
    r"(?:,\s*(?P<day>[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s+\d{4})?|\d{1,2}\s+[A-Z][a-z]{2,8}\.?(?:,?\s+\d{4})?)\.?)?"
    r"\s*(?P<agency>\((?:[^()]{2,60})\)|/[A-Z][\w .’'-]{1,40}/)?\s*(?:[-–—]+|:|(?<=/)\.)\s+(?=[^\sa-z]|$)"
)
"""`GENEVA, March 3 (KNA) -` or `GENEVA, March 3. /KNA/.` at the beginning of a report."""
_MIXED_DATELINE = re.compile(
    r"[A-Z][\w.’']+(?:[ -][A-Z][\w.’']+){0,3},?\s*(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s*(?:\d{4})?\s*)?\((?P<agency>[A-Z][\w .’'/-]{1,40})\)\s*(?:[-–—]+|:)\s+(?=\S)"
)


def dateline_of(text: str) -> "re.Match[str] | None":
    """The dateline that a paragraph begins with; capitals alone count with an agency, a day, or a dash after a place's name."""
    text = text[:160]
    found = DATELINE.match(text)
    if found and (
        found["agency"] or found["day"] or (len(found["place"]) >= 4 and not found.group().rstrip().endswith(":"))
    ):
        return found
    return _MIXED_DATELINE.match(text)


_ICON = re.compile(r"\bicon\b", re.IGNORECASE)
_ICONS, _ICONS_IN = 5, 600
"""So often does a line say "icon", so near its start, that lists what a page's drawings show."""

_POINT_AT_LEAST = 6
"""Words of a point in a list that tells something; points of menus are shorter."""

_OUTLET_AT_MOST = 5
"""Words of an outlet's name."""

_PRINT_AT_MOST = 14
"""Words of a line that says in which paper and issue an article stood."""


def _few_words(text: str, days: Sequence[tuple[int, int]], most: int = 2) -> bool:
    """Whether hardly a word (`most` of them) is left of a line without its days, its clock and the words that belong to them."""
    for start, end in reversed(days):
        text = text[:start] + " " + text[end:]
    return len(re.findall(r"[^\W\d_]{2,}", _DATE_WORDS.sub(" ", _CLOCK.sub(" ", text)))) <= most


@dataclass(frozen=True)
class Line:
    """One line with words in it: where it stands in the page's cleaned text, and how many empty lines come before it."""

    start: int
    end: int
    text: str
    gap: int

    @cached_property
    def key(self) -> str:
        """The words alone, to tell that two lines say the same."""
        return " ".join(re.findall(r"\w+", self.text.casefold()))

    @cached_property
    def days(self) -> tuple[WrittenDay, ...]:
        """The days that it writes out in full."""
        return written_days(self.text)

    def repeats(self, title: "Line") -> bool:
        """Whether it says a title again behind a rubric or label: "Home World Ferry sinks", "Image for story: Ferry sinks"."""
        return self.key.endswith(f" {title.key}")

    @cached_property
    def count(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @cached_property
    def section(self) -> bool:
        """Whether a list of other articles, a form or a notice begins here."""
        return self.count <= 24 and bool(pattern("section").fullmatch(self.text))

    @cached_property
    def around(self) -> bool:
        """Whether it is no part of an article: a share bar, a notice, a menu's word, a rule."""
        return (
            bool(_RULE.match(self.text))
            or bool(_URL.match(self.text))
            or (len(self.text) <= 400 and bool(pattern("line").fullmatch(self.text)))
            or self.signed
            or len(_ICON.findall(self.text[:_ICONS_IN])) >= _ICONS
        )

    @cached_property
    def rule(self) -> bool:
        """Whether it is a line drawn with dashes or stars."""
        return bool(_RULE.match(self.text))

    @cached_property
    def signed(self) -> bool:
        """Whether it credits reporters, translators or editors at the end of a report."""
        return len(self.text) <= 400 and bool(pattern("signed").fullmatch(self.text))

    @cached_property
    def tweeted(self) -> bool:
        """Whether it names who wrote the post above it: `— Name (@handle) March 3, 2021`."""
        return len(self.text) <= 160 and bool(_TWEETED.match(self.text))

    @cached_property
    def foreign(self) -> bool:
        """Whether most of its letters are of another script than Latin."""
        letters = [c for c in self.text[:400] if c.isalpha()]
        return len(letters) >= 2 and sum(not _LATIN.match(c) for c in letters) > 0.6 * len(letters)

    @cached_property
    def prose(self) -> bool:
        """Whether it is a paragraph: a sentence or more, of some length."""
        if self.around or self.section or self.count < 8:
            return False
        if self.count >= 40:
            return True
        if not _ENDED.search(self.text):
            return False
        return self.count >= 12 or bool(_FUNCTION.search(self.text))

    @cached_property
    def byline(self) -> str | None:
        """Who wrote it, where the line says nothing else."""
        if (
            self.count > 16
            or len(self.text) > 300
            or not re.match(r"(?i)by|from|written|words|story|reported|author|text", self.text)
        ):
            return None
        days = self.days
        text = self.text[: days[0].start].rstrip(" ,|-–—•·(") if days else self.text
        text = re.sub(r"\s*[|,–—-]?\s*(?:published|updated|posted)\b.*$", "", text, flags=re.IGNORECASE)
        found = _BYLINE.fullmatch(text)
        if not found or found["who"].endswith("."):
            return None
        capitals = [w for w in re.findall(r"[\w’'-]+", found["who"]) if w[:1].isupper()]
        if re.match(r"(?i)from\b", text) and len(capitals) > 5:
            return None
        return found["who"].strip(" ,|/")

    @cached_property
    def dated(self) -> bool:
        """Whether the line gives a day and nothing but what belongs to it, or begins by saying that it was published then."""
        if self.count > 24 or len(self.text) > 300 or not any(c.isdigit() for c in self.text):
            return False
        days = self.days
        if not days:
            return False
        if self.credit_day or _few_words(self.text, [(day.start, day.end) for day in days]):
            return True
        behind, before = self.text[days[-1].end :], WEEKDAY.sub("", self.text[: days[0].start])
        if self.count <= _PRINT_AT_MOST and (
            (_SOURCED.match(behind) and not re.search(r"\w", before))
            or (_ISSUE.fullmatch(before) and not behind.strip(" .|"))
        ):
            return True  # "Sun, 4 May 2031 Source: Harbour Post", "General News of Sunday, 4 May 2031"
        printed = _PRINTED.match(self.text)
        if printed and self.count <= _PRINT_AT_MOST and not re.search(r"\w", self.text[days[-1].end :]):
            return True  # "Published in The Harbour Post, March 3rd, 2021."
        posted = _POSTED.match(self.text) or (_POSTED.search(self.text) if self.around else None)
        if posted and days[0].start <= posted.end() + 24 and not _FULL_STOP.search(self.text):
            return True
        parts = re.split(r"[|•·]", self.text)
        return len(parts) > 1 and self.count <= 16 and any(Line(0, 1, part.strip(), 0).dated for part in parts)

    @cached_property
    def credit_day(self) -> bool:
        """Whether it is a paper's or agency's name with the day of its report, in brackets: "(Harbour News Agency May 4, 2031)"."""
        return self.count <= _PRINT_AT_MOST and bool(_CREDIT_DAY.fullmatch(self.text)) and bool(self.days)

    @cached_property
    def posted(self) -> bool:
        """Whether it says of its day that something was published or changed then."""
        return bool(_POSTED.match(self.text) or _LABELLED.match(self.text)) and bool(self.days)

    @cached_property
    def labelled(self) -> bool:
        """Whether it says of its day that something was published or changed then, or holds nothing but the day."""
        if self.credit_day or self.posted:
            return True
        return bool(self.days) and _few_words(self.text, [(day.start, day.end) for day in self.days], most=0)

    @cached_property
    def bullet(self) -> bool:
        """Whether it is a point of a list, of some words."""
        return self.count >= _POINT_AT_LEAST and bool(_BULLET.match(self.text))

    @cached_property
    def outlet(self) -> bool:
        """Whether it may be an outlet's name alone: a few words with capitals, the last of them a paper's or station's."""
        names = re.findall(r"[^\W\d_][\w’'-]*", self.text)
        return (
            2 <= len(names) <= _OUTLET_AT_MOST
            and all(n[0].isupper() or n in _SMALL for n in names)
            and names[-1].casefold() in words("media")
            and not all(n.casefold() in words("rubrics") for n in names[:-1])
        )

    @cached_property
    def day_alone(self) -> tuple[int, int] | None:
        """The month and day that the line gives without a year, with nothing but what belongs to a day and a clock's time."""
        if self.count > 10 or not any(c.isdigit() for c in self.text) or self.days:
            return None
        found = yearless_day(self.text)
        if found is None or not _few_words(self.text, [(found.start, found.end)]):
            return None
        more = self.text[: found.start] + self.text[found.end :]
        told = _CLOCK.search(more) or WEEKDAY.search(more) or _POSTED.match(self.text) or not re.search(r"\w", more)
        return (found.month, found.day) if told else None

    @cached_property
    def credited(self) -> bool:
        """Whether it ends in the credit of a picture."""
        return self.count <= 120 and credit_of(self.text) is not None

    @cached_property
    def credit(self) -> bool:
        """Whether it is the credit of a picture alone."""
        return is_credit(self.text)

    @cached_property
    def title(self) -> bool:
        """Whether it can be a headline: some words, no full stop, nothing that says it is something else."""
        return (
            2 <= self.count <= 30
            and len(self.text) <= 240
            and not self.around
            and not self.section
            and not self.dated
            and not self.day_alone
            and not self.byline
            and not re.search(r"[.,;:][”’\"')\]]*$", self.text.removesuffix("U.S.").removesuffix("U.N."))
            and bool(re.match(r"[“‘\"'«(\[]?[A-Z0-9À-ÖØ-Þ]|[a-z]+[A-Z]|al-", self.text))
            and not re.match(r"(?:\d+[.)]|[-•*–—]|[QA]\s?[:.])\s", self.text)
        )

    @cached_property
    def title_case(self) -> bool:
        """Whether its words begin with capitals, as headlines of many papers do."""
        long = [w for w in re.findall(r"[^\W\d_][\w’'-]*", self.text) if len(w) >= 4 and w.lower() not in _SMALL]
        return len(long) >= 3 and sum(w[0].isupper() for w in long) >= 0.8 * len(long)

    @cached_property
    def sentence(self) -> bool:
        """Whether it ends as a sentence does, however short it is."""
        return self.count >= 3 and not self.around and not self.section and bool(_FULL_STOP.search(self.text))

    @cached_property
    def names(self) -> frozenset[str]:
        """The words with a capital inside its sentences: names, mostly."""
        return frozenset(w.casefold() for w in re.findall(r"(?<=[a-z,;’] )[A-Z][\w-]{2,}", self.text[:4000]))

    @cached_property
    def dateline(self) -> bool:
        """Whether it begins with a dateline."""
        return dateline_of(self.text) is not None


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines that hold something, in order."""
    found: list[Line] = []
    at = gap = 0
    for piece in text.split("\n"):
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            found.append(Line(at + lead, at + len(piece.rstrip()), piece.strip(), gap))
            gap = 0
        else:
            gap += 1
        at += len(piece) + 1
    return tuple(found)
