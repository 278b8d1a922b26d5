"""The command `dateline`, which loads each of its commands when it is called."""

import sys
from importlib import import_module
from typing import Any

import click

from dateline.errors import DatelineError

COMMANDS = (
    "read",
    "add",
    "stories",
    "timeline",
    "commitments",
    "attributions",
    "positions",
    "conflicts",
    "actors",
    "quantities",
    "search",
    "show",
    "correct",
    "export",
    "verify",
    "dossier",
)
"""Every command, in the order of the work; `dateline.cli.NAME` holds it as `command`."""


class Mistake(click.ClickException):
    """Something that the caller can mend; its message says how."""

    exit_code = 2


class Commands(click.Group):
    """Loads a command when it is called or listed, so that one command does not pay for the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's own signature
        """The names, in the order of the work."""
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- click's own signature
        """The command of this name."""
        if cmd_name not in COMMANDS:
            return None
        found = import_module(f"dateline.cli.{cmd_name}").command
        assert isinstance(found, click.Command)  # noqa: S101 -- holds for every module of this folder
        return found

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 -- click's own signature
        """Runs the command; an error that Dateline raises on purpose becomes a message and exit code 2."""
        try:
            return super().invoke(ctx)
        except DatelineError as error:
            raise Mistake(str(error)) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dateline")
def dateline() -> None:
    """Keep the sourced record of a negotiation or a crisis from news pages.

    Start with `dateline add PATH...`, then ask: `timeline`, `commitments`, `conflicts`, `dossier`.
    Every line of every answer leads to the words it came from.
    """


def main() -> None:
    """Runs `dateline` with the arguments of the process, and ends it with an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    dateline(prog_name="dateline")
