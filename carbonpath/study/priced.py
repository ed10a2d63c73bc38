"""The programme of a scenario kept loaded, solved again with a price on emissions and with technologies held back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from carbonpath.indicators.emissions import BOUNDARIES
from carbonpath.model.compiled import Floats
from carbonpath.model.data import read_model_data
from carbonpath.model.explain import discount_factors
from carbonpath.model.programme import compile_system
from carbonpath.model.resolve import Resolver
from carbonpath.system.system import System


@dataclass(frozen=True, slots=True)
class Answer:
    """A least-cost plan at a price."""

    cost: float
    """Present value of all cost without the price, million CNY."""
    emissions: float
    """Present value of the emissions that pay, Mt."""
    by_year: pd.Series
    """Emissions that pay, by year, Mt."""
    values: Floats
    """Value of each column."""


class PricedProgramme:
    """A scenario whose emissions may be charged a price, in CNY of the first year per tonne, the same in every year.

    Parameters
    ----------
    system
        System of the scenario, with its measures and the carbon price that it has.
    boundary
        Emissions that pay.
    """

    def __init__(self, system: System, boundary: str) -> None:
        data = read_model_data(system)
        self._compiled = compile_system(system, data)
        self._resolver = Resolver(self._compiled)
        discount = discount_factors(data, system)
        self._paying = np.zeros(len(self._compiled.columns))
        self._years: dict[int, int] = {}
        self._places: dict[tuple[str, str, str, int], int] = {}
        self._only_timeslice = next(iter(system.timeslices))
        activities: dict[str, list[int]] = {}
        for column, (family, place) in enumerate(self._compiled.columns):
            if family == "annual_emissions" and place[1] in BOUNDARIES[boundary]:
                year = int(place[2])
                self._paying[column] = discount[str(place[0]), year]
                self._years[column] = year
            elif family == "activity":
                self._places[str(place[1]), str(place[2]), str(place[3]), int(place[4])] = column
                activities.setdefault(str(place[1]), []).append(column)
        self._activities: Mapping[str, list[int]] = activities

    def solve(self, price: float, held: Floats | None = None, least: Floats | None = None) -> Answer:
        """Return the plan at a price.

        Parameters
        ----------
        price
            CNY/t, beside the price there is.
        held, least
            Upper and lower bounds of the columns; None: those of the scenario.

        Raises
        ------
        InfeasibleError
            If there is no plan.
        """
        variant = replace(
            self._compiled,
            cost=self._compiled.cost + price * self._paying,
            column_lower=self._compiled.column_lower if least is None else least,
            column_upper=self._compiled.column_upper if held is None else held,
        )
        solution = self._resolver.solve(variant, f"{price:g} CNY/t")
        paid = float(self._paying @ solution.values)
        by_year = pd.Series({column: solution.values[column] for column in self._years})
        return Answer(
            solution.objective - price * paid,
            paid,
            by_year.groupby(pd.Series(self._years)).sum(),
            solution.values,
        )

    def activity(self, answer: Answer) -> Mapping[str, float]:
        """Return the activity of each technology, all years added up."""
        return {name: float(answer.values[columns].sum()) for name, columns in self._activities.items()}

    def hold(self, names: list[str], answer: Answer) -> Floats:
        """Return upper bounds that hold technologies to what they do in an answer, in each year, mode and timeslice."""
        upper = self._compiled.column_upper.copy()
        for name in names:
            columns = self._activities[name]
            upper[columns] = np.minimum(upper[columns], np.maximum(answer.values[columns], 0.0))
        return upper

    def floor(self, wanted: Mapping[tuple[str, str, str, int], float]) -> Floats:
        """Return lower bounds at which activities, by technology, mode, timeslice and year, reach what is wanted.

        A blank timeslice stands for the only one of the year.
        """
        lower = self._compiled.column_lower.copy()
        for (technology, mode, timeslice, year), amount in wanted.items():
            column = self._places.get((technology, mode, timeslice or self._only_timeslice, year))
            if column is not None:
                lower[column] = max(lower[column], min(amount, self._compiled.column_upper[column]))
        return lower
