"""Runs the command line: `python -m immunocli`."""

from immunocli.cli import main

main()
