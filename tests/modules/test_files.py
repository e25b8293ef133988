"""What is written is whole or not there, keeps the mode of what it replaces, and goes over nobody else's work."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.support.commands import environment
from workbook_builder import files
from workbook_builder.files import locked, replacing, workshop
from workbook_builder.problems import ProblemsFound

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and locks of Unix")


def names(folder: Path) -> list[str]:
    """What stands in a folder, hidden or not."""
    return sorted(path.name for path in folder.iterdir())


def write(file: Path, text: str, **how: bytes | None) -> None:
    """Replace a file's content."""
    with replacing(file, **how) as temporary:  # type: ignore[arg-type]
        temporary.write_text(text)


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "er" / "a.csv"
    write(file, "one")
    write(file, "two")
    assert (file.read_text(), names(file.parent)) == ("two", ["a.csv"])


def test_a_failure_leaves_the_former_file_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("before")
    with pytest.raises(TypeError), replacing(file) as temporary:
        temporary.write_text(b"half")  # type: ignore[arg-type]
    assert (file.read_text(), names(tmp_path)) == ("before", ["a.csv"])


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_mode_of_the_former_file_is_kept(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "a.csv"
    file.write_text("before")
    file.chmod(mode)
    write(file, "after")
    assert stat.S_IMODE(file.stat().st_mode) == mode


@posix
def test_a_new_file_has_the_mode_that_the_user_gives_to_new_files(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    former = os.umask(0o027)
    try:
        write(file, "new")
    finally:
        os.umask(former)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


@posix
def test_a_link_goes_on_leading_to_the_file_that_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    real, link = tmp_path / "share" / "a.csv", tmp_path / "a.csv"
    real.write_text("before")
    link.symlink_to(real)
    write(link, "after")
    assert (real.read_text(), link.is_symlink()) == ("after", True)


@pytest.mark.parametrize(("before", "read"), [(b"then", b"earlier"), (b"then", None), (None, b"earlier")])
def test_what_somebody_else_wrote_meanwhile_is_not_replaced(
    tmp_path: Path, before: bytes | None, read: bytes | None
) -> None:
    file = tmp_path / "a.csv"
    if before is not None:
        file.write_bytes(before)
    with pytest.raises(ProblemsFound) as found:
        write(file, "ours", read=read)
    assert found.value.problems[0].found == "it has changed since it was read: another program saved it just now"
    assert files.content(file) == before


def test_what_is_as_it_was_read_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    write(file, "first", read=None)
    write(file, "second", read=b"first")
    assert file.read_text() == "second"


STRAY = """
import sys, time
from pathlib import Path
from workbook_builder.files import replacing, workshop

place = Path(sys.argv[2])
with {"file": replacing, "folder": workshop}[sys.argv[1]](place) as temporary:
    (temporary / "x" if temporary.is_dir() else temporary).write_text("half")
    print("writing", flush=True)
    time.sleep(600)
"""


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_a_killed_run_left_is_removed_by_the_next_and_not_before_it_has_ended(tmp_path: Path, kind: str) -> None:
    place = tmp_path / "a"
    with subprocess.Popen(
        [sys.executable, "-c", STRAY, kind, str(place)], env=environment(), stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "writing\n"
            (temporary,) = names(tmp_path)
            files._remove_strays(place)
            assert names(tmp_path) == [temporary]
        finally:
            process.kill()
    write(tmp_path / "other", "x")
    assert names(tmp_path) == [temporary, "other"]
    write(tmp_path / "a", "whole")
    assert names(tmp_path) == ["a", "other"]


def test_a_workshop_is_gone_when_work_has_ended_or_failed(tmp_path: Path) -> None:
    with pytest.raises(TypeError), workshop(tmp_path / "new") as folder:
        (folder / "a").write_text(b"x")  # type: ignore[arg-type]
    assert names(tmp_path) == []
    with workshop(tmp_path / "new") as folder:
        (folder / "a").write_text("x")
        (folder / "a").rename(tmp_path / "new")
    assert names(tmp_path) == ["new"]


@posix
def test_of_two_runs_that_lock_a_folder_the_second_waits_for_the_first(tmp_path: Path) -> None:
    order: list[str] = []

    def second() -> None:
        with locked(tmp_path):
            order.append("second")

    with locked(tmp_path):
        waiting = threading.Thread(target=second)
        waiting.start()
        waiting.join(0.3)
        order.append("first")
    waiting.join()
    assert (order, names(tmp_path)) == (["first", "second"], [])


@posix
def test_who_waits_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_PATIENCE", 0.0)
    with locked(tmp_path), pytest.raises(ProblemsFound) as found, locked(tmp_path):
        pass
    assert found.value.problems[0].found == "another run of workbook-builder is writing into it"
