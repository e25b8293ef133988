"""Folders and files in each other's place, or called so that they would be passed over."""

from __future__ import annotations

import os
import shutil

from tests.support.commands import OUTPUT
from tests.support.excel import BOOK
from tests.support.reading import FOLDER, OBSERVATIONS, TARGETS
from tests.support.small import SmallProject
from tests.support.spoiled.case import Spoil, Spoiled, a_folder, written

EDITIONS_ARE = ("a folder such as inputs/2024-11", "make it with `workbook-builder new`, or check --project")


def a_file(folder: str) -> Spoil:
    """A file in the place of a folder."""

    def spoil(small: SmallProject) -> None:
        shutil.rmtree(small.folder / folder)
        small.write(folder, "no folder")

    return spoil


def a_loop(file: str) -> Spoil:
    """A link to itself in the place of a file."""

    def spoil(small: SmallProject) -> None:
        (small.folder / file).unlink(missing_ok=True)
        (small.folder / file).symlink_to(small.folder / file)

    return spoil


def renamed(old: str, new: str) -> Spoil:
    """Another name for a file or folder."""
    return lambda small: (small.folder / old).rename(small.folder / new)


FOLDERS: Spoiled = {
    "a file for the inputs": (a_file("inputs"), [("inputs/", 'no edition "2024-11"', *EDITIONS_ARE)]),
    "a file for an edition": (a_file(FOLDER), [("inputs/", 'no edition "2024-11"', *EDITIONS_ARE)]),
    "an edition that is called otherwise": (
        renamed(FOLDER, "inputs/November 2024"),
        [("inputs/", 'no edition "2024-11"')],
    ),
    "a file for the styles": (a_file("styles"), [("styles", "a file", "a folder of styles, or nothing")]),
    "a file for the outputs": (a_file("outputs"), [(OUTPUT,)]),
    "a folder for the output": (a_folder(OUTPUT), [(OUTPUT,)]),
    "a folder for the spec": (a_folder("indicator_specs.yaml"), [("indicator_specs.yaml",)]),
    "a table of a mistyped name": (
        renamed(TARGETS, f"{FOLDER}/target.csv"),
        [(f"{FOLDER}/target.csv", "a file that is not read")],
    ),
    "a table of which there are two": (
        written(f"{FOLDER}/sources (1).csv", ""),
        [(f"{FOLDER}/sources (1).csv", "a file that is not read")],
    ),
    "a folder that is no month": (
        written("inputs/2024-13/observations.csv", ""),
        [("inputs/2024-13", "a folder that is not read")],
    ),
}
if os.name != "nt":  # where anybody may make links
    FOLDERS |= {
        "figures that are a link to themselves": (a_loop(OBSERVATIONS), [(OBSERVATIONS,)]),
        "targets that are a link to themselves": (a_loop(TARGETS), [(TARGETS,)]),
        "a workbook that is a link to itself": (
            a_loop(BOOK),
            [(BOOK, "it cannot be read (Too many levels of symbolic links)")],
        ),
    }
