"""Checks of a system before it is solved; each returns problems and never raises."""
