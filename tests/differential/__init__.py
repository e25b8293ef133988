"""Random valid projects, built, recalculated and read by other programs, against what the documents say they show.

Nothing in `calendar_of`, `made` and `expected` imports the package: they say once more, from README and the key to
the ratings, what a scorecard must show. `python -m tests.differential 1000` runs many projects by hand.
"""
