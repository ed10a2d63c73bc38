"""What earlier windows of rolling foresight decided, and what it leaves to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from carbonpath.core.vocabulary import quantity
from carbonpath.model.parameters import Index
from carbonpath.model.prepared import ModelData
from carbonpath.model.variables import VARIABLES
from carbonpath.system.change import Change
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System

RATIO_LIMITS = {
    "max_emission_ratio": ("boundary_emissions", "annual_boundary_limit"),
    "max_group_ratio": ("group_activity", "max_group_activity"),
}
"""Limits per unit of another year: what they compare, and the limit that they are once that year is over."""
PERIOD_LIMITS = {
    "model_period_boundary_limit": "boundary_emissions",
    "model_period_emission_limit": "annual_emissions",
    "max_model_period_group_activity": "group_activity",
    "max_model_period_activity": "activity",
    "min_model_period_activity": "activity",
}
"""Limits of a sum over all years, and of what."""
ROUNDING = 1e-9
"""By how much numbers of the past are loosened, so that rounding makes no limit impossible."""


class History:
    """What was decided so far, by family of variables and index; and the parameters of the whole system.

    Parameters
    ----------
    data
        Parameters and sets of the whole system.
    """

    def __init__(self, data: ModelData) -> None:
        self.parameters = data.parameters
        self.years: set[int] = set()
        self._values: dict[str, dict[Index, float]] = defaultdict(dict)

    def keep(self, decided: Mapping[str, Mapping[Any, float]], years: set[int]) -> None:
        """Remember what was decided for `years`."""
        self.years |= years
        for family in VARIABLES:
            kept = decided[family.name].items()
            self._values[family.name] |= {place: value for place, value in kept if place[-1] in years}

    def value(self, family: str, place: Index) -> float:
        """Return what was decided; zero for what was not."""
        return self._values[family].get(place, 0.0)

    def of(self, family: str) -> Mapping[Index, float]:
        """Return everything that was decided of a family."""
        return self._values[family]


def window_system(system: System, history: History, years: tuple[int, ...]) -> System:
    """Return `system` as a window of rolling foresight sees it: its years, and what stands from before.

    Built capacity stands as residual capacity, closed capacity stays closed, limits relative to a year that is over
    become numbers, and of a limit over all years each window has a share of the rest in proportion to its years.
    """
    changes = [
        *_standing(history, years),
        *_closed(history, years),
        *_begun(history, years),
        *_over(history, years),
        *_unseen(history, years),
        *_rest(history, years, system.years),
    ]
    return apply_changes(replace(system, years=years), changes)


def _standing(history: History, years: tuple[int, ...]) -> Iterator[Change]:
    residual, life = history.parameters["residual_capacity"], history.parameters["operational_life"]
    alive: dict[Index, float] = defaultdict(float)
    for (r, t, vintage), built in history.of("new_capacity").items():
        for year in years:
            if built > 0.0 and year < vintage + life[r, t]:
                alive[r, t, year] += built
    for (r, t, year), built in alive.items():
        if (r, t, year) in history.parameters["max_retired_capacity"]:
            ceiling = min(residual.get((r, t, year), 0.0), history.parameters["max_retired_capacity"][r, t, year])
            yield _set("max_retired_capacity", {"region": r, "technology": t, "year": year}, ceiling)
        standing = residual.get((r, t, year), 0.0) + built
        yield _set("residual_capacity", {"region": r, "technology": t, "year": year}, standing)


def _closed(history: History, years: tuple[int, ...]) -> Iterator[Change]:
    residual, before = history.parameters["residual_capacity"], years[0] - 1
    for (r, t, closed_in), amount in history.of("retired_capacity").items():
        if closed_in != before or amount <= 0.0:
            continue
        still = amount
        for year in years:
            past, now = residual.get((r, t, year - 1), 0.0), residual.get((r, t, year), 0.0)
            still = max(0.0, still - max(0.0, past - now))
            floor = max(still * (1.0 - ROUNDING), history.parameters["min_retired_capacity"].get((r, t, year), 0.0))
            yield _set("min_retired_capacity", {"region": r, "technology": t, "year": year}, min(floor, now))


def _begun(history: History, years: tuple[int, ...]) -> Iterator[Change]:
    """Yield what the build rate leaves of the first year."""
    seeds, ceilings = history.parameters["build_seed"], history.parameters["max_new_capacity"]
    for (r, t, year), rate in history.parameters["build_rate"].items():
        if year == years[0] and year - 1 in history.years:
            most = rate * history.value("total_capacity", (r, t, year - 1)) + seeds.get((r, t, year), 0.0)
            most = min(most, ceilings.get((r, t, year), most))
            yield _set("max_new_capacity", {"region": r, "technology": t, "year": year}, most)


def _over(history: History, years: tuple[int, ...]) -> Iterator[Change]:
    """Yield the limits relative to a year that is over, as numbers."""
    for name, (family, limit) in RATIO_LIMITS.items():
        subject = "boundary" if family == "boundary_emissions" else "group"
        lowest: dict[Index, float] = {}
        for (r, whose, year, reference_year), ratio in history.parameters[name].items():
            if year in years and reference_year in history.years:
                past = history.value(family, (r, whose, reference_year))
                place = r, whose, year
                most = ratio * past + ROUNDING * max(1.0, abs(past))
                given = history.parameters[limit].get(place, most)
                lowest[place] = min(most, given, lowest.get(place, most))
        for (r, whose, year), most in lowest.items():
            yield _set(limit, {"region": r, subject: whose, "year": year}, most)


def _unseen(history: History, years: tuple[int, ...]) -> Iterator[Change]:
    """Yield the removal of limits relative to a year that the window does not have."""
    for name, (family, _) in RATIO_LIMITS.items():
        subject = "boundary" if family == "boundary_emissions" else "group"
        for r, whose, year, reference_year in history.parameters[name]:
            if year in years and reference_year not in years:
                where: dict[str, str | int] = {"region": r, subject: whose}
                yield Change(name, {**where, "year": year, "reference_year": reference_year}, "clear")


def _rest(history: History, years: tuple[int, ...], every: tuple[int, ...]) -> Iterator[Change]:
    """Yield what each limit over all years leaves to the window."""
    share = len(years) / (len(every) - len(history.years))
    for name, family in PERIOD_LIMITS.items():
        region, subject = quantity(name).indices
        for (r, whose), limit in history.parameters[name].items():
            used = sum(value for place, value in history.of(family).items() if place[:2] == (r, whose))
            yield _set(name, {region: r, subject: whose}, (limit - used) * share)


def _set(name: str, where: Mapping[str, str | int], value: float) -> Change:
    return Change(name, where, "set", value, source="rolling foresight", lever="foresight")
