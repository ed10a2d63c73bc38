"""Environments for other tools: made from the package index when a benchmark asks, and kept for the next time."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PACKAGES = {
    "linopy": ("linopy", "highspy"),
    "tz-osemosys": ("tz-osemosys", "highspy"),
    "temoa": ("temoa",),
    "pypsa": ("pypsa",),
    "calliope": ("calliope",),
    "calliope-0.7": ("calliope==0.7.0.dev7", "pandas<3"),
}
"""What is installed for each tool."""
MODULES = {
    "linopy": "linopy",
    "tz-osemosys": "tz.osemosys",
    "temoa": "temoa",
    "pypsa": "pypsa",
    "calliope": "calliope",
    "calliope-0.7": "calliope",
}
"""What a script of each tool imports first."""
INTERPRETERS = {"temoa": "python3.12"}
"""Interpreter of a tool that needs a newer one than this."""
INSTALL_SECONDS = 600


@dataclass(frozen=True)
class Environment:
    """A tool as installed, or why it is not."""

    name: str
    """Name of the tool."""
    python: Path | None
    """Interpreter that has it; None if it could not be installed."""
    reason: str = ""
    """Last words of the installer."""


def environment(name: str, folder: Path) -> Environment:
    """Return the environment of a tool below `folder`, made if it is not there."""
    place = folder / name
    python = place / "bin" / "python"
    wanted = INTERPRETERS.get(name)
    interpreter = sys.executable if wanted is None else shutil.which(wanted)
    if interpreter is None:
        return Environment(name, None, f"needs {wanted}")
    if not python.is_file():
        subprocess.run([interpreter, "-m", "venv", str(place)], check=True)
    if imports(python, MODULES[name]):
        return Environment(name, python)
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES[name]]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=INSTALL_SECONDS)
    except subprocess.TimeoutExpired:
        return Environment(name, None, f"not installed within {INSTALL_SECONDS} s")
    if done.returncode == 0 and imports(python, MODULES[name]):
        return Environment(name, python)
    errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
    return Environment(name, None, errors[-1] if errors else "installed, but cannot be imported")


def imports(python: Path, module: str) -> bool:
    """Tell whether an interpreter has a module."""
    return subprocess.run([str(python), "-c", f"import {module}"], capture_output=True, check=False).returncode == 0
