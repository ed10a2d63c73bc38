"""The equation of each method, read from the prose of the method itself, so that both cannot differ."""

from __future__ import annotations

import re
from functools import cache

from carbonpath.inventory import splicing
from carbonpath.inventory.methods import METHODS

SPLICED = "spliced_"
"""Beginning of the method of a row that was filled."""

_FORMULA = re.compile(r"``((?:E|EF)[A-Za-z_0-9, ]*=[^`]*)``")


@cache
def equation_of(method: str, gas: str) -> str:
    """Return the equations of a method for a gas, separated by ``; ``.

    Parameters
    ----------
    method
        Name of the method, as in EMISSIONS.
    gas
        CO2, CH4 or N2O.

    Raises
    ------
    KeyError
        If there is no such method.
    """
    if method.startswith(SPLICED):
        return _technique(method.removeprefix(SPLICED))
    prose = {module.NAME: module.__doc__ or "" for module in METHODS}[method]
    formulas = [" ".join(found.split()) for found in _FORMULA.findall(prose)]
    other = [formula for formula in formulas if formula.startswith(("E_CH4", "E_N2O"))]
    own = other if gas != "CO2" and other else [formula for formula in formulas if formula not in other]
    return "; ".join(own)


def _technique(name: str) -> str:
    """Return what the splicing techniques say of one of them."""
    lines = " ".join((splicing.__doc__ or "").split()).split(" - ")
    return next(line.replace("``", "").rstrip(";.") for line in lines if line.startswith(name))
