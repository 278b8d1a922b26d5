"""The JSON contract: records to plain data and back. `decode(encode(x)) == x` for every reading.

The shapes are those of the contract in docs/contract.md. Days are ISO 8601; an open side is null. An article also carries
`offsets`, rows of [text start, text length, page byte, byte length], which lead any anchor back to the page.
"""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from dateline.model import (
    Actor,
    Anchor,
    Article,
    Attribution,
    Caption,
    Commitment,
    Event,
    Evidence,
    Interval,
    Medium,
    OffsetMap,
    PageRef,
    Piece,
    Place,
    Problem,
    Published,
    Quantity,
    Reading,
    TimeExpression,
)

Json = dict[str, Any]
"""A JSON object. Any: what stands in it is checked when it is decoded."""


def to_json(reading: Reading) -> str:
    """One line of JSON, without line breaks; lone surrogates are escaped, so the line is always valid UTF-8."""
    return dumps(encode_reading(reading))


def from_json(line: str) -> Reading:
    """The reading of a line that `to_json` made. Raises ValueError or KeyError where it is not one."""
    return decode_reading(json.loads(line))


def dumps(value: object) -> str:
    """Compact JSON in one line."""
    made = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    try:
        made.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(", ", ": "))
    return made


def encode_reading(reading: Reading) -> Json:
    """The object of the contract."""
    return {
        "article": encode_article(reading.article),
        "actors": [
            {
                "id": a.id,
                "name": a.name,
                "kind": a.kind,
                "side": a.side,
                "roles": list(a.roles),
                "mentions": _anchors(a.mentions),
                "names": list(a.names),
            }
            for a in reading.actors
        ],
        "times": [
            {"anchor": encode_anchor(t.anchor), "type": t.type, "value": t.value, **encode_days(t.days)}
            for t in reading.times
        ],
        "places": [
            {
                "anchor": encode_anchor(p.anchor),
                "name": p.name,
                "country": p.country,
                "lat": p.lat,
                "lon": p.lon,
                "geonameid": p.geonameid,
            }
            for p in reading.places
        ],
        "attributions": [
            {
                "id": a.id,
                "source": a.source,
                "source_anchor": _anchors(a.source_anchor),
                "cue": _anchors(a.cue),
                "content": _anchors(a.content),
                "kind": a.kind,
                "addressee": a.addressee,
                "said": encode_days(a.said),
                "denial": a.denial,
                "medium": {"kind": a.medium.kind, "anchor": encode_anchor(a.medium.anchor)} if a.medium else None,
            }
            for a in reading.attributions
        ],
        "events": [
            {
                "id": e.id,
                "type": e.type,
                "anchor": encode_anchor(e.anchor),
                "trigger": encode_anchor(e.trigger),
                "actors": list(e.actors),
                "recipients": list(e.recipients),
                "place": e.place,
                **encode_days(e.days),
                "status": e.status,
                "attribution": e.attribution,
            }
            for e in reading.events
        ],
        "commitments": [
            {
                "id": c.id,
                "anchor": encode_anchor(c.anchor),
                "kind": c.kind,
                "parties": list(c.parties),
                "toward": list(c.toward),
                "due": encode_days(c.due) if c.due else None,
                "condition": encode_anchor(c.condition) if c.condition else None,
                "status": c.status,
                "attribution": c.attribution,
            }
            for c in reading.commitments
        ],
        "quantities": [
            {
                "id": q.id,
                "anchor": encode_anchor(q.anchor),
                "low": q.low,
                "high": q.high,
                "approximate": q.approximate,
                "unit": q.unit,
                "of": q.of,
                "place": q.place,
                **encode_days(q.days),
            }
            for q in reading.quantities
        ],
        "problems": [encode_problem(p) for p in reading.problems],
    }


def encode_article(article: Article) -> Json:
    """The article's part of the contract, with its offsets."""
    published = article.published
    return {
        "id": article.id,
        "page": {"source": article.page.source, "sha256": article.page.sha256},
        "headline": article.headline,
        "byline": article.byline,
        "outlet": article.outlet,
        "url": article.url,
        "published": {
            **encode_days(published.interval),
            "basis": published.basis,
            "evidence": [{"where": e.where, "quote": e.quote} for e in published.evidence],
        },
        "text": article.text,
        "captions": [{"text": c.text, "credit": c.credit, "taken": encode_day(c.taken)} for c in article.captions],
        "duplicate_of": article.duplicate_of,
        "offsets": [[p.start, p.length, p.source, p.source_length] for p in article.offsets.pieces],
    }


def encode_problem(problem: Problem) -> Json:
    """A problem as an object."""
    return {"stage": problem.stage, "code": problem.code, "message": problem.message}


def encode_anchor(anchor: Anchor) -> Json:
    """An anchor as an object."""
    return {"start": anchor.start, "end": anchor.end, "quote": anchor.quote}


def encode_day(day: date | None) -> str | None:
    """An ISO day, or None."""
    return day.isoformat() if day else None


def encode_days(days: Interval) -> Json:
    """An interval as `{start, end}`."""
    return {"start": encode_day(days.start), "end": encode_day(days.end)}


def decode_reading(value: Json) -> Reading:
    """The reading of an object that `encode_reading` made."""
    return Reading(
        article=decode_article(value["article"]),
        actors=tuple(
            Actor(
                id=a["id"],
                name=a["name"],
                kind=a["kind"],
                side=a["side"],
                roles=tuple(a["roles"]),
                mentions=_decode_anchors(a["mentions"]),
                names=tuple(a["names"]),
            )
            for a in value["actors"]
        ),
        times=tuple(
            TimeExpression(anchor=decode_anchor(t["anchor"]), type=t["type"], value=t["value"], days=decode_days(t))
            for t in value["times"]
        ),
        places=tuple(
            Place(
                anchor=decode_anchor(p["anchor"]),
                name=p["name"],
                country=p["country"],
                lat=p["lat"],
                lon=p["lon"],
                geonameid=p["geonameid"],
            )
            for p in value["places"]
        ),
        attributions=tuple(
            Attribution(
                id=a["id"],
                source=a["source"],
                source_anchor=_decode_anchors(a["source_anchor"]),
                cue=_decode_anchors(a["cue"]),
                content=_decode_anchors(a["content"]),
                kind=a["kind"],
                addressee=a["addressee"],
                said=decode_days(a["said"]),
                denial=a["denial"],
                medium=_decode_medium(a.get("medium")),  # ledgers of before have none
            )
            for a in value["attributions"]
        ),
        events=tuple(
            Event(
                id=e["id"],
                type=e["type"],
                anchor=decode_anchor(e["anchor"]),
                trigger=decode_anchor(e["trigger"]),
                actors=tuple(e["actors"]),
                recipients=tuple(e["recipients"]),
                place=e["place"],
                days=decode_days(e),
                status=e["status"],
                attribution=e["attribution"],
            )
            for e in value["events"]
        ),
        commitments=tuple(
            Commitment(
                id=c["id"],
                anchor=decode_anchor(c["anchor"]),
                kind=c["kind"],
                parties=tuple(c["parties"]),
                toward=tuple(c["toward"]),
                due=decode_days(c["due"]) if c["due"] else None,
                condition=decode_anchor(c["condition"]) if c["condition"] else None,
                status=c["status"],
                attribution=c["attribution"],
            )
            for c in value["commitments"]
        ),
        quantities=tuple(
            Quantity(
                id=q["id"],
                anchor=decode_anchor(q["anchor"]),
                low=q["low"],
                high=q["high"],
                approximate=q["approximate"],
                unit=q["unit"],
                of=q["of"],
                place=q["place"],
                days=decode_days(q),
            )
            for q in value["quantities"]
        ),
        problems=tuple(Problem(stage=p["stage"], code=p["code"], message=p["message"]) for p in value["problems"]),
    )


def decode_article(value: Json) -> Article:
    """The article of an object that `encode_article` made."""
    published = value["published"]
    return Article(
        id=value["id"],
        page=PageRef(source=value["page"]["source"], sha256=value["page"]["sha256"]),
        headline=value["headline"],
        byline=value["byline"],
        outlet=value["outlet"],
        url=value["url"],
        published=Published(
            start=decode_day(published["start"]),
            end=decode_day(published["end"]),
            basis=published["basis"],
            evidence=tuple(Evidence(e["where"], e["quote"]) for e in published["evidence"]),
        ),
        text=value["text"],
        captions=tuple(
            Caption(text=c["text"], credit=c["credit"], taken=decode_day(c["taken"])) for c in value["captions"]
        ),
        duplicate_of=value["duplicate_of"],
        offsets=OffsetMap(tuple(Piece(*row) for row in value["offsets"])),
    )


def decode_anchor(value: Json) -> Anchor:
    """The anchor of an object; raises ValueError where its length is not its quote's."""
    return Anchor(value["start"], value["end"], value["quote"])


def decode_day(value: str | None) -> date | None:
    """The day of an ISO string, or None."""
    return date.fromisoformat(value) if value else None


def decode_days(value: Json) -> Interval:
    """The interval of `{start, end}`."""
    return Interval(decode_day(value["start"]), decode_day(value["end"]))


def _anchors(anchors: Iterable[Anchor]) -> list[Json]:
    return [encode_anchor(a) for a in anchors]


def _decode_medium(value: Json | None) -> Medium | None:
    return None if value is None else Medium(kind=value["kind"], anchor=decode_anchor(value["anchor"]))


def _decode_anchors(values: Iterable[Json]) -> tuple[Anchor, ...]:
    return tuple(decode_anchor(v) for v in values)
