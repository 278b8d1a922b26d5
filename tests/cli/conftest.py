"""Runs the command line in this process, as `python -m dateline` does, and a ledger of the example pages."""

import contextlib
import io
import json
import runpy
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pages_of_examples import ROOT

PAGES = ROOT / "examples" / "pages"


@dataclass(frozen=True)
class Answer:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[Any]:
        """The lines of JSON."""
        return [json.loads(line) for line in self.out.splitlines()]


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def dateline(*arguments: object, stdin: bytes = b"", encoding: str = "utf-8", terminal: bool = False) -> Answer:
    """Runs a command with standard output and error redirected, to a terminal where told so."""
    kind = Terminal if terminal else io.TextIOWrapper
    held = [io.BytesIO(), io.BytesIO()]
    out, err = (kind(raw, encoding=encoding, write_through=True) for raw in held)
    before = sys.argv, sys.stdin
    sys.argv, sys.stdin = ["dateline", *map(str, arguments)], io.TextIOWrapper(io.BytesIO(stdin))
    code: object = 0
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                runpy.run_module("dateline", run_name="__main__", alter_sys=True)
            except SystemExit as stop:
                code = stop.code
    finally:
        sys.argv, sys.stdin = before
    assert isinstance(code, int | None)
    texts = [raw.getvalue().decode(encoding) for raw in held]
    return Answer(code or 0, *texts)


@pytest.fixture(scope="session")
def run() -> Callable[..., Answer]:
    """The command line."""
    return dateline


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the example pages; only asked, never added to."""
    path = tmp_path_factory.mktemp("ledger") / "examples.db"
    added = dateline("add", PAGES, "--ledger", path)
    assert added.code == 0
    return path
