"""The command line: one file per command; what they share is in `options` and `terminal`."""

from dateline.cli.group import main

__all__ = ["main"]
