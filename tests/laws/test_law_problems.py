"""Law 6: no input raises past the edge; it gives a `Problem` that names the page, the stage and the cause, and the rest goes on."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = "Ferry Strike Ends\n\nThe union in Bergen agreed on Monday to end its strike by June 30, 2025, its leader Tove Lind said.\n"

HOSTILE: dict[str, bytes] = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\r\n \xc2\xa0\n",
    "binary.txt": bytes((7 * k * k + 13 * k) % 256 for k in range(20_000)),
    "broken.warc.gz": b"\x1f\x8b\x08\x00WARC/1.0 nothing of the kind",
}
CUT_SHORT: dict[str, bytes] = {"truncated.txt.gz": gzip.compress(GOOD.encode() * 50)[:120]}
STRANGE: dict[str, bytes] = {
    "deep.html": b"<html><body>" + b"<div><span>" * 50_000 + b"The ministry said it would answer on Friday.",
    "script.html": b"<html><head><title><script>alert(1)</script>A deal &amp; more</title></head><body><h1><script>alert(1)</script>A deal"
    b"</h1><p>Iceland agreed to leave by March 31, 2025, its minister said on Monday in Bergen.</p></body></html>",
    "surrogates.txt": "The ministry said \ud800 it would leave.\n".encode("utf-8", "surrogatepass") * 3,
    "nul.txt": GOOD.replace("strike by", "strike\x00 by").encode(),
    "bidi.txt": GOOD.replace("its leader", "\u202eits leader\u202c").encode(),
    "latin.txt": "The café in Malmö said it would close “by June”.\n".encode("cp1252"),
    "utf16.txt": GOOD.encode("utf-16"),
}


def run(folder: Path, *arguments: str) -> tuple[int, list[dict[str, object]], str, int]:
    """Reads a folder in a process of its own: exit code, rows, what it said to stderr, peak memory in MB."""
    script = (
        "import resource, runpy, sys; sys.argv[0] = 'dateline'\n"
        "try: runpy.run_module('dateline', run_name='__main__')\n"
        "finally: print('PEAK', resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)"
    )
    command = [sys.executable, "-c", script, "read", str(folder), "--json", *arguments]
    made = subprocess.run(command, capture_output=True, check=False, env=dict(os.environ), timeout=300)
    said = made.stderr.decode("utf-8", "replace")
    peak = int(said.rsplit("PEAK", 1)[1])
    return made.returncode, [json.loads(line) for line in made.stdout.decode().splitlines()], said, peak


@pytest.mark.slow
def test_every_hostile_page_gives_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    for name, content in (HOSTILE | CUT_SHORT | STRANGE).items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "long.txt").write_bytes(b"The minister said that it would leave. " * 1_350_000)
    (tmp_path / "zz-good.txt").write_text(GOOD, "utf-8")
    code, rows, said, peak = run(tmp_path)
    assert code == 0, said
    assert "Traceback" not in said
    told: dict[str, list[dict[str, str]]] = {}
    read: set[str] = set()
    for row in rows:
        article = row["article"]
        page = article["page"] if isinstance(article, dict) else row["page"]
        assert isinstance(page, dict)
        assert isinstance(row["problems"], list)
        name = Path(str(page["source"])).name
        told.setdefault(name, []).extend(row["problems"])
        if article is not None:
            read.add(name)
    for name in (*HOSTILE, *CUT_SHORT, "long.txt"):
        assert told[name], name
        assert all(p["stage"] and p["code"] and p["message"] for p in told[name])
    assert not read & set(HOSTILE)
    assert read >= {*STRANGE, "zz-good.txt"}
    assert peak < 1100, peak


def test_a_problem_fails_only_the_strict(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run(tmp_path)[0] == 0
    assert run(tmp_path, "--strict")[0] == 1
