"""Markup split into tags and text, and into blocks that know their bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Page
from dateline.pages.blocks import Markup, markup_of
from dateline.pages.decode import decode
from dateline.pages.markup import attributes, tokens
from dateline.pages.traced import untraced


def markup(words: str) -> Markup:
    return markup_of(decode(Page(source="p", content=words.encode())).text)


def shown(words: str) -> list[str]:
    return [block.text.text for block in markup(words).blocks]


@pytest.mark.parametrize(
    ("words", "blocks"),
    [
        ("<p>One<p>Two</p>three", ["One", "Two", "three"]),
        ("<p>One <b>bold</b> and <a href=x>linked</a> word</p>", ["One bold and linked word"]),
        ("<div>a<br>b<br/>c</div>", ["a", "b", "c"]),
        (
            "<p>A &amp; B &lt;C&gt; &quot;D&quot; caf&eacute; &#8220;E&#x201D; &nope;</p>",
            ['A & B <C> "D" café “E” &nope;'],
        ),
        ("<p>many\n   blanks\tand&nbsp;&nbsp;more</p>", ["many blanks and more"]),
        ("<script>var a = '<p>no</p>';</script><p>yes</p>", ["yes"]),
        ("<style>p{}</style><noscript><p>no</p></noscript><p>yes</p>", ["yes"]),
        ("<title>T</title><p>yes</p>", ["yes"]),
        ("<!-- <p>no</p> --><p>yes</p>", ["yes"]),
        ("<!-- never closed <p>yes</p>", ["yes"]),
        ("<![CDATA[ no ]]><p>yes</p><!DOCTYPE html><?php x ?>", ["yes"]),
        ('<p title="a > b">yes</p>', ["yes"]),
        ("<p title='a > b' data-x=\"c > d\">yes</p>", ["yes"]),
        ("<p>it's 3 < 4 and 5 > 4</p>", ["it's 3 < 4 and 5 > 4"]),
        ('<p title="never closed>yes</p>', ["yes"]),
        ("<p>a</div>b</p>", ["a", "b"]),
        ("<b><p>one</b> two</p>", ["one two"]),
        ("<ul><li>a<li>b</ul>", ["a", "b"]),
        ("<select><option>no</select><button>no</button><p>yes", ["yes"]),
        ("<svg><title>no</title><text>no</text></svg>yes", ["yes"]),
        ("text before < any tag", ["text before < any tag"]),
        ("<textarea>never closed <p>yes", ["never closed", "yes"]),
        ("<script>never closed <p>no", []),
        ("<p>co&shy;operate\u200b</p>", ["cooperate"]),
        ("", []),
    ],
)
def test_what_a_page_shows(words: str, blocks: list[str]) -> None:
    assert shown("<html><body>" + words if words else "") == blocks


def test_blocks_know_what_they_are_in() -> None:
    made = markup(
        "<article><figure><img><figcaption>The pier <span class=credit>KNA</span></figcaption></figure>"
        '<h1>Ferry</h1><blockquote class="twitter-tweet">post</blockquote><nav><p class="photo-caption">x</p></nav></article>'
    )
    inside = {block.text.text: (block.inside, block.figure) for block in made.blocks}
    assert inside["The pier"][0] >= {"article", "figure", "figcaption"}
    assert inside["KNA"][0] >= {"figcaption", "credit"}
    assert inside["The pier"][1] == inside["KNA"][1] == 1
    assert inside["Ferry"] == (frozenset({"article", "h1"}), -1)
    assert "embed" in inside["post"][0]
    assert inside["x"][0] >= {"nav", "caption"}


def test_the_head_and_the_scripts_are_kept_apart() -> None:
    made = markup(
        '<head><title>A &amp; B</title><meta name=a content=b></head><script type="x">1</script><time datetime=2021-03-03>now</time>'
    )
    assert made.title is not None
    assert made.title.text == "A &amp; B"
    assert [t.name for t in made.tags] == ["meta", "time"]
    assert [(a.name, b.kind) for a, b in made.scripts] == [("script", "raw")]


def test_what_is_handed_on_is_neither_deep_nor_endless() -> None:
    made = markup("<div>" * 5000 + "<p>words</p>")
    assert made.lean.count("<div>") < 200
    assert "words" in made.lean
    made = markup("<p>a</p>" * 45_000)
    assert made.cut_short
    made = markup('<p data-x="' + "y" * 3000 + '" class="c">words</p>')
    assert made.lean == '<p class="c">words</p>'


def test_attributes() -> None:
    assert attributes("<a href='x' B=c d=\"e &amp; f\" g href=y/>") == {"href": "x", "b": "c", "d": "e & f", "g": ""}


PIECES = st.sampled_from(
    ["<p>", "</p>", "<div", ">", "<", "&amp;", "&", '"', "'", "=", "<!--", "-->", "<script>", "</script>", "<title>", "é", "x ", " ", "<br/>",
     "<li>", "</b>", "<b>", "<figure>", "</figure>", "<![CDATA[", "&#65;", "&#x110000;", "/"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=60))
def test_tokens_cover_their_text_in_order_and_never_raise(pieces: list[str]) -> None:
    words = "".join(pieces)
    at = 0
    for token in tokens(words):
        assert at <= token.start <= token.end <= len(words)
        at = token.end


@given(st.lists(PIECES, max_size=60))
def test_every_code_point_of_a_block_comes_from_the_page(pieces: list[str]) -> None:
    content = ("<html>" + "".join(pieces)).encode()
    for block in markup_of(decode(Page(source="p", content=content)).text).blocks:
        for letter, a, b in zip(block.text.text, block.text.first, block.text.last, strict=True):
            came_from = content[a:b].decode()
            # white space on both sides of a mark that is no text is one space
            gathered = letter.isspace() and came_from[0].isspace() and came_from[-1].isspace()
            assert came_from == letter or came_from.startswith("&") or gathered


def test_white_space_around_what_is_no_text_is_one_space() -> None:
    content = "<html>x <title> <div"
    [block] = markup_of(decode(Page(source="p", content=content.encode())).text).blocks
    assert block.text.text == "x <div"
    assert content[block.text.first[1] : block.text.last[1]] == " <title> "


def test_markup_without_bytes_is_markup() -> None:
    assert markup_of(untraced("<p>x")).blocks[0].text.text == "x"
