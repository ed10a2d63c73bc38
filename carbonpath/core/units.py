"""The one place where units are converted; pint does the arithmetic."""

from __future__ import annotations

import re
import tokenize
import tomllib
import unicodedata
from functools import cache
from importlib.resources import as_file, files

import pint

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem

_RATIO = re.compile(r"/(?![^(]*\))")


@cache
def _registry() -> pint.UnitRegistry[float]:
    with as_file(files(__package__) / "units.txt") as definitions:
        return pint.UnitRegistry(str(definitions), autoconvert_to_preferred=False)


@cache
def _spellings() -> tuple[dict[str, str], dict[str, float]]:
    data = tomllib.loads((files(__package__) / "units.toml").read_text(encoding="utf-8"))
    return data["spellings"], data["numerals"]


def _expression(unit: str) -> str:
    """Return a pint expression for one unit without a ratio."""
    spellings, numerals = _spellings()
    if unit in spellings:
        return f"({spellings[unit]})"
    folded = unicodedata.normalize("NFKC", unit).strip()
    if folded in spellings:
        return f"({spellings[folded]})"
    for numeral in sorted(numerals, key=len, reverse=True):
        if folded.startswith(numeral) and len(folded) > len(numeral):
            return f"({numerals[numeral]}*{_expression(folded[len(numeral) :])})"
    return f"({folded})"


@cache
def conversion_factor(unit: str, target: str) -> float:
    """Return by what to multiply a number in `unit` to have it in `target`.

    Parameters
    ----------
    unit, target
        Spellings such as ``万t``, ``GJ/t``, ``1e4_nm3``, ``10^8 tkm/y``; case matters (``Mt`` is not ``mt``).

    Raises
    ------
    DataError
        CP-220 if a unit is unknown, CP-221 if the two are of different kinds (a mass is no volume).
    """
    one, wanted = _quantity(unit), _quantity(target)
    try:
        return float(one.to(wanted.units).magnitude / wanted.magnitude)
    except pint.errors.DimensionalityError as error:
        raise DataError(Problem("CP-221", value=unit, details={"target": target})) from error


def _quantity(unit: str) -> pint.Quantity[float]:
    expression = "/".join(_expression(part) for part in _RATIO.split(unit))
    try:
        return _registry().Quantity(_registry().parse_expression(expression))
    except (pint.errors.PintError, ValueError, TypeError, AssertionError, AttributeError, tokenize.TokenError) as error:
        raise DataError(Problem("CP-220", value=unit)) from error


def convert(value: float, unit: str, target: str) -> float:
    """Return `value` given in `unit` as a number in `target` (see `conversion_factor`)."""
    return value * conversion_factor(unit, target)


def is_unit(unit: str) -> bool:
    """Tell whether `unit` is a spelling that can be converted."""
    try:
        conversion_factor(unit, unit)
    except DataError:
        return False
    return True
