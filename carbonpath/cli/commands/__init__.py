"""Commands of carbonpath, one module each with its `command`; loaded on demand, hence by name."""

COMMANDS: tuple[str, ...] = (
    "init",
    "doctor",
    "survey",
    "inventory",
    "scenario",
    "run",
    "compare",
    "peak",
    "explain",
    "alternatives",
    "futures",
    "macc",
    "wedges",
    "projects",
    "decompose",
    "targets",
    "ets",
    "cobenefit",
    "plot",
    "study",
    "export",
    "solve",
    "runs",
    "config",
)
"""Every command, in reading order."""
