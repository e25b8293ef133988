"""The first stage: `indicator_specs.yaml` as a checked, frozen `Spec`."""

from __future__ import annotations

from pathlib import Path

from workbook_builder.kept import kept
from workbook_builder.specs.model import Spec

SPEC_FILE = "indicator_specs.yaml"


def load_spec(project: Path, file: str = SPEC_FILE) -> Spec:
    """The spec of a project folder, or of an edition in it, by its file as seen from there.

    Raises `ProblemsFound` with everything that is wrong in it.
    """

    def load() -> Spec:
        from workbook_builder.specs.loading import read_spec  # and with it what validates

        return read_spec(project, file)

    path = project / file
    if not path.is_file():
        return load()
    text = path.read_bytes()
    return kept("spec", (file, text), load, lambda: path.read_bytes() == text)
