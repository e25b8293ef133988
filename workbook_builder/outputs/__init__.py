"""The last stage: pages of blocks shown in a form of output, a file or folder each. No output knows a rule.

What `build --to` can write stands in `OUTPUTS`, and nowhere else: a line for each, whose module has a function
`write(publication, looks, path)`. It is imported only when it is asked for, and with it the library that it needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from workbook_builder.problems import Problem, ProblemsFound, listed, nearest, quoted

if TYPE_CHECKING:
    from workbook_builder.pages.publication import Publication
    from workbook_builder.styles import Looks

_OPTION = "--to"


@dataclass(frozen=True, slots=True)
class Output:
    """A form of output: the word that asks for it, what it is, how its file or folder is called after the stem.

    `libraries` are those that it needs, which the optional `extra` of this package installs. `has_full`: it can show
    what it leaves out unless that is asked for, by a function `write_full`. `to_know` is what whoever passes it on
    must know of it, in a sentence; "" where there is nothing.
    """

    word: str
    name: str
    ending: str
    module: str
    is_folder: bool = False
    libraries: tuple[str, ...] = ()
    extra: str = ""
    has_full: bool = False
    to_know: str = ""

    @property
    def suffix(self) -> str:
        """What the name of its file ends in, with the dot; "" for a folder."""
        return "" if self.is_folder else f".{self.ending.rpartition('.')[2]}"

    def write(self, publication: Publication, looks: Looks, path: Path, is_full: bool = False) -> None:
        """Write the file at `path`, or files into the empty folder there. The same publication gives the same bytes.

        `is_full`: with every column and page, where it would leave out some.
        Raises `ProblemsFound` with what the user can mend, and `OSError` where it cannot be written.
        """
        module = import_module(f"{__name__}.{self.module}")
        (module.write_full if is_full and self.has_full else module.write)(publication, looks, path)


_LOST = (
    "The OpenDocument file was made by LibreOffice: its headings do not stay in sight while rows are scrolled, and "
    "texts that were centred across columns stand in their first column."
)
_ALL = (
    Output("xlsx", "the workbook", ".xlsx", "xlsx"),
    Output("html", "all pages in one file for a browser", ".html", "html"),
    Output("csv", "the data of all pages, for other programs", "_data", "data", is_folder=True),
    Output("docx", "all pages as a Word document", ".docx", "word", libraries=("docx",), extra="word", has_full=True),
    Output(
        "covering", "a covering report", "_covering.docx", "covering", libraries=("docx", "docxtpl"), extra="word"
    ),
    Output(
        "pdf",
        "all pages as a tagged PDF",
        ".pdf",
        "pdf",
        libraries=("typst", "font_source_sans_pro"),
        extra="pdf",
        has_full=True,
    ),
    Output("ods", "the workbook as OpenDocument", ".ods", "ods", to_know=_LOST),
    Output(
        "accessible",
        "the accessible workbook, as spreadsheets are published",
        "_accessible.xlsx",
        "accessible",
        has_full=True,
    ),
)
OUTPUTS: dict[str, Output] = {output.word: output for output in _ALL}
DEFAULT = "xlsx"
PUBLIC_WORKBOOK = "accessible"
"""The output that is the workbook of a public edition."""
PUBLIC = "_public"
"""What the name of each file of a public edition ends in, before its ending."""


def find_outputs(words: str, is_full: bool = False) -> tuple[Output, ...]:
    """The outputs that are asked for, words with commas between, each once. Raises `ProblemsFound`."""
    asked = tuple(dict.fromkeys(word.strip().casefold() for word in words.split(",") if word.strip()))
    unknown = [word for word in asked if word not in OUTPUTS]
    if unknown or not asked:
        raise ProblemsFound(map(_unknown, unknown or [words]))
    outputs = tuple(OUTPUTS[word] for word in asked)
    if problems := [*_not_installed(outputs), *(_without_full(outputs) if is_full else ())]:
        raise ProblemsFound(problems)
    return outputs


def find_public_outputs(words: str, is_full: bool = False) -> tuple[Output, ...]:
    """The outputs of a public edition: as asked for, but its workbook is of its own form. Raises `ProblemsFound`."""
    workbook = replace(OUTPUTS[PUBLIC_WORKBOOK], word=DEFAULT, ending=".xlsx")
    asked = find_outputs(words, is_full)
    return tuple(dict.fromkeys(workbook if each.word in (DEFAULT, PUBLIC_WORKBOOK) else each for each in asked))


def _unknown(word: str) -> Problem:
    remedy = nearest(word, OUTPUTS, f"write one or more of these, with commas between: {_OPTION} {DEFAULT}")
    return Problem(_OPTION, f"no output {quoted(word)}", listed(OUTPUTS), remedy)


def _not_installed(outputs: Iterable[Output]) -> Iterator[Problem]:
    for output in outputs:
        if lacking := [library for library in output.libraries if find_spec(library) is None]:
            found = f"{output.word}, and no {listed(lacking)} is installed"
            remedy = f'install it with: pip install "workbook-builder[{output.extra}]"'
            yield Problem(_OPTION, found, "outputs whose libraries are installed", remedy)


def _without_full(outputs: Iterable[Output]) -> Iterator[Problem]:
    able = [output.word for output in OUTPUTS.values() if output.has_full]
    if not any(output.has_full for output in outputs):
        remedy = f"ask for one of them, too ({_OPTION} {able[0]}), or leave out --full: the others are always full"
        yield Problem("--full", "no output that leaves anything out", listed(able), remedy)


def places(outputs: Iterable[Output], named: Path | None, folder: Path, stem: str) -> dict[Output, Path]:
    """Where each is written: under its stem in `folder`, or as the user `named` a single one, or in that folder.

    Raises `ProblemsFound` where that name promises something else.
    """
    asked = tuple(outputs)
    if not named:
        return {output: folder / f"{stem}{output.ending}" for output in asked}
    if len(asked) > 1:
        _refuse_file(named, asked)
        return {output: named / f"{stem}{output.ending}" for output in asked}
    _refuse_other_ending(named, asked[0])
    return {asked[0]: named}


def _refuse_file(named: Path, asked: tuple[Output, ...]) -> None:
    if named.suffix.casefold() in {output.suffix for output in OUTPUTS.values()} - {""}:
        found = f"{quoted(named.name)}, one file for {len(asked)} outputs"
        remedy = "name a folder, or ask for one output only"
        raise ProblemsFound([Problem("--output", found, "a folder for all of them", remedy)])


def _refuse_other_ending(named: Path, output: Output) -> None:
    if output.suffix and named.suffix.casefold() != output.suffix:
        found, allowed = f"a name that ends in {quoted(named.suffix)}", f"a name that ends in {output.suffix}"
        raise ProblemsFound([Problem("--output", found, allowed, f"add {output.suffix} to the name")])
