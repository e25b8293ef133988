"""`python -m tests.support.public_tables 2000`: judges so many scorecards by both methods."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator

from tests.support.public_tables.judging import Published, lightest, naively, one_edition, two_editions, weight


def judged(seed: int) -> Iterator[str]:
    """What one made-up scorecard, and its two editions, turn out to be."""
    for name, published in (("first", one_edition(seed)), ("later", two_editions(seed))):
        if published.demands:
            yield f"{name} editions"
            yield from [f"{name} editions' small counts"] * len(published.demands)
            yield from [f"{name} editions' small counts that are told to be beyond protection"] * len(
                published.decision.unmet
            )
            yield from [f"{name} editions' rows withheld for others"] * len(published.others)
            yield from ["UNSAFE by the proof"] * (not published.proof.is_safe)
            yield from ["FOUND OUT by the second method"] * len(published.found_out())
    yield from _naive(one_edition(seed))
    yield from _agreement("two patterns", two_editions(seed, knows_the_past=False))
    yield from _optimum(one_edition(seed))


def _naive(published: Published) -> Iterator[str]:
    yield from _agreement("small rows only", naively(published))
    yield from _agreement("numerators only", naively(published, ("measure", "denominator")))


def _agreement(name: str, published: Published) -> Iterator[str]:
    exposed, found = published.compared()
    yield from [f"{name}: small counts"] * len(published.demands)
    yield from [f"{name}: found out"] * len(found)
    yield from ["THE METHODS DISAGREE"] * len(exposed ^ found)


def _optimum(published: Published) -> Iterator[str]:
    adds_up = published.scorecard.spec.indicators[0].adds_up
    if published.demands and len(published.scorecard.spec.places) <= 7 and adds_up and not adds_up.measure:
        yield "solved exactly"
        yield from ["heavier than 1.05 of the lightest"] * (
            weight(published, published.others) > 1.05 * lightest(published)
        )


if __name__ == "__main__":
    first, last = (int(argument) for argument in (["0", *sys.argv[1:]])[-2:])
    counts = Counter(word for seed in range(first, last) for word in judged(seed))
    for word, count in sorted(counts.items()):
        print(f"{count:>8,} {word}")
