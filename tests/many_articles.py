"""A series of small readings of three processes, as many as wanted: more than one region of a ledger takes."""

from dateline.model import Reading
from fictional import Told

TOPICS = (
    "weir keepers of Aldmark repaired the sluice",
    "harpoon makers of Borvik closed the forge",
    "Lagoon pilots in Cessa struck",
)


def reading(number: int) -> Reading:
    """One of three processes, with an article on each of many days; one in eleven has no day."""
    topic = TOPICS[number % 3]
    told = Told(
        f"{topic}, report {number}. Ilse Vantongeren-{number % 3} of Tarnovia spoke. {topic} and rested.",
        topic,
        f"203{number % 7}-0{1 + number % 9}-1{number % 10}" if number % 11 else None,
        source=f"{number}.txt",
    )
    told.actor(f"Ilse Vantongeren-{number % 3}", side="Tarnovia", roles=["warden"])
    told.actor("Tarnovia", "state", side="Tarnovia")
    told.event("CONSULT", topic.split(" of ")[0], [f"Ilse Vantongeren-{number % 3}"], (), f"203{number % 7}-01-01")
    told.commitment("spoke", ["Tarnovia"], f"203{number % 7}-12-31")
    return told.reading()
