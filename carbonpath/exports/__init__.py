"""Result tables for other programs, one file each."""

from __future__ import annotations

from types import ModuleType

from carbonpath.exports import csv, excel, iamc_long, iamc_wide

EXPORTERS: tuple[ModuleType, ...] = (csv, excel, iamc_wide, iamc_long)
"""Every exporter; each has ``FORMAT``, ``SUFFIX`` and ``export(tables, path, options)``."""


def exporter(name: str) -> ModuleType:
    """Return the exporter of a format.

    Raises
    ------
    KeyError
        If there is none of that name.
    """
    return {module.FORMAT: module for module in EXPORTERS}[name]
