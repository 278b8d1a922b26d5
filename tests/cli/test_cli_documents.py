"""A command or option that is not documented fails here."""

import re
from importlib import import_module
from pathlib import Path

import click
import pytest

from dateline.cli.group import COMMANDS
from pages_of_examples import ROOT

DOCUMENT = (ROOT / "docs" / "commands.md").read_text("utf-8")
SHARED = {"--help"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    assert re.search(rf"`{name}\b", DOCUMENT)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does_and_every_option_too(name: str) -> None:
    command = import_module(f"dateline.cli.{name}").command
    assert isinstance(command, click.Command)
    assert command.help
    assert command.short_help
    assert len(command.short_help) < 50
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_every_file_of_a_command_is_listed() -> None:
    folder = Path(str(import_module("dateline.cli").__file__)).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__", "group", "options", "terminal"}
    assert files == set(COMMANDS)
