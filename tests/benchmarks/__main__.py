"""How much processor time and memory commands need: one command prints the table of docs/explanation/speed.md.

    python -m tests.benchmarks [--pairs 9] [commands sizes ages]

Whole processes; processor time (user and system) against that of a plain script that writes the cells of the shipped
edition (`handwritten.py`), in interleaved pairs, medians; peak memory of the process alone. A report, not a test: it
gates nothing. It takes half an hour; `commands` alone takes some minutes.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tests.benchmarks.ageing import HAPPENINGS, grow
from tests.benchmarks.measuring import Command, Used, compared, measured
from tests.benchmarks.projects import shipped, with_districts
from tests.benchmarks.yardstick import dump_cells

EDITION = "2024-11"
KEPT = "WORKBOOK_BUILDER_KEPT"
CHECK = (0, 1)  # audit says by its exit code that it found something
STATES = ("unchanged", "edited", "nothing kept")
LARGE = (12, 350, 1000)
OLD = 36


@dataclass(frozen=True)
class Bench:
    """A folder to work in, the plain script with its cells, and how many pairs of runs are made."""

    folder: Path
    script: Command
    pairs: int

    def command(self, state: str, project: Path, *words: str, ends: tuple[int, ...] = (0,)) -> Command:
        """A command of ours on a project that is in a state."""
        kept = self.folder / "kept" / f"{project.name} {state}"
        arguments = ["-m", "workbook_builder", *words, "--project", str(project)]
        edition = next(word for word in words if word[:2] == "20") if state == "edited" else ""
        return Command(arguments, lambda: _prepare(state, project, edition, kept), {KEPT: str(kept)}, ends)


_numbers = count(1)


def _prepare(state: str, project: Path, edition: str, kept: Path) -> None:
    """Bring a project into a state: one figure is another, or nothing is kept of earlier runs."""
    if state == "nothing kept":
        shutil.rmtree(kept, ignore_errors=True)
    elif state == "edited":
        file = project / "inputs" / edition / "observations.csv"
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        number, cells = next(one for one in enumerate(line.split(",") for line in lines) if _is_figure(one[1][3]))
        lines[number] = ",".join([*cells[:3], f"{50 + next(_numbers) / 10:.1f}", *cells[4:]])
        file.write_text("".join(lines), encoding="utf-8")


def _is_figure(cell: str) -> bool:
    return cell.replace(".", "").isdigit()


def commands(bench: Bench) -> Iterator[str]:
    """Every command in the three states, against the plain script."""
    yield f"| command ({bench.pairs} pairs) | {' | '.join(STATES)} | MiB in the same order |"
    yield "|---|--:|--:|--:|--:|"
    project = shipped(bench.folder / "shipped")
    out = ("--output", str(bench.folder / "out.xlsx"))
    built = bench.folder / "built.xlsx"
    bench.command("unchanged", project, "build", EDITION, "--quiet", "--output", str(built)).run()
    printed = Path(__file__).parents[1] / "published" / "2024-11_cells.csv"
    wanted: dict[str, tuple[str, ...]] = {
        f"`build {EDITION}`": ("build", EDITION, "--quiet", *out),
        "`build --area Swale`": ("build", EDITION, "--quiet", "--area", "Swale", *out),
        "`check`": ("check", EDITION),
        "`list`": ("list",),
        "`audit` against CSV": ("audit", EDITION, "--against", str(printed)),
        "`audit` against workbook": ("audit", EDITION, "--against", str(built)),
    }
    for name, words in wanted.items():
        ends = CHECK if words[0] == "audit" else (0,)
        states = STATES if EDITION in words else ("unchanged", "unchanged", "nothing kept")
        found = [compared(bench.command(s, project, *words, ends=ends), bench.script, bench.pairs) for s in states]
        ratios = " | ".join(f"{one.ratio:.2f} ({one.least:.2f}–{one.most:.2f})" for one in found)
        yield f"| {name} | {ratios} | {' / '.join(f'{one.used.peak:.0f}' for one in found)} |"
    yield f"| the script | 1 | 1 | 1 | {found[0].yardstick.peak:.0f} ({found[0].yardstick.seconds:.2f} s) |"


def sizes(bench: Bench) -> Iterator[str]:
    """Counties of more districts."""
    yield f"| districts | {' | '.join(f'{state}: s, MiB' for state in STATES)} |"
    yield "|--:|--:|--:|--:|"
    for number in LARGE:
        project = with_districts(bench.folder / f"{number} districts", number)
        out = ("--output", str(bench.folder / "large.xlsx"))
        used = [_typical(bench.command(s, project, "build", EDITION, "--quiet", *out)) for s in STATES]
        yield f"| {number} | {' | '.join(f'{one.seconds:.1f} s, {one.peak:.0f} MiB' for one in used)} |"


def ages(bench: Bench) -> Iterator[str]:
    """A project that has been used for years: its last month against its first."""
    yield f"| project of {OLD} months | command | {' | '.join(STATES)}: month {OLD} ÷ month 1 |"
    yield "|---|---|--:|--:|--:|"
    for name, happens in HAPPENINGS.items():
        project, young = bench.folder / name, bench.folder / f"{name}, young"
        months = [month for _, month in grow(project, OLD, happens)]
        shutil.copytree(project, young)
        out = ("--output", str(bench.folder / "old.xlsx"))
        for words in (("build", "--quiet", *out), ("check",)):
            at = (project, months[-1]), (young, months[0])
            told = []
            for state in STATES:
                last, first = (bench.command(state, folder, words[0], month, *words[1:]) for folder, month in at)
                told.append(_growth(last, first, bench.pairs))
            yield f"| {name} | `{words[0]}` | {' | '.join(told)} |"


def _growth(last: Command, first: Command, pairs: int) -> str:
    found = compared(last, first, pairs)
    return (
        f"{found.ratio:.2f} ({found.yardstick.seconds:.2f} → {found.used.seconds:.2f} s, {found.used.peak:.0f} MiB)"
    )


def _typical(command: Command) -> Used:
    """The medians of three runs, after one that is not counted."""
    command.run()
    return measured(command, 3)


PARTS = {part.__name__: part for part in (commands, sizes, ages)}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="which parts of it; default: all")
    parser.add_argument("--pairs", type=int, default=9)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        number = dump_cells(shipped(folder / "for the script"), EDITION, folder / "cells.json")
        script = [
            str(Path(__file__).with_name("handwritten.py")),
            str(folder / "cells.json"),
            str(folder / "plain.xlsx"),
        ]
        bench = Bench(folder, Command(script), asked.pairs)
        print(f"{number} cells; Python {sys.version.split()[0]}")
        for part in asked.parts or PARTS:
            print(*PARTS[part](bench), sep="\n", end="\n\n", flush=True)


if __name__ == "__main__":
    main()
