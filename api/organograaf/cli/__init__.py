"""The command line."""

from organograaf.cli.app import main

__all__ = ["main"]
