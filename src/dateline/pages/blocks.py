"""The blocks of a page's markup (paragraphs, headings, list items, captions), each with where its text stands in the page."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from dateline.pages.clean import clean
from dateline.pages.markup import Token, attributes, collapsed, tokens, unescaped
from dateline.pages.traced import Traced, joined

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "img",
        "picture",
        "source",
        "o:p",
        "ruby",
        "rt",
        "rp",
    ]
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "select",
        "button",
        "textarea",
        "canvas",
        "audio",
        "video",
        "head",
        "title",
        "map",
    ]
)
_ENDS_P = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "details",
        "div",
        "dl",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "ul",
    ]
)
_TELLING = frozenset(
    [
        "article",
        "aside",
        "blockquote",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "li",
        "main",
        "nav",
        "table",
        "caption",
    ]
)
_HEADINGS = frozenset(["h1", "h2", "h3"])
_CAPTION = re.compile(r"caption|legend", re.IGNORECASE)
_CREDIT = re.compile(r"credit|photographer|copyright", re.IGNORECASE)
_EMBED = re.compile(
    r"twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|fb-video|bluesky-embed", re.IGNORECASE
)
_DEEP = 150
"""How deep elements may lie in what is handed on: libxml2 stops at 256."""
_LEAN_AT_MOST = 2_000_000
_TAGS_AT_MOST = 40_000
"""What is handed on has at most so many code points and tags: trafilatura takes a tenth of a millisecond for each tag."""


@dataclass(frozen=True)
class Block:
    """Text between two block boundaries. `inside` names the telling elements around it; `figure` numbers its figure, -1 without.

    `at` is where it begins in the markup, a heading with its tag.
    """

    text: Traced
    tag: str
    inside: frozenset[str]
    figure: int
    at: int

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in small letters."""
        return tuple(re.findall(r"\w+", self.text.text.casefold()))


@dataclass(slots=True)
class Markup:
    """What a pass over the markup found: the blocks, the head's tags and scripts, and the markup without what is never seen.

    `articles` are where the outermost article elements begin and end in the markup.
    """

    blocks: list[Block] = field(default_factory=list)
    tags: list[Token] = field(default_factory=list)
    scripts: list[tuple[Token, Token]] = field(default_factory=list)
    articles: list[tuple[int, int]] = field(default_factory=list)
    title: Traced | None = None
    lean: str = ""
    cut_short: bool = False


@dataclass(slots=True)
class _Element:
    name: str
    written: bool
    marks: tuple[str, ...]


def markup_of(text: Traced) -> Markup:
    """One pass over a page's markup."""
    found = Markup()
    builder = _Builder(text, found)
    for token in tokens(text.text):
        builder.take(token)
        if builder.lean_size > _LEAN_AT_MOST or builder.tags > _TAGS_AT_MOST:
            found.cut_short = True
            break
    builder.end_block()
    if builder.open["article"] > 0:
        found.articles.append((builder.article_at, len(text)))
    found.lean = "".join(builder.lean)
    return found


class _Builder:
    def __init__(self, text: Traced, found: Markup) -> None:
        self.text, self.found = text, found
        self.lean: list[str] = []
        self.lean_size = self.tags = 0
        self.stack: list[_Element] = []
        self.open: Counter[str] = Counter()
        self.marks: Counter[str] = Counter()
        self.unseen = self.depth = self.figures = 0
        self.figure: list[int] = []
        self.runs: list[tuple[int, int]] = []
        self.last_script: Token | None = None
        self.at = self.heading_at = self.article_at = 0

    def take(self, token: Token) -> None:
        """One token."""
        self.at = token.start
        if token.kind == "text":
            if not self.unseen:
                self.runs.append((token.start, token.end))
                self._write(token)
        elif token.kind == "raw":
            self._raw(token)
        elif token.kind == "open":
            self._open(token)
        else:
            self._close(token)

    def _write(self, token: Token) -> None:
        self.lean_size += token.end - token.start
        self.lean.append(self.text.text[token.start : min(token.end, token.start + _LEAN_AT_MOST)])

    def _raw(self, token: Token) -> None:
        if token.name == "title" and self.found.title is None and self.open["svg"] == 0:
            self.found.title = self.text.part(token.start, token.end)
            self.lean.append(self.text.text[token.start : min(token.end, token.start + 2000)])
        elif token.name == "script" and self.last_script is not None:
            self.found.scripts.append((self.last_script, token))

    def _open(self, token: Token) -> None:
        name = token.name
        if name == "script":
            self.last_script = token
        if (
            name in ("meta", "link", "time", "html", "base")
            or "itemprop" in self.text.text[token.start : min(token.end, token.start + 2000)]
        ):
            self.found.tags.append(token)
        if name not in _INLINE:
            self.end_block()
        if name in _ENDS_P and self.open["p"]:
            self._pop("p")
        elif name == "li" and self.stack and self.stack[-1].name == "li":
            self._pop("li")
        if name in _VOID:
            if not self.unseen or name in ("meta", "link"):
                self._write_tag(token)
            return
        written = self.depth < _DEEP and not self.unseen and (name not in _UNSEEN or name in ("head", "title"))
        if written:
            self._write_tag(token)
        if name in _INLINE and not written and len(self.stack) > 1000:
            return
        marks = self._marks(token) if name not in _INLINE or token.end - token.start > len(name) + 8 else ()
        if "credit" in marks or "caption" in marks:
            self.end_block()
        if name == "article" and not self.open["article"]:
            self.article_at = token.start
        elif name in _HEADINGS:
            self.heading_at = token.start
        self.stack.append(_Element(name, written, marks))
        self.open[name] += 1
        self.marks.update(marks)
        self.depth += written
        self.unseen += name in _UNSEEN
        if name == "figure":
            self.figures += 1
            self.figure.append(self.figures)

    def _marks(self, token: Token) -> tuple[str, ...]:
        found = [token.name] if token.name in _TELLING else []
        if token.name not in ("body", "html", "article", "main", "section"):
            said = attributes(self.text.text[token.start : min(token.end, token.start + 1500)])
            named = f"{said.get('class', '')} {said.get('id', '')} {said.get('itemprop', '')}"
            if len(named) > 2 and len(named) < 400:
                found += ["caption"] if _CAPTION.search(named) else []
                found += ["credit"] if _CREDIT.search(named) else []
                found += ["embed"] if _EMBED.search(named) else []
        return tuple(found)

    def _write_tag(self, token: Token) -> None:
        self.tags += 1
        if token.end - token.start <= 1500:
            self._write(token)
        else:
            said = attributes(self.text.text[token.start : token.end])
            kept = "".join(
                f' {k}="{said[k][:300].replace(chr(34), "")}"'
                for k in ("id", "class", "role", "itemprop", "href")
                if k in said
            )
            self.lean.append(f"<{token.name}{kept}>")

    def _close(self, token: Token) -> None:
        name = token.name
        if name not in _INLINE:
            self.end_block()
        if not self.open[name]:
            return
        if name in _INLINE:
            for element in reversed(self.stack[-8:]):
                if element.name == name:
                    break
                if element.name not in _INLINE:
                    return
        self._pop(name)

    def _pop(self, name: str) -> None:
        while self.stack:
            element = self.stack.pop()
            self.open[element.name] -= 1
            if "credit" in element.marks or "caption" in element.marks:
                self.end_block(element)
            self.marks.subtract(element.marks)
            self.depth -= element.written
            self.unseen -= element.name in _UNSEEN
            if element.name == "figure":
                self.figure.pop()
            elif element.name == "article" and not self.open["article"]:
                self.found.articles.append((self.article_at, self.at))
            if element.written:
                self.lean.append(f"</{element.name}>")
            if element.name == name:
                return

    def end_block(self, closing: _Element | None = None) -> None:
        """The text since the last boundary becomes a block."""
        if not self.runs:
            return
        runs, self.runs = self.runs, []
        whole = joined([self.text.part(a, b) for a, b in runs], "")
        if not whole.text.strip():
            return
        text = clean(collapsed(unescaped(whole)))
        if not text.text.strip():
            return
        text = _stripped(text)
        tag = next(
            (e.name for e in reversed(self.stack[-12:]) if e.name not in _INLINE), closing.name if closing else ""
        )
        inside = frozenset(m for m, n in self.marks.items() if n > 0)
        at = self.heading_at if inside & _HEADINGS else runs[0][0]
        self.found.blocks.append(Block(text, tag, inside, self.figure[-1] if self.figure else -1, at))


def _stripped(text: Traced) -> Traced:
    start = len(text.text) - len(text.text.lstrip())
    return text.part(start, len(text.text.rstrip()))
