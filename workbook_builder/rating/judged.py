"""The scheme `judged`: somebody's rating, stated with its reason beside the figure; nothing computes it."""

from __future__ import annotations

from workbook_builder.rating.expressions import Known
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import Fault, Rag, Scheme


def _reason(rating: Rag, known: Known) -> str:
    return "it was judged so"


def _fault(polarity: Polarity | None, known: Known) -> Fault | None:
    """Nothing is compared, so that nothing can contradict itself."""
    return None


JUDGED = Scheme(
    id="judged",
    rules={},
    standards=(),
    asks="a rating that is stated with its reason",
    remedy="`rating` and `reason` in the table observations",
    reason=_reason,
    fault=_fault,
    judgements=(Rag.RED, Rag.AMBER, Rag.GREEN, Rag.BLUE),
)
