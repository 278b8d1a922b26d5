"""Towns of the world by name: GeoNames (CC BY 4.0) as compiled by `training/compile_gazetteer.py`."""

import gzip
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Town:
    """A town: country as ISO 3166 alpha-2, `region` the state's code inside the US, people in thousands; `own`: under its own name."""

    country: str
    region: str | None
    lat: float
    lon: float
    geonameid: int
    thousands: int
    capital: bool
    own: bool


def folded(name: str) -> str:
    """A name without accents, case, apostrophes and hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    kept = plain.replace("-", " ").replace("'", "").replace("’", "").replace("ʻ", "").replace("`", "")
    return " ".join(kept.split())


@cache
def towns(name: str) -> tuple[Town, ...]:
    """All towns with this folded name, the largest first."""
    lines = _lines()
    key = name + "\t"
    k = bisect_left(lines, key)
    found = []
    while k < len(lines) and lines[k].startswith(key):
        _, where, lat, lon, id_, thousands, capital, other = lines[k].split("\t")
        country, _, region = where.partition("-")
        found.append(
            Town(country, region or None, float(lat), float(lon), int(id_), int(thousands), capital == "c", not other)
        )
        k += 1
    return tuple(sorted(found, key=lambda t: (-t.thousands, t.geonameid)))


@cache
def _lines() -> list[str]:
    packed = (files(__package__) / "towns.tsv.gz").read_bytes()
    return gzip.decompress(packed).decode().split("\n")
