"""Builds a council's monthly performance scorecard: one spec, one folder of figures, one style file."""

__version__ = "1.0.0"
