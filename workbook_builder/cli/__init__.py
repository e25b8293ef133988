"""The command line: with `printing`, the only place that prints or exits. It imports no more than a command needs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from workbook_builder import __version__
from workbook_builder.cli.printing import DONE, OUR_BUG, USER_CAN_FIX, Stopwatch, report_bug, report_problems, show
from workbook_builder.commands.rubbish import none_collected
from workbook_builder.outputs import DEFAULT, OUTPUTS
from workbook_builder.problems import ProblemsFound

__all__ = ["DONE", "OUR_BUG", "USER_CAN_FIX", "cli", "main"]
_HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_EXPLAIN = "Say what a rule finds, why, and what to do; alone: list the rules. Needs no EDITION."
_STYLE = "Default: the scorecard's, else the project's only one."
_path = click.Path(path_type=Path)
_project = click.option(
    "--project",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar="DIR",
    help="Folder with indicator_specs.yaml, inputs/ and styles/. Default: the current folder.",
)


@click.group(context_settings=_HELP)
@click.version_option(__version__, prog_name="workbook-builder")
def cli() -> None:
    """Builds a council's monthly performance scorecard as an Excel workbook.

    The scorecard is described in indicator_specs.yaml, its figures are in inputs/, its looks in styles/.
    """


@cli.command()
@click.argument("edition")
@_project
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="FILE", help="Where to write it; with several, a folder."
)
@click.option(
    "--to", default=DEFAULT, show_default=True, metavar="WORDS", help=f"What to write: {','.join(OUTPUTS)}."
)
@click.option("--full", is_flag=True, help="docx, pdf: every column of every table. accessible: commentary.")
@click.option("--public", is_flag=True, help="The edition for the public, ..._public: with what is small withheld.")
@click.option("--draft", is_flag=True, help="With --public: of a draft, to look at; nothing is recorded.")
@click.option("--style", default="", metavar="NAME", help=f"A file of styles/, without its ending. {_STYLE}")
@click.option("--area", default="", metavar="NAME", help="Only this area's pages: one district's workbook.")
@click.option("--scorecard", default="", metavar="ID", help="Which scorecard. Default: the spec's first.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but problems.")
@click.option("-v", "--verbose", is_flag=True, help="Print each stage as it is done, with the time it took.")
def build(project: Path, quiet: bool, verbose: bool, **order: Any) -> None:
    """Build the workbook of EDITION, a month such as 2024-11, or its other outputs."""
    from workbook_builder.commands.build import STAGES, Order
    from workbook_builder.commands.build import build as build_workbook

    wanted = Order(project, **order)
    if verbose:
        summary = build_workbook(wanted, Stopwatch().done)
    elif quiet or not sys.stderr.isatty():
        summary = build_workbook(wanted)
    else:
        with click.progressbar(length=len(STAGES), label="Building", file=sys.stderr) as bar:
            summary = build_workbook(wanted, lambda stage: bar.update(1))
    if not quiet:
        show(summary.outcome)


@cli.command()
@click.argument("edition", default="")
@_project
@click.option("--scorecard", default="", metavar="ID", help="Which scorecard. Default: the spec's first.")
@click.option("--strict", is_flag=True, help="Exit with 1 if a warning is open.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.option("--public", is_flag=True, help="Of the public workbook: what readers of all editions can find out.")
@click.option("--explain", is_flag=False, flag_value="every rule", metavar="[RULE]", help=_EXPLAIN)
def check(
    project: Path, scorecard: str, strict: bool, as_json: bool, public: bool, explain: str | None, edition: str
) -> None:
    """List what looks implausible in EDITION. Nothing is written."""
    if explain is not None:
        from workbook_builder.commands.explain import explain as explain_rule

        show(explain_rule(explain))
        return
    if not edition:
        raise click.UsageError("Missing argument 'EDITION', a month such as 2024-11.")
    if public:
        from workbook_builder.commands.public.checking import check_public

        show(check_public(project, edition, scorecard).outcome(as_json))
        return
    from workbook_builder.commands.check import check as check_edition

    show(check_edition(project, edition, scorecard).outcome(strict, as_json))


@cli.command()
@click.argument("edition")
@click.option("--against", type=_path, metavar="FILE", help="What was published.")
@click.option("--public", is_flag=True, help="The public workbook, against the managers' edition; without FILE.")
@_project
@click.option("--scorecard", default="", metavar="ID", help="Which scorecard. Default: the spec's first.")
@click.option("--style", default="", metavar="NAME", help=f"The style whose arrows an .xlsx has. {_STYLE}")
@click.option("--strict", is_flag=True, help="Exit with 1 if anything was found.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.option("--xlsx", "report", type=_path, metavar="REPORT", help="Write the findings as a workbook, too.")
def audit(strict: bool, as_json: bool, public: bool, **order: Any) -> None:
    """List what contradicts itself, the rules or the figures of EDITION in a published scorecard.

    FILE is a CSV of printed cells, or an .xlsx that was built here and edited by hand.
    """
    if public is (order["against"] is not None):
        raise click.UsageError("Give either --against FILE or --public.")
    if public:
        from workbook_builder.commands.public.auditing import audit_public

        show(audit_public(order["project"], order["edition"], order["scorecard"]).outcome(as_json))
        return
    from workbook_builder.commands.audit import AuditOrder, audit_file, outcome

    wanted = AuditOrder(**order)
    show(outcome(audit_file(wanted), wanted, strict, as_json))


@cli.command()
@click.argument("file", type=_path, metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="Print everything that was found as JSON.")
@click.option("--xlsx", "report", type=_path, metavar="REPORT", help="Write it as a workbook, too.")
def accessibility(file: Path, as_json: bool, report: Path | None) -> None:
    """List what the accessibility checklist for spreadsheets says of FILE, an .xlsx workbook of any origin.

    Exits with 1 if an essential point fails.
    """
    from workbook_builder.commands.accessibility import judge

    show(judge(file, as_json, report))


@cli.command()
@click.argument("edition")
@_project
def withhold(edition: str, project: Path) -> None:
    """List what a public edition of EDITION would withhold, and prove that it is enough. Nothing is written.

    The list is as secret as the figures: it belongs in nothing that is published.
    """
    from workbook_builder.commands.withhold import withhold as withhold_rows

    show(withhold_rows(project, edition).outcome)


@cli.command()
@click.argument("edition")
@_project
@click.option("--xlsx", is_flag=True, help="Make one inputs.xlsx instead of CSV files.")
def new(edition: str, project: Path, xlsx: bool) -> None:
    """Make the input folder of EDITION.

    It holds a row for every figure that is expected, with the last value beside it. The edition before it keeps a
    copy of the spec, so that it can be built again after the spec has changed.
    """
    from workbook_builder.commands.new import make_edition

    show(make_edition(project, edition, xlsx).outcome)


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--month", default="", metavar="EDITION", help="The first edition, such as 2024-11. Default: last month."
)
@click.option(
    "--from", "source", type=click.Path(path_type=Path), metavar="FILE", help="A CSV or .xlsx with figures."
)
def start(folder: Path, month: str, source: Path | None) -> None:
    """Make a project in DIR that builds at once: a spec to change, and a first edition.

    With --from, what the spec says is proposed from a table of figures that you have, and what was guessed is marked.
    """
    from workbook_builder.commands.start import start as start_project

    show(start_project(folder, month, source).outcome)


@cli.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@_project
@click.option("--scorecard", default="", metavar="ID", help="Which scorecard. Default: the spec's first.")
def collect(files: tuple[Path, ...], project: Path, scorecard: str) -> None:
    """Take the commentary that was typed into returned copies, FILE..., back into commentary.csv."""
    from workbook_builder.commands.collect import collect as collect_files

    show(collect_files(project, files, scorecard).outcome)


@cli.command(name="list")
@_project
def list_command(project: Path) -> None:
    """List the editions, scorecards, areas and styles of a project."""
    from workbook_builder.commands.listing import list_project

    show(list_project(project))


def main(arguments: list[str] | None = None) -> None:
    """Run the command line: exit 0 done, 1 the user can mend it, 3 our bug."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        with none_collected():
            cli.main(args=arguments, prog_name="workbook-builder", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(USER_CAN_FIX)
    except click.Abort:
        click.echo("Stopped; the previous output is untouched.", err=True)
        sys.exit(USER_CAN_FIX)
    except ProblemsFound as found:
        report_problems(found.problems)
        sys.exit(USER_CAN_FIX)
    except Exception as error:
        report_bug(error, sys.argv[1:] if arguments is None else arguments)
        sys.exit(OUR_BUG)
