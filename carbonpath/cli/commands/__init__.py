"""Commands of carbonpath, one module each with its `command`; loaded on demand, hence by name."""

COMMANDS: tuple[str, ...] = (
    "init",
    "doctor",
    "survey",
    "factors",
    "inventory",
    "scenario",
    "run",
    "compare",
    "peak",
    "explain",
    "macc",
    "wedges",
    "decompose",
    "targets",
    "ets",
    "cobenefit",
    "plot",
    "solve",
    "runs",
    "config",
)
"""Every command, in reading order."""
