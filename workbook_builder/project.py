"""A project: a folder of editions, specs and styles. What is read of it is read here; nothing after it holds a path.

An edition is read by the spec of its time, disclosed as it may be told, and accompanied by the edition before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from workbook_builder.disclosure import Disclosed, Earlier, disclose, disclose_earlier
from workbook_builder.inputs import read_inputs
from workbook_builder.inputs.edition import INPUTS, editions, find_edition
from workbook_builder.inputs.folders import spec_file
from workbook_builder.kept import kept
from workbook_builder.periods import Period
from workbook_builder.specs import load_spec
from workbook_builder.specs.model import Spec
from workbook_builder.style_files import choose_style, sources_of, style_names
from workbook_builder.styles import Looks, load_style

OUTPUTS = "outputs"


@dataclass(frozen=True)
class Known:
    """All that is known of an edition: the spec that describes it, what it may tell, and the edition before it."""

    spec: Spec
    inputs: Disclosed
    earlier: Earlier | None


@dataclass(frozen=True)
class Project:
    """The project in a folder."""

    folder: Path

    @cached_property
    def editions(self) -> list[Period]:
        """The months that have a folder of inputs, oldest first."""
        return editions(self.folder)

    @property
    def style_names(self) -> list[str]:
        """The styles that it has."""
        return style_names(self.folder)

    def find(self, name: str) -> Period:
        """The edition of that name. Raises `ProblemsFound` where there is none."""
        return find_edition(self.folder, name)

    def spec(self, month: Period | None = None) -> Spec:
        """The spec that an edition is read by; the project's own for none. Raises `ProblemsFound` with its faults."""
        return load_spec(self.folder, spec_file(self.folder, month)) if month else load_spec(self.folder)

    def style(self, name: str = "", stated: str = "") -> Looks:
        """A style by its name; without one that which the scorecard has `stated`, else the project's only one.

        Raises `ProblemsFound` with what is wrong with it.
        """
        chosen = choose_style(self.folder, name, stated)

        def sources() -> tuple[str, ...]:
            return sources_of(self.folder, chosen)

        known = sources()
        return kept("style", known, lambda: load_style(self.folder, chosen), lambda: sources() == known)

    def known(self, month: Period, spec: Spec) -> Known:
        """An edition that `spec` describes. Raises `ProblemsFound` with all that cannot be read."""
        inputs = disclose(spec, read_inputs(spec, self.folder, month))
        return Known(spec, inputs, disclose_earlier(self.folder, inputs))

    def inputs_of(self, month: Period) -> Path:
        """The folder of an edition's inputs."""
        return self.folder / INPUTS / str(month)

    def output(self, name: str) -> Path:
        """Where a file goes that is made, unless another place is asked for."""
        return self.folder / OUTPUTS / name
