"""Nothing that is typed is ever lost, whatever managers type into whichever cells of their copies."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support import returned
from tests.support.commands import files
from tests.support.returned import FIGURES, HEADER, KEPT, typed
from tests.support.small import SmallProject
from workbook_builder.commands.collect import collect
from workbook_builder.commands.collect.keeping import kept_before, write
from workbook_builder.commands.collect.rewriting import Text
from workbook_builder.inputs.cells import unguarded
from workbook_builder.problems import ProblemsFound

INDICATORS = sorted(FIGURES)
KNOWN = f'{HEADER}County,Plans,PLANS,"Known, and agreed.",Team,\n'

words = st.sampled_from(
    ["Plans", "GREEN: ", '"', ",", "=1+1", "'", "-", "@", "\n", "\r\n", " ", "\t", "café", "<r>", "&amp;"]
)
anything = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=40)
texts = st.one_of(st.lists(words, max_size=6).map("".join), anything)
copies = st.lists(st.dictionaries(st.sampled_from(INDICATORS), texts), min_size=1, max_size=3)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A project in which one text is known, and the workbook that is sent out."""
    small = returned.with_commentary(SmallProject(tmp_path_factory.mktemp("made") / "project"))
    small.write(returned.COMMENTARY, KNOWN)
    return small.folder, returned.built(small)


def plain(text: str) -> str:
    """The text but for white space."""
    return " ".join(text.split())


def stated(folder: Path) -> set[str]:
    """The texts that can be read afterwards: those of the file of commentary, and those kept beside it."""
    names = [name for name in (returned.COMMENTARY, KEPT) if (folder / name).exists()]
    return {plain(unguarded(row["text"])) for name in names for row in returned.rows_in(folder / name)}


def is_collected(folder: Path, group: list[Path]) -> bool:
    """Whether the copies were collected; they are refused only while an earlier conflict waits for a person."""
    try:
        collect(folder, group)
    except ProblemsFound as found:
        problems = found.problems
    else:
        return True
    assert all("for the second time" in problem.found for problem in problems)
    return False


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(copies, st.booleans())
def test_every_text_is_found_afterwards(
    made: tuple[Path, Path], filled: list[Mapping[str, str]], one_by_one: bool
) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "project"
        shutil.copytree(made[0], folder)
        returns = [typed(made[1], Path(temporary) / f"Copy {n}.xlsx", texts) for n, texts in enumerate(filled)]
        typed_in: list[str] = []
        for group in [[n] for n in range(len(returns))] if one_by_one else [list(range(len(returns)))]:
            if is_collected(folder, [returns[n] for n in group]):
                typed_in += [plain(text) for n in group for text in filled[n].values()]
        assert {text for text in typed_in if text} | {"Known, and agreed."} <= stated(folder)
        before = files(folder)
        is_collected(folder, returns)
        assert files(folder) == before


@given(st.lists(texts, max_size=4))
def test_what_is_kept_is_read_as_it_was_written(written: list[str]) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        stated = [Text(("", "", "PLANS"), text.replace("\r\n", "\n").strip(), "'=x", "") for text in written]
        write(Path(temporary), {}, stated, [], [], None)
        again = kept_before(Path(temporary), "")
        assert again == list(dict.fromkeys(stated))
