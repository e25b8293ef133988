"""What the command line prints: what a command says, how far it is, what stands in its way, what failed in us."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from workbook_builder import __version__
from workbook_builder.commands import Outcome
from workbook_builder.problems import Problem

DONE, USER_CAN_FIX, OUR_BUG = 0, 1, 3


def show(outcome: Outcome) -> None:
    """Print what a command says, then what somebody must know; exit where something is left to mend."""
    if outcome.said:
        click.echo(outcome.said)
    for paragraph in outcome.to_know:
        click.echo(f"\n{paragraph}", err=True)
    if not outcome.is_done:
        sys.exit(USER_CAN_FIX)


class Stopwatch:
    """Prints each stage with the seconds since the one before."""

    def __init__(self) -> None:
        from time import perf_counter

        self.clock = perf_counter
        self.last = perf_counter()

    def done(self, stage: str) -> None:
        """Print a stage that is done."""
        now = self.clock()
        click.echo(f"{stage:<10}{now - self.last:6.2f} s", err=True)
        self.last = now


def report_problems(problems: tuple[Problem, ...]) -> None:
    """Print what stands in the way, all at once."""
    from workbook_builder.commands.words import problems_report

    click.echo(problems_report(problems), err=True)


def report_bug(error: Exception, arguments: list[str]) -> None:
    """Print what failed in us, and where the log is that says more."""
    import traceback

    from workbook_builder.fault_log import write_log

    where = traceback.extract_tb(error.__traceback__)[-1]
    click.echo(f"This is a fault of workbook-builder {__version__}, not of your files.", err=True)
    click.echo(f"{type(error).__name__}: {error} ({Path(where.filename).name}, line {where.lineno})", err=True)
    if log := write_log(error, arguments):
        click.echo(f"Please report it with this log, which holds no figure, text or name: {log}", err=True)
    else:
        click.echo("Please report it with these lines and the command you typed.", err=True)
