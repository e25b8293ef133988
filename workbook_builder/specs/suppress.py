"""What a public edition withholds, as `indicator_specs.yaml` may state it under `suppress`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Annotated

from workbook_builder.specs.catalogue import Level
from workbook_builder.specs.fields import STRICT, Reference, described


class Preset(Enum):
    """Whose published rules apply where the spec says nothing else.

    `dfe`: counts 1 to 5 withheld, zeros shown, the rest as it is (Department for Education, Children in need).
    `nhs`: counts 1 to 7 withheld, the rest to the nearest 5, percentages of rounded numbers (NHS Digital, HES).
    """

    DFE = "dfe"
    NHS = "nhs"


class Zeros(Enum):
    """Whether a count of 0 is printed, or as confidential as a small one."""

    SHOWN = "shown"
    WITHHELD = "withheld"


class UnknownNumerators(Enum):
    """What becomes of a percentage of which the inputs give no numerator."""

    SMALL = "withhold_small"
    ALL = "withhold_all"
    SHOWN = "show"


@dataclass(frozen=True)
class Total:
    """An indicator whose counts are sums over the months of another's."""

    __pydantic_config__ = STRICT
    total: Annotated[Reference, described("The rolling twelve months (R12M) or the year to date (YTD).")]
    of: Annotated[Reference, described("The same, counted month by month (MS).")]


@dataclass(frozen=True)
class Suppress:
    """What a public edition withholds to protect confidentiality; each key by itself overrides the preset's."""

    __pydantic_config__ = STRICT
    preset: Annotated[Preset, described("dfe or nhs: whose rules apply where no key says otherwise.")] = Preset.DFE
    from_: Annotated[
        int | None, described("The smallest count that is withheld (dfe 1, nhs 1).", alias="from", ge=1, le=1000)
    ] = None
    to: Annotated[int | None, described("The largest count that is withheld (dfe 5, nhs 7).", ge=1, le=1000)] = None
    zeros: Annotated[
        Zeros | None, described("shown (both presets), or withheld: a count of 0 is as confidential as a small one.")
    ] = None
    complement: Annotated[
        bool | None,
        described("true: a few who are not in the numerator (39 of 40) are as confidential as a few who are."),
    ] = None
    rounding: Annotated[
        int | None,
        described("What counts are rounded to: 0 as they are (dfe), 5 to the nearest 5 (nhs).", ge=0, le=100),
    ] = None
    county_rounding: Annotated[
        int | None, described("The county's rounding, where it is another than `rounding`.", ge=0, le=100)
    ] = None
    decimals: Annotated[
        int | None,
        described("The most decimals that percentages are printed with; left out: as elsewhere.", ge=0, le=6),
    ] = None
    mark: Annotated[
        str, described("What stands in place of a figure in the public workbook.", min_length=1, max_length=10)
    ] = "[c]"
    suppressed_at_least: Annotated[
        int,
        described(
            "What a reader may take a withheld count to be at least. 0: also a 0 may be withheld with its row. "
            "1: a 0 always stands, and readers are reckoned with who know that.",
            ge=0,
            le=1,
        ),
    ] = 0
    except_indicators: Annotated[
        tuple[Reference, ...], described("Indicators that count no people, of which nothing is confidential.")
    ] = ()
    areas: Annotated[
        tuple[Reference, ...],
        described("Where small counts are confidential: county, district, a kind of team, names; left out: all."),
    ] = ()
    last_areas: Annotated[
        tuple[Reference, ...],
        described("What is withheld for the sake of others only when nothing else helps: levels, kinds, names."),
    ] = (Level.COUNTY.value,)
    last_indicators: Annotated[
        tuple[Reference, ...], described("Indicators (statutory ones, say) that are withheld after all others.")
    ] = ()
    unknown_numerators: Annotated[
        UnknownNumerators | None,
        described(
            "Percentages without a numerator in the inputs: withhold_small (those that the row's known denominators "
            "make a few people of, or of few), withhold_all or show."
        ),
    ] = None
    small_denominators: Annotated[
        int, described("Under which a denominator makes such a percentage one of few.", ge=0, le=1000)
    ] = 20
    withhold_unknown: Annotated[
        tuple[Reference, ...], described("Indicators of which every percentage without a numerator is withheld.")
    ] = ()
    totals: Annotated[
        tuple[Total, ...], described("Sums over months that readers can take apart, if both are printed.")
    ] = ()


PRESETS: dict[Preset, dict[str, object]] = {
    Preset.DFE: {"from_": 1, "to": 5, "rounding": 0},
    Preset.NHS: {"from_": 1, "to": 7, "rounding": 5},
}
"""What each preset says where the spec does not; what neither says is in `OTHERWISE`."""
OTHERWISE: dict[str, object] = {
    "zeros": Zeros.SHOWN,
    "complement": False,
    "unknown_numerators": UnknownNumerators.SMALL,
}
