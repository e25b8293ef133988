"""The licence of a scorecard's data, as `indicator_specs.yaml` may state it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from workbook_builder.specs.fields import STRICT, Text, described


@dataclass(frozen=True)
class Licence:
    """By which terms others may use the data."""

    __pydantic_config__ = STRICT
    name: Annotated[Text, described("Its id at opendefinition.org, such as OGL-UK-3.0.")]
    title: Annotated[Text, described("What it is called.")]
    path: Annotated[Text, described("Where its text stands: an address.", pattern=r"^https?://\S+$")]
