"""A PostgreSQL server of the tests' own: made in a temporary folder, reached by a socket in it, and gone afterwards."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg

_SETTINGS = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "listen_addresses=", "max_connections=40")
_START_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A running server."""

    folder: Path

    @property
    def place(self) -> str:
        """Its socket, as an address takes it."""
        return f"host={quote(str(self.folder), safe='')}"

    def schema(self, name: str) -> str:
        """The address of a schema, which is made where it is missing."""
        self.execute(f'CREATE SCHEMA IF NOT EXISTS "{name}"')
        return f"postgresql://dateline@/postgres?{self.place}&options=-csearch_path%3D{name}"

    def execute(self, statement: str) -> None:
        """Runs one statement as the owner of the server."""
        with psycopg.connect(f"host={self.folder} user=dateline dbname=postgres", autocommit=True) as connection:
            connection.execute(statement.encode())


def programs() -> Path | None:
    """The folder of PostgreSQL's server programs, the newest; None where they are not installed."""
    found = shutil.which("initdb")
    installed = sorted(
        (p for p in Path("/usr/lib/postgresql").glob("*/bin") if (p / "initdb").exists()),
        key=lambda p: int(p.parent.name) if p.parent.name.isdigit() else 0,
    )
    folders = [*installed, *([Path(found).resolve().parent] if found else [])]
    return next((f for f in reversed(folders) if (f / "postgres").exists()), None)


@contextmanager
def running(bin_: Path) -> Iterator[Server]:
    """A server while the block lasts. It refuses to run as root: then another user runs it."""
    folder = Path(tempfile.mkdtemp(prefix="dateline"))  # a short path: a socket's may have 107 bytes
    user = _user()
    try:
        if user is not None:
            shutil.chown(folder, user)
        data = folder / "data"
        subprocess.run(
            [bin_ / "initdb", "-D", data, "-U", "dateline", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
            check=True,
            capture_output=True,
            user=user,
            cwd=folder,
        )
        settings = [part for one in (*_SETTINGS, f"unix_socket_directories={folder}") for part in ("-c", one)]
        with (
            (folder / "log").open("w") as log,
            subprocess.Popen([bin_ / "postgres", "-D", data, *settings], stderr=log, user=user, cwd=folder) as server,
        ):
            try:
                yield _answering(Server(folder), server)
            finally:
                server.send_signal(signal.SIGQUIT)  # at once: nothing has to be kept
                server.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> str | None:
    if os.getuid() != 0:
        return None
    users = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in users else "nobody"


def _answering(server: Server, process: subprocess.Popen[bytes]) -> Server:
    end = time.monotonic() + _START_SECONDS
    while True:
        try:
            server.execute("SELECT 1")
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > end:
                raise
            time.sleep(0.05)
        else:
            return server
