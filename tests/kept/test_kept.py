"""What is kept of earlier runs makes no difference but time, whatever becomes of it."""

from __future__ import annotations

import errno
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.small import SmallProject
from workbook_builder import kept as keeping
from workbook_builder.commands.build import Order, build
from workbook_builder.commands.check import check
from workbook_builder.disclosure.public import disclose_to_the_public
from workbook_builder.inputs import folders
from workbook_builder.kept.form import written
from workbook_builder.periods import month
from workbook_builder.problems import ProblemsFound
from workbook_builder.project import Project
from workbook_builder.specs import loading


def use(monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    """Keep things where a setting says from now on."""
    monkeypatch.setenv(keeping.SETTING, setting)
    keeping._folder.cache_clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in which things are kept."""
    use(monkeypatch, str(tmp_path / "kept"))
    yield tmp_path / "kept"
    monkeypatch.undo()
    keeping._folder.cache_clear()


def built(project: Path) -> bytes:
    return build(Order(project, "2024-11", output=project.parent / "out.xlsx")).file.read_bytes()


def without(project: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """What is built where nothing is kept."""
    setting = os.environ[keeping.SETTING]
    use(monkeypatch, keeping.OFF)
    made = built(project)
    use(monkeypatch, setting)
    return made


def read_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is read from now on, and was not kept: specs and tables."""
    read: list[str] = []
    spec, table = loading.read_spec, folders.read_rows
    monkeypatch.setattr(loading, "read_spec", lambda project, file: (read.append(file), spec(project, file))[1])
    monkeypatch.setattr(
        folders, "read_rows", lambda *given: (read.append(f"{given[1]}/{given[2].name}"), table(*given))[1]
    )
    return read


def test_what_was_kept_is_not_read_again(small: SmallProject, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = without(small.folder, monkeypatch)
    assert built(small.folder) == expected
    read = read_anew(monkeypatch)
    assert built(small.folder) == expected
    assert read == []


def test_only_the_file_that_was_edited_is_read_again(
    small: SmallProject, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(small.folder)
    small.change("inputs/2024-11/observations.csv", "2024-10,60.0", "2024-10,60.1")
    read = read_anew(monkeypatch)
    made = built(small.folder)
    assert read == ["inputs/2024-11/observations"]
    assert made == without(small.folder, monkeypatch)


def test_findings_are_made_anew_after_any_edit(
    small: SmallProject, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edits = (
        ("inputs/2024-11/observations.csv", "2024-10,60.0", "2024-10,160.0"),
        ("inputs/2024-11/targets.csv", "60", "6"),
        ("inputs/2024-11/edition.yaml", "published: 2025", "published: 2026"),
        ("indicator_specs.yaml", "Percentage of plans issued in time", "Percentage of plans issued late"),
    )
    found = [check(small.folder, "2024-11")]
    for file, old, new in edits:
        small.change(file, old, new)
        found.append(check(small.folder, "2024-11"))
        assert check(small.folder, "2024-11") == found[-1]
        use(monkeypatch, keeping.OFF)
        assert check(small.folder, "2024-11") == found[-1]
        use(monkeypatch, str(folder))
    assert found[0] != found[1]


def test_nothing_is_imported_that_only_reads_what_is_known(small: SmallProject, folder: Path) -> None:
    """What takes long to import waits until something is read."""
    code = (
        "import sys\nfrom pathlib import Path\nfrom workbook_builder.commands.build import Order, build\n"
        f"build(Order(Path({str(small.folder)!r}), '2024-11'))\nprint(*sorted(sys.modules))"
    )
    first, second = (
        set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())
        for _ in range(2)
    )
    assert {"pydantic", "yaml"} <= first
    assert not {"pydantic", "pydantic_core", "yaml"} & second


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.kept"))


def fill_with(content: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        for file in files(folder):
            file.write_bytes(content(file.read_bytes()))

    return spoil


def make_folders(folder: Path) -> None:
    for file in files(folder):
        file.unlink()
        file.mkdir()


def exchange(folder: Path) -> None:
    contents = [file.read_bytes() for file in files(folder)]
    for file, content in zip(files(folder), contents[1:] + contents[:1], strict=True):
        file.write_bytes(content)


def delete(folder: Path) -> None:
    for file in files(folder):
        file.unlink()


def another(content: bytes) -> bytes:
    """What is whole, and not what is looked for."""
    return written(("another", 1))


SPOILT: dict[str, Callable[[Path], None]] = {
    "deleted": delete,
    "rubbish": fill_with(lambda content: random.Random(1).randbytes(len(content))),
    "cut short": fill_with(lambda content: content[: len(content) // 2]),
    "one letter another": fill_with(lambda content: content[:-9] + bytes([content[-9] ^ 1]) + content[-8:]),
    "empty": fill_with(lambda content: b""),
    "something else": fill_with(another),
    "folders": make_folders,
    "exchanged": exchange,
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_whatever_becomes_of_it_the_workbook_is_the_same(
    spoil: Callable[[Path], None], small: SmallProject, folder: Path
) -> None:
    first = built(small.folder)
    assert len(files(folder)) > 3
    spoil(folder)
    assert built(small.folder) == first


def no_room(*given: object, **more: object) -> None:
    raise OSError(errno.ENOSPC, "no space left on device")


@pytest.mark.parametrize("call", ["open", "replace"])
def test_a_full_disk_makes_no_difference(
    call: str, small: SmallProject, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = without(small.folder, monkeypatch)
    with monkeypatch.context() as full:
        full.setattr(keeping.os, "replace", no_room) if call == "replace" else full.setattr(
            keeping, "open", no_room, raising=False
        )
        assert keeping.kept("any", ["part"], lambda: "made", lambda: True) == "made"
    assert list(folder.iterdir()) == []
    assert built(small.folder) == expected


@pytest.mark.parametrize("place", ["/proc/nowhere", "/dev/null", "a file"])
def test_a_folder_that_cannot_be_made_makes_no_difference(
    place: str, small: SmallProject, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = without(small.folder, monkeypatch)
    (tmp_path / "a file").touch()
    use(monkeypatch, str(tmp_path / place))
    assert keeping._folder() is None
    assert built(small.folder) == expected


@pytest.mark.skipif(os.name == "nt", reason="Windows gives each user a folder of their own")
def test_nothing_is_read_from_a_folder_that_others_can_write_into(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o777)
    assert keeping.kept("any", ["part"], lambda: "made", lambda: True) == "made"
    assert list(folder.iterdir()) == []


def test_the_folder_is_the_users_alone(folder: Path) -> None:
    keeping.kept("any", ["part"], lambda: "made", lambda: True)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [file.stat().st_mode & 0o777 for file in folder.iterdir()] == [0o600]


def test_exchanged_inputs_are_read_as_what_they_are(
    small: SmallProject, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(small.folder)
    small.change("inputs/2024-11/observations.csv", "2024-10,60.0", "2024-10,60.1")
    changed = built(small.folder)
    small.change("inputs/2024-11/observations.csv", "2024-10,60.1", "2024-10,60.0")
    assert built(small.folder) == without(small.folder, monkeypatch) != changed


def test_another_program_reads_everything_anew(
    small: SmallProject, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(small.folder)
    monkeypatch.setattr(keeping, "_program", lambda: b"a rule is another")
    read = read_anew(monkeypatch)
    built(small.folder)
    assert "indicator_specs.yaml" in read
    assert "inputs/2024-11/observations" in read


def test_the_program_is_known_by_all_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_PACKAGE", tmp_path)
    (tmp_path / "rules").mkdir()
    rule = tmp_path / "rules" / "jump.py"
    rule.write_text("usual = 1")
    known = keeping._program.__wrapped__()
    assert keeping._program.__wrapped__() == known
    rule.write_text("usual = 10")
    assert keeping._program.__wrapped__() != known


def test_nothing_is_kept_of_a_table_with_problems(small: SmallProject, folder: Path) -> None:
    small.change("inputs/2024-11/observations.csv", "2024-10,60.0", "2024-10,sixty")
    reports = []
    for _ in range(2):
        with pytest.raises(ProblemsFound) as found:
            check(small.folder, "2024-11")
        reports.append(str(found.value))
    assert reports[0] == reports[1]
    assert "sixty" in reports[0]
    assert not [
        file for file in files(folder) if b"PLANS" in file.read_bytes() and b"Observation" in file.read_bytes()
    ]


def test_nothing_is_kept_of_a_spec_with_problems(small: SmallProject, folder: Path) -> None:
    small.change("indicator_specs.yaml", "polarity: H", "polarity: X")
    for _ in range(2):
        with pytest.raises(ProblemsFound, match="polarity"):
            check(small.folder, "2024-11")
    assert files(folder) == []


def test_what_changes_while_it_is_read_is_not_kept(folder: Path) -> None:
    assert keeping.kept("any", ["part"], lambda: "made", lambda: False) == "made"
    assert files(folder) == []


def test_what_was_not_used_for_longest_goes_where_there_is_too_much(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "MOST_BYTES", 3_000)
    for n in range(10):
        keeping.kept("any", [str(n)], lambda: "x" * 700, lambda: True)
        for age, file in enumerate(sorted(files(folder), key=lambda one: one.stat().st_mtime_ns)):
            os.utime(file, (age + n, age + n))
    assert sum(file.stat().st_size for file in files(folder)) <= 3_000
    assert keeping.kept("any", ["9"], lambda: "made anew", lambda: True) == "x" * 700
    assert keeping.kept("any", ["0"], lambda: "made anew", lambda: True) == "made anew"


def test_parts_do_not_run_into_each_other(folder: Path) -> None:
    assert keeping.kept("any", ["ab", "c"], lambda: "one", lambda: True) == "one"
    assert keeping.kept("any", ["a", "bc"], lambda: "other", lambda: True) == "other"
    assert keeping.kept("anya", ["b", "c"], lambda: "third", lambda: True) == "third"


def test_what_the_public_is_told_is_never_read_from_what_was_kept(small: SmallProject, folder: Path) -> None:
    """A folder that was emptied for the public states nothing, whichever spec it is asked by."""
    month_, project = month(2024, 11), Project(small.folder)
    spec = project.spec(month_)
    known = project.known(month_, spec)
    other = replace(spec, small_denominator=spec.small_denominator + 1)
    assert any(known.inputs.folders[-1].by(other).values())
    emptied = disclose_to_the_public(spec, known.inputs, known.inputs.observations, ()).folders[-1]
    assert not any(emptied.by(other).values())
