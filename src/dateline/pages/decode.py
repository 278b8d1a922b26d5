"""From a page's bytes to its text, whatever its encoding, with the byte of every code point.

In this order: a byte order mark; UTF-8, where the bytes are valid (a page that is valid UTF-8 with more than ASCII in it
hardly ever is anything else, whatever it declares); the encoding that the sender or the page declares, read as browsers do
(WHATWG Encoding Standard, section 4.2: what says Latin-1 is windows-1252); UTF-8 with damage; charset-normalizer's guess.
A page that declares UTF-8 and has bytes beyond ASCII, but not one character of UTF-8 among them, was never UTF-8: a Western
page, most likely, read as windows-1252, which a problem says.
"""

import codecs
import re
from array import array
from dataclasses import dataclass
from functools import cache

from charset_normalizer import from_bytes

from dateline.model import Page, Problem
from dateline.pages.traced import Traced

DECODE_AT_MOST = 8 * 1024 * 1024
"""Bytes of a page that are looked at; what lies beyond is named in a `Problem`."""

_LOOK_AT = 65_536
"""Bytes that a guess (binary or not, which encoding) rests on."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
_READ_AS |= {"shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs", "iso8859-11": "cp874", "tis-620": "cp874"}
_ONE_BYTE = re.compile(r"cp(?:125\d|874|866|437|850|852)|iso8859-\d+|koi8-[rtu]|mac-\w+|tis-620|kz1048|ptcp154")
_TWO_BYTES = frozenset(("gb18030", "cp932", "cp949", "big5hkscs", "euc_jp"))
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
_SIGNATURES = re.compile(
    rb"%PDF-|PK\x03\x04|\x89PNG|\xff\xd8\xff|GIF8[79]a|\x1f\x8b|BZh\d|\xfd7zXZ|7z\xbc\xaf|\x7fELF|MZ\x90|RIFF....WEBP|"
    rb"\x00\x00\x01\x00|\xd0\xcf\x11\xe0|wOF[F2]|OggS|ID3|SQLite format 3|\xca\xfe\xba\xbe",
    re.DOTALL,
)
_BEYOND = re.compile(rb"[\x80-\xff]+")
_WHOLE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_BROKEN_OFF = re.compile(rb"[\xe0-\xf4][\x80-\xbf]+")
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b") + b"\x7f"
_WIDTHS = {
    "utf-8": (
        (1, "\x00-\x7f\udc80-\udcff"),
        (2, "\x80-\u07ff"),
        (3, "\u0800-\ud7ff\ue000-\uffff"),
        (4, "\U00010000-\U0010ffff"),
    ),
    "utf-16": ((2, "\x00-\uffff"), (4, "\U00010000-\U0010ffff")),
    "utf-32": ((4, "\x00-\U0010ffff"),),
}
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text with its bytes, the encoding it was read in (Python's name), and what went wrong on the way."""

    text: Traced
    charset: str
    problems: tuple[Problem, ...] = ()


def decode(page: Page) -> Decoded:
    """The text of a page. Never raises: what is no text gives an empty one and a problem that says why.

    Bytes that are not valid in the page's encoding become U+FFFD, one for each byte, and a problem counts them.
    """
    content, problems = page.content, []
    if len(content) > DECODE_AT_MOST:
        problems.append(
            _problem(
                "too_large", f"only the first {DECODE_AT_MOST} of {len(content)} bytes of {page.source} were looked at"
            )
        )
        content = content[:DECODE_AT_MOST]
    charset, skip = _encoding(content, page.charset)
    if charset is None:
        problems.append(_problem("binary", f"{page.source} is not text: {content[:8]!r}"))
        return Decoded(Traced("", array("I"), array("I")), "binary", tuple(problems))
    whole = len(content) == len(page.content)
    if charset == "utf-8" and _never_utf8(content):
        charset = "cp1252"
        message = f"{page.source} is said to be UTF-8 and is not; it is read as windows-1252, the likeliest encoding"
        problems.append(_problem("assumed", message))
    text, starts = _decoded(content[skip:] if skip else content, charset, whole=whole)
    if skip:
        starts = array("I", (s + skip for s in starts))
    bad = len(_SURROGATE.findall(text))
    if bad:
        text = _SURROGATE.sub("\ufffd", text)
        problems.append(
            _problem("lossy", f"{bad} places of {page.source} are not valid {charset}; they are read as U+FFFD")
        )
    return Decoded(Traced(text, starts[:-1], starts[1:]), charset, tuple(problems))


def _problem(code: str, message: str) -> Problem:
    return Problem(stage="decode", code=code, message=message)


def _encoding(content: bytes, stated: str | None) -> tuple[str | None, int]:
    """The encoding and how many bytes its mark takes; None where this is no text."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name, len(mark)
    look = content[:_LOOK_AT]
    if _SIGNATURES.match(look):
        return None, 0
    wide = _without_mark(look)
    if wide:
        return wide, 0
    if look and len(look) - len(look.translate(None, _CONTROLS)) > max(8, len(look) // 50):
        return None, 0
    return _narrow(content, look, stated), 0


def _without_mark(look: bytes) -> str | None:
    """UTF-16 without a byte order mark: Latin letters leave every second byte zero."""
    pairs = len(look) // 2
    if pairs < 4:
        return None
    odd, even = look[1::2].count(0), look[0::2].count(0)
    if odd > 0.4 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.4 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None


def _narrow(content: bytes, look: bytes, stated: str | None) -> str:
    bad = _SURROGATE.sub("", _tail_dropped(content).decode("utf-8", "surrogateescape"))
    broken = len(_tail_dropped(content)) - len(bad.encode())
    named = [stated] if stated else []
    found = _DECLARED.search(look[:8192])
    if found:
        named.append(found.group(1).decode("ascii"))
    declared = next((c for c in map(_known, named) if c), None)
    stateful = declared is not None and declared.startswith("iso2022") and b"\x1b" in look
    if not broken and not stateful:
        return "utf-8"
    if declared and declared != "utf-8":
        return declared
    many = len(bad.encode()) - len(bad)
    if declared or many >= broken:
        return "utf-8"
    letters = sum(map(bytes.isalpha, (look[k : k + 1] for k in range(min(len(look), 8192)))))
    high = sum(byte > 0x7F for byte in look[:8192])
    if high < 0.12 * letters and not look.translate(None, bytes(set(range(256)) - set(b"\x81\x8d\x8f\x90\x9d"))):
        return "cp1252"  # few letters beyond ASCII: a Western page, which a guess over so few takes for anything
    guess = from_bytes(look).best()
    return (_known(guess.encoding) if guess else None) or "cp1252"


def _never_utf8(content: bytes) -> bool:
    """Whether bytes that are no UTF-8 are most likely windows-1252: no character of UTF-8, whole or broken off, and few of them.

    A page in letters beyond ASCII (Cyrillic, Greek) has many; a page whose characters of UTF-8 were cut has their first bytes
    with only some of the bytes that belong to them.
    """
    beyond = _BEYOND.findall(_tail_dropped(content))
    if not beyond or any(_WHOLE.search(run) for run in beyond):
        return False
    count = sum(map(len, beyond))
    broken = sum(len(found) for run in beyond for found in _BROKEN_OFF.findall(run))
    return 2 * broken < count < 0.12 * (len(content) - count)


def _tail_dropped(content: bytes) -> bytes:
    """Without a character that the end cuts in two."""
    for back in range(1, min(4, len(content)) + 1):
        byte = content[-back]
        if byte < 0x80:
            break
        if byte >= 0xC0:
            return content if back >= (2 if byte < 0xE0 else 3 if byte < 0xF0 else 4) else content[:-back]
    return content


@cache
def _known(label: str) -> str | None:
    """Python's name of an encoding for text, None for what is none or is not one for pages."""
    try:
        name = codecs.lookup(label.strip().lower()).name
    except (LookupError, ValueError):
        return None
    name = _READ_AS.get(name, name)
    if name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
        return "utf-8"  # as browsers do: a page that could say so in ASCII is not UTF-16
    stateful = name.startswith("iso2022_jp")
    return name if _ONE_BYTE.fullmatch(name) or name in _TWO_BYTES or stateful else None


def _decoded(content: bytes, charset: str, *, whole: bool) -> "tuple[str, array[int]]":
    """The text, with lone surrogates for what is invalid, and the byte where each code point starts (and the end)."""
    family = charset.removesuffix("-le").removesuffix("-be")
    if family in ("utf-16", "utf-32"):
        unit = 2 if family == "utf-16" else 4
        content = content[: len(content) // unit * unit]
        return _steps(_wide(content, charset, unit), _WIDTHS[family])
    if charset == "utf-8":
        if not whole:
            content = _tail_dropped(content)
        text = content.decode("utf-8", "surrogateescape")
        if len(text) == len(content):
            return text, array("I", range(len(text) + 1))
        return _steps(text, _WIDTHS["utf-8"])
    if not charset.startswith("iso2022"):  # their decoders raise at an escape that the end cuts off, whatever is asked
        text = content.decode(charset, "surrogateescape")
        if len(text) == len(content):
            return text, array("I", range(len(text) + 1))
    return _one_by_one(content, charset)


def _wide(content: bytes, charset: str, unit: int) -> str:
    if unit == 2:
        return content.decode(charset, "surrogatepass")
    units = array("I", content)
    if charset.endswith("-be"):
        units.byteswap()
    return "".join(chr(u) if u < 0x110000 else "\udcff" for u in units)


def _steps(text: str, widths: tuple[tuple[int, str], ...]) -> "tuple[str, array[int]]":
    starts, at = array("I"), 0
    for run in re.finditer("|".join(f"([{letters}]+)" for _, letters in widths), text):
        width = widths[(run.lastindex or 1) - 1][0]
        end = at + width * (run.end() - run.start())
        starts.extend(range(at, end, width))
        at = end
    starts.append(at)
    return text, starts


def _one_by_one(content: bytes, charset: str) -> "tuple[str, array[int]]":
    """Byte by byte, for encodings whose characters differ in length or depend on what came before."""
    decoder = codecs.getincrementaldecoder(charset)("strict")
    texts, starts, at = [], array("I"), 0
    for k in range(len(content)):
        try:
            made = decoder.decode(content[k : k + 1])
        except UnicodeDecodeError:
            decoder.reset()
            made = "\udcff"
        if made:
            texts.append(made)
            starts.extend([at] * len(made))
            at = k + 1
    if at < len(content) and decoder.getstate()[0]:
        texts.append("\udcff")
        starts.append(at)
        at = len(content)
    starts.append(at)
    return "".join(texts), starts
