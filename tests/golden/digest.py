"""A reading as lines that a person can review: one record a line, actors by name, spans by their words."""

from collections.abc import Iterator

from dateline.model import Interval, Reading


def digest(reading: Reading) -> Iterator[str]:
    """The lines of a reading."""
    article = reading.article
    name = {actor.id: actor.name for actor in reading.actors}

    def who(ids: tuple[str, ...]) -> str:
        return " + ".join(name[i] for i in ids) or "-"

    yield f"# {article.headline}"
    yield f"page       {article.page.source} | outlet {article.outlet} | byline {article.byline} | url {article.url}"
    yield f"published  {days(article.published.interval)} {article.published.basis}"
    for evidence in article.published.evidence:
        yield f"evidence   {evidence.where}: {evidence.quote}"
    for caption in article.captions:
        yield f"caption    {caption.text} | {caption.credit} | {caption.taken}"
    for actor in reading.actors:
        roles, names = ", ".join(actor.roles), " / ".join(actor.names)
        yield f"actor      {actor.name} | {actor.kind} | {actor.side} | {roles} | {names} | {len(actor.mentions)}"
    for time in reading.times:
        yield f"time       {time.anchor.quote} | {time.type} {time.value} | {days(time.days)}"
    for place in reading.places:
        yield f"place      {place.anchor.quote} | {place.name} | {place.country} | {place.geonameid}"
    for said in reading.attributions:
        spans = " | ".join(
            " … ".join(a.quote for a in part) or "-" for part in (said.source_anchor, said.cue, said.content)
        )
        denial = " denial" if said.denial else ""
        yield f"said       {name.get(said.source or '', '-')} | {said.kind}{denial} | to {said.addressee} | {days(said.said)} | {spans}"
    for event in reading.events:
        yield (
            f"event      {event.type} {event.status} | {who(event.actors)} > {who(event.recipients)} | {event.place}"
            f" | {days(event.days)} | {event.trigger.quote} | {event.anchor.quote}"
        )
    for promise in reading.commitments:
        due = days(promise.due) if promise.due else "-"
        condition = promise.condition.quote if promise.condition else "-"
        yield (
            f"commitment {promise.kind} {promise.status} | {who(promise.parties)} > {who(promise.toward)} | due {due}"
            f" | if {condition} | {promise.anchor.quote}"
        )
    for count in reading.quantities:
        about = "~" if count.approximate else ""
        yield (
            f"quantity   {about}{count.low}..{count.high} {count.unit} | of {count.of} | in {count.place}"
            f" | {days(count.days)} | {count.anchor.quote}"
        )
    for problem in reading.problems:
        yield f"problem    {problem.stage} {problem.code}: {problem.message}"


def days(interval: Interval) -> str:
    """An interval in short."""
    if interval.day:
        return str(interval.day)
    return f"{interval.start or ''}..{interval.end or ''}"
