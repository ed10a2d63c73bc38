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

MAX_LENGTH = 60
"""Longest unit that is looked at."""

_SLASH = re.compile(r"/(?![^(]*\))")
_STAR = re.compile(r"[*·×](?![^(]*\))")
_POWER = re.compile(r"(10\^\d{1,2}|1[eE]\d{1,2}|10{3,}|1(?=$))[_ ]*(?=\D|$)")
_NAME = re.compile(r"[^\W\d]+[23]?")
_RAISED = re.compile(r"10([⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
_ORDINARY = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@cache
def _registry() -> pint.UnitRegistry[float]:
    with as_file(files(__package__) / "units.txt") as definitions:
        return pint.UnitRegistry(str(definitions), autoconvert_to_preferred=False)


@cache
def _spellings() -> tuple[dict[str, str], dict[str, float]]:
    data = tomllib.loads((files(__package__) / "units.toml").read_text(encoding="utf-8"))
    return data["spellings"], data["numerals"]


def _expression(unit: str) -> str:
    """Return a pint expression for a unit, made of known names, powers of ten, products and ratios alone.

    Units come from strangers' cells: nothing that they write reaches pint's parser, which would evaluate arithmetic
    (``9**9**9``) and take ``12 t`` for a unit.
    """
    parts = _SLASH.split(unit)
    if len(parts) > 1 and not all(part.strip() for part in parts):
        raise ValueError(unit)
    return "/".join(f"({_product(part)})" for part in parts)


def _product(unit: str) -> str:
    spellings, _ = _spellings()
    if unit in spellings:
        return spellings[unit]
    terms = _STAR.split(unit)
    return "*".join(f"({_term(term)})" for term in terms)


def _term(unit: str) -> str:
    spellings, numerals = _spellings()
    folded = unit.strip()
    if folded in spellings and (folded or not unit):
        return spellings[folded]
    if folded.startswith("(") and folded.endswith(")") and len(folded) > 2:
        return _expression(folded[1:-1])
    if power := _POWER.match(folded):
        rest = folded[power.end() :]
        return f"{power[1].replace('^', '**')}*({_term(rest)})" if rest else power[1].replace("^", "**")
    for numeral in sorted(numerals, key=len, reverse=True):
        if folded.startswith(numeral) and len(folded) > len(numeral):
            return f"{numerals[numeral]}*({_term(folded[len(numeral) :])})"
    if _NAME.fullmatch(folded) and folded in _registry():
        return folded
    raise ValueError(unit)


def _as_power(match: re.Match[str]) -> str:
    return f"10^{match[1].translate(_ORDINARY)}"


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
    if len(unit) > MAX_LENGTH:
        raise DataError(Problem("CP-220", value=f"{unit[:MAX_LENGTH]}..."))
    try:
        folded = unicodedata.normalize("NFKC", _RAISED.sub(_as_power, unit))
        return _registry().Quantity(_registry().parse_expression(_expression(folded)))
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
