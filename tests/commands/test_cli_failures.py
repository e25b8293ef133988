"""However a build ends, the old output is whole: the exit code says whose fault it was, and nothing is left over."""

from __future__ import annotations

import errno
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.commands import OUTPUT, Run, environment, files, runner
from tests.support.small import SmallProject
from workbook_builder import __version__, checks, project
from workbook_builder.commands import build as recipe
from workbook_builder.commands import stages
from workbook_builder.grid import Workbook
from workbook_builder.outputs.xlsx import writer as xlsx
from workbook_builder.styles import Looks

OBSERVATIONS = "inputs/2024-11/observations.csv"
SPEC = "indicator_specs.yaml"


@pytest.fixture
def run(small: SmallProject, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the small project, which has been built before."""
    ran = runner(small.folder, capsys)
    assert ran("build", "2024-11").code == 0
    return ran


def raising(error: BaseException) -> Callable[..., None]:
    """A function that fails."""

    def fail(*arguments: object, **named: object) -> None:
        raise error

    return fail


SPOILS: dict[str, Callable[[SmallProject], object]] = {
    "a figure": lambda small: small.change(OBSERVATIONS, "61.5", "many"),
    "a missing figure": lambda small: small.change(OBSERVATIONS, "PLANS,Shire,2024-10,60.0,,,,\n", ""),
    "a table": lambda small: small.write(OBSERVATIONS, b"PK\x03\x04"),
    "a target": lambda small: small.change("inputs/2024-11/targets.csv", "60,,,50", "60,,,"),
    "the edition": lambda small: small.write("inputs/2024-11/edition.yaml", "month"),
    "the spec": lambda small: small.change(SPEC, "polarity: H", "polarity: high"),
    "the spec's YAML": lambda small: small.write(SPEC, "areas: ["),
    "no spec": lambda small: (small.folder / SPEC).unlink(),
    "the style": lambda small: small.write("styles/kent.yaml", "font: 1"),
    "the workbook of inputs": lambda small: small.write("inputs/2024-11/inputs.xlsx", b"no workbook"),
}


@pytest.mark.parametrize("spoil", SPOILS.values(), ids=SPOILS.keys())
def test_what_the_user_can_mend_exits_with_1(
    small: SmallProject, run: Run, spoil: Callable[[SmallProject], object]
) -> None:
    spoil(small)
    before = files(small.folder)
    ran = run("build", "2024-11")
    assert (ran.code, ran.out) == (1, "")
    assert "nothing was written." in ran.err.splitlines()[0]
    assert "Traceback" not in ran.err
    assert files(small.folder) == before


STAGE_FUNCTIONS = [
    *((project, name) for name in ("load_spec", "load_style", "read_inputs", "disclose")),
    *((stages, name) for name in ("make_scorecard", "make_commentary")),
    (checks, "check_scorecard"),
    (recipe, "make_pages"),
]


@pytest.mark.parametrize(("module", "stage"), STAGE_FUNCTIONS, ids=[stage for _, stage in STAGE_FUNCTIONS])
def test_a_fault_of_any_stage_exits_with_3(
    small: SmallProject, run: Run, monkeypatch: pytest.MonkeyPatch, module: ModuleType, stage: str
) -> None:
    monkeypatch.setattr(module, stage, raising(KeyError("lost")))
    before = files(small.folder)
    ran = run("build", "2024-11")
    assert (ran.code, ran.out) == (3, "")
    assert "This is a fault of workbook-builder" in ran.err
    assert "KeyError: 'lost' (test_cli_failures.py, line " in ran.err
    assert "Traceback" not in ran.err
    assert files(small.folder) == before


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), 1, "it cannot be written (No space left on device)"),
        (RuntimeError("a bug"), 3, "RuntimeError: a bug"),
        (KeyboardInterrupt(), 1, "Stopped; the previous output is untouched."),
    ],
)
@pytest.mark.parametrize("share", [0, 0.5, 1])
def test_a_failure_while_writing_leaves_the_old_file(
    small: SmallProject,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    code: int,
    said: str,
    share: float,
) -> None:
    write = xlsx.write

    def fail(workbook: Workbook, looks: Looks, path: Path) -> None:
        write(workbook, looks, path)
        if share < 1:
            path.write_bytes(path.read_bytes()[: int(share * path.stat().st_size)])
        raise error

    monkeypatch.setattr(xlsx, "write", fail)
    small.change(OBSERVATIONS, "61.5", "62.5")
    before = files(small.folder)
    ran = run("build", "2024-11")
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert files(small.folder) == before


def test_a_failure_of_new_leaves_nothing(small: SmallProject, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "write", raising(OSError(errno.ENOSPC, "No space left on device")))
    before = files(small.folder)
    ran = run("new", "2024-12", "--xlsx")
    assert (ran.code, ran.out) == (1, "")
    assert "it cannot be made (No space left on device)" in ran.err
    assert files(small.folder) == before


def test_a_folder_in_the_place_of_the_output_is_a_problem(small: SmallProject, run: Run) -> None:
    folder = small.folder / "November.xlsx"
    folder.mkdir()
    before = files(small.folder)
    ran = run("build", "2024-11", "--output", str(folder))
    assert ran.code == 1
    lines = ran.err.splitlines()
    assert lines[2] == str(folder)
    assert lines[3].startswith("    found:   it cannot be written (")
    assert lines[4:] == [
        "    allowed: a file that may be replaced",
        "    remedy:  close November.xlsx if it is open in Excel, or choose another file with --output",
    ]
    assert files(small.folder) == before


def test_an_output_below_a_file_is_a_problem(small: SmallProject, run: Run) -> None:
    before = files(small.folder)
    ran = run("build", "2024-11", "--output", str(small.folder / SPEC / "November.xlsx"))
    assert ran.code == 1
    assert "it cannot be written (" in ran.err
    assert files(small.folder) == before


def test_the_same_inputs_give_the_same_bytes(small: SmallProject, run: Run) -> None:
    before = files(small.folder)
    assert run("build", "2024-11").code == 0
    assert files(small.folder) == before


KILLED = """
import sys, time
from workbook_builder.cli import main
from workbook_builder.outputs.xlsx import writer as xlsx

write = xlsx.write

def slow(*arguments):
    write(*arguments)
    print("writing", flush=True)
    time.sleep(600)

xlsx.write = slow
main(sys.argv[1:])
"""


def test_a_build_that_is_killed_leaves_the_old_file(small: SmallProject, run: Run) -> None:
    before = (small.folder / OUTPUT).read_bytes()
    small.change(OBSERVATIONS, "61.5", "62.5")
    command = [sys.executable, "-c", KILLED, "build", "2024-11", "--project", str(small.folder)]
    with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            said = process.stdout.readline() if process.stdout else ""
        finally:
            process.kill()
    assert said == "writing\n"
    assert (small.folder / OUTPUT).read_bytes() == before
    assert run("build", "2024-11").code == 0
    assert (small.folder / OUTPUT).read_bytes() != before


def test_a_fault_of_ours_leaves_a_log_without_the_users_words(
    small: SmallProject, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(project, "read_inputs", raising(KeyError("Eastham 61.5")))
    ran = run("build", "2024-11", "--area", "Eastham", "--style=kent")
    (log,) = tmp_path.glob("workbook-builder-*.log")
    text = log.read_text(encoding="utf-8")
    assert (ran.code, ran.err.splitlines()[-1]) == (
        3,
        f"Please report it with this log, which holds no figure, text or name: {log}",
    )
    assert f"workbook-builder {__version__}, Python " in text
    assert "command: workbook-builder build … --area … --style --project …" in text
    assert "builtins.KeyError" in text
    assert "in read_inputs" in text or "in fail" in text
    assert "Eastham" not in text
    assert "61.5" not in text
