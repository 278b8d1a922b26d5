"""Makes the golden files anew: `.venv/bin/python tests/golden/make.py`, then read the difference before it is committed."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from dateline.pages import cut
from dateline.reading import read
from golden.digest import digest
from pages_of_examples import EXAMPLES, page

FOLDER = Path(__file__).parent / "readings"


def golden(path: Path) -> str:
    """What the golden file of a page holds."""
    made = cut(page(path))
    lines = [f"problem    {p.stage} {p.code}: {p.message}" for p in made.problems]
    for article in made.articles:
        lines += ["", *digest(read(article))]
    return "\n".join(lines).strip() + "\n"


def main() -> None:
    """Writes every golden file."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    for path in EXAMPLES:
        (FOLDER / f"{path.name}.txt").write_text(golden(path), "utf-8")


if __name__ == "__main__":
    main()
