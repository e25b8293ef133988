"""What spoils the small project for each rule, and what the rule then says; near misses, where it says nothing."""

from __future__ import annotations

from tests.support.check_cases.case import Cases
from tests.support.check_cases.commentary import COMMENTARY_UNCHANGED, CONTRADICTION, OUTDATED
from tests.support.check_cases.derivable import DERIVABLE
from tests.support.check_cases.figures import NUMERATOR_ABOVE_DENOMINATOR, RATIO, UNIT_SLIP, ZERO_DENOMINATOR
from tests.support.check_cases.impossible import AHEAD, OUT_OF_RANGE, YEAR_TO_DATE
from tests.support.check_cases.merged import MERGED
from tests.support.check_cases.precision import DECIMAL_POINT, PRECISION
from tests.support.check_cases.reconciliation import RECONCILIATION
from tests.support.check_cases.series import JUMP, REVISION, UNCHANGED
from tests.support.check_cases.source import SOURCE
from tests.support.check_cases.standards import MISSING_TARGET, OLDER_BENCHMARK, STANDARDS
from tests.support.check_cases.unfinished import UNFINISHED
from tests.support.check_cases.unread import NAME_IN_EXCEL, NOTHING_RATED, UNSHOWN_TARGET
from tests.support.check_cases.withheld import WITHHELD

CASES: dict[str, Cases] = {
    "ratio": RATIO,
    "unit_slip": UNIT_SLIP,
    "numerator_above_denominator": NUMERATOR_ABOVE_DENOMINATOR,
    "zero_denominator": ZERO_DENOMINATOR,
    "reconciliation": RECONCILIATION,
    "standards": STANDARDS,
    "missing_target": MISSING_TARGET,
    "older_benchmark": OLDER_BENCHMARK,
    "source": SOURCE,
    "unchanged": UNCHANGED,
    "jump": JUMP,
    "revision": REVISION,
    "precision": PRECISION,
    "merged": MERGED,
    "out_of_range": OUT_OF_RANGE,
    "decimal_point": DECIMAL_POINT,
    "year_to_date": YEAR_TO_DATE,
    "ahead": AHEAD,
    "nothing_rated": NOTHING_RATED,
    "unshown_target": UNSHOWN_TARGET,
    "name_in_excel": NAME_IN_EXCEL,
    "derivable": DERIVABLE,
    "contradiction": CONTRADICTION,
    "commentary_unchanged": COMMENTARY_UNCHANGED,
    "outdated": OUTDATED,
    "withheld": WITHHELD,
    "unfinished": UNFINISHED,
}
