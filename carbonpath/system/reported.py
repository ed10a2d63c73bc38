"""What the firms' process units did in a year, in the terms of the model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem
from carbonpath.core.units import conversion_factor
from carbonpath.system.conversion import SCALE
from carbonpath.system.district import District

USED = frozenset({"combusted", "input", "feedstock", "flared"})
"""Activities of CONTENT that are inputs of a technology."""

_KEY = ["technology", "base", "role"]


@dataclass(frozen=True, slots=True)
class Reported:
    """Surveyed flows of the technologies of a district."""

    activity: dict[str, float]
    """Activity by technology, in its unit."""
    flows: pd.DataFrame
    """Columns technology, base, role, amount (10^6 units of the commodity)."""


def reported_flows(district: District, content: pd.DataFrame) -> Reported:
    """Return activity and flows of each technology that a surveyed process unit stands for.

    A unit that burns a share of its host's fuel (coal in a gas-fired station) has its own activity and adds to the
    surveyed use of its host.

    Parameters
    ----------
    district
        The district with library coefficients.
    content
        Table CONTENT of one year.

    Raises
    ------
    DataError
        CP-220 or CP-221 for an amount in a unit that does not fit its commodity, with its survey cell.
    """
    facilities = modelled_facilities(district)
    surveyed = content.merge(facilities[["firm", "facility", "technology"]], on=["firm", "facility"], how="inner")
    surveyed["role"] = ["input" if name in USED else "output" for name in surveyed["activity"]]
    matched = surveyed.merge(_keyed_flows(district), on=["technology", "role", "item"], how="inner")
    matched["amount"] = _amounts(matched)
    flows = matched.groupby(_KEY, as_index=False)[["amount"]].sum()
    activity = _activity(district, flows)
    return Reported(activity, _with_hosted(district, facilities, flows, activity))


def modelled_facilities(district: District) -> pd.DataFrame:
    """Return the process units that a technology stands for, with its name in column technology."""
    facilities = district.tables["facilities"]
    modelled = facilities[facilities["library_id"] != ""].copy()
    modelled["technology"] = modelled["firm"] + "." + modelled["library_id"]
    return modelled


def _keyed_flows(district: District) -> pd.DataFrame:
    """Return technology, base, role, item under which surveys report the flow, and unit of its coefficient."""
    entries = district.tables["commodities"].set_index("commodity")[["survey_item", "unit"]]
    keyed = district.flows[_KEY].join(entries, on="base")
    return keyed.rename(columns={"survey_item": "item", "unit": "target"})


def _amounts(rows: pd.DataFrame) -> list[float]:
    amounts: list[float] = []
    problems: list[Problem] = []
    columns = (rows[name] for name in ("value", "unit", "energy", "target", "source"))
    for value, unit, energy, target, source in zip(*columns, strict=True):
        if target == "GJ" and energy > 0:
            amounts.append(float(energy) / SCALE)
            continue
        try:
            amounts.append(float(value) * conversion_factor(str(unit), str(target)) / SCALE)
        except DataError as wrong:
            problems += [Problem(p.code, str(source), "", p.value, p.details) for p in wrong.problems]
    if problems:
        raise DataError(*problems)
    return amounts


def _activity(district: District, flows: pd.DataFrame) -> dict[str, float]:
    """Return activity from the main output, or from the largest input of a unit that reports no output."""
    main = district.technologies["main_output"].to_dict()
    columns = (district.flows[name] for name in ("technology", "base", "ratio"))
    used = district.flows["role"] == "input"
    ratios = {(t, base): ratio for t, base, ratio, own in zip(*columns, used, strict=True) if own}
    made: dict[str, float] = {}
    inputs: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for technology, base, role, amount in zip(*(flows[name] for name in [*_KEY, "amount"]), strict=True):
        if role == "output" and base == main[technology]:
            made[technology] = amount
        elif role == "input":
            inputs[technology].append((amount, base))
    for technology, own in inputs.items():
        if technology not in made:
            amount, base = max(own)
            made[technology] = amount / ratios[technology, base]
    return dict(sorted(made.items()))


def _with_hosted(
    district: District, facilities: pd.DataFrame, flows: pd.DataFrame, activity: Mapping[str, float]
) -> pd.DataFrame:
    """Return `flows` with what guests add to the use of their hosts."""
    places = zip(facilities["firm"], facilities["facility"], strict=True)
    named = dict(zip(places, facilities["technology"], strict=True))
    main = district.technologies["main_output"].to_dict()
    guests = facilities[facilities["host"] != ""]
    extra = [
        (named[firm, host], main[guest], "input", activity.get(guest, 0.0))
        for firm, host, guest in zip(guests["firm"], guests["host"], guests["technology"], strict=True)
    ]
    both = pd.concat([flows, pd.DataFrame(extra, columns=flows.columns)], ignore_index=True) if extra else flows
    return both.groupby(_KEY, as_index=False)[["amount"]].sum()
