"""Ids made from content: the same content has the same id in any process, on any machine."""

from hashlib import blake2b


def content_id(kind: str, *parts: object) -> str:
    """`kind-` and 16 hexadecimal digits of the parts' BLAKE2b; parts are told apart by a separator that text cannot hold."""
    digest = blake2b(digest_size=8)
    for part in parts:
        digest.update(str(part).encode("utf-8", "surrogatepass"))
        digest.update(b"\xff")
    return f"{kind}-{digest.hexdigest()}"


def article_id(text: str) -> str:
    """The id of the article with this text; white space does not matter."""
    return content_id("article", " ".join(text.split()))
