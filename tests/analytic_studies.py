"""Studies of functions whose answers are known: factors, designs and samples without any solving."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

from carbonpath.scenario.blocks import Bilingual
from carbonpath.study.designs import Design
from carbonpath.study.distribution import Uniform
from carbonpath.study.factor import AlternativeBlock, ChangeBlock, Factor, FactorBlock, Shape
from carbonpath.study.outcome import OutcomeBlock
from carbonpath.study.results import Results
from carbonpath.study.sample import draw
from carbonpath.study.study import CorrelationBlock, Study, StudyFile

Floats = npt.NDArray[np.float64]
Function = Callable[[Floats], Floats]
SCALED = ChangeBlock(parameter="variable_cost")


def factor(name: str, low: float = 0.0, high: float = 1.0, nominal: float | None = None) -> Factor:
    """Return a factor that is uniform between two ends; its own value is the middle where none is given."""
    own = 0.5 * (low + high) if nominal is None else nominal
    block = FactorBlock(nominal=own, changes=(SCALED,), title=Bilingual(zh=f"因素{name}", en=f"factor {name}"))
    return Factor(name, block, Uniform(kind="uniform", low=low, high=high), "line 1")


def shaped(name: str, shape: Shape) -> Factor:
    """Return a factor with a distribution; its own value is the median."""
    change = ChangeBlock(parameter="variable_cost", operation="set")
    return Factor(name, FactorBlock(changes=(change,)), shape, "line 1")


def switch(name: str, **weights: float) -> Factor:
    """Return a switch between alternatives with weights."""
    options = {
        option: AlternativeBlock(weight=weight, title=Bilingual(zh=f"方案{option}", en=f"option {option}"))
        for option, weight in weights.items()
    }
    return Factor(name, FactorBlock(alternatives=options), None, "line 1")


def factors(count: int, low: float = 0.0, high: float = 1.0) -> tuple[Factor, ...]:
    """Return factors ``x1``, ``x2``, ... between the same ends."""
    return tuple(factor(f"x{number}", low, high) for number in range(1, count + 1))


def study(
    design: Design,
    moved: tuple[Factor, ...],
    outcomes: Mapping[str, OutcomeBlock] | None = None,
    *,
    scenarios: tuple[str, ...] = ("plan",),
    correlations: tuple[CorrelationBlock, ...] = (),
    seed: int = 7,
) -> Study:
    """Return a study of factors by a design, with the outcome ``cost`` where none is given."""
    title = Bilingual(zh="研究", en="study")
    head = StudyFile(title=title, scenario=scenarios, seed=seed, correlations=correlations)
    asked = outcomes or {"cost": OutcomeBlock(indicator="total_cost")}
    return Study("known", Path("known.yaml"), head, moved, asked, design, {})


def solved(
    asked: Study,
    functions: Function | Mapping[str, Function],
    *,
    without_plan: Callable[[Floats], npt.NDArray[np.bool_]] | None = None,
    failed: int = 0,
    scenario: str = "plan",
) -> Results:
    """Return the results of functions of the factors: no numbers without a plan, nor of the first that failed."""
    drawn = draw(asked)
    status = np.full(drawn.values.shape[0], "optimal", dtype="<U10")
    if without_plan is not None:
        status[without_plan(drawn.values)] = "infeasible"
    status[:failed] = "timed_out"
    named = functions if isinstance(functions, Mapping) else {next(iter(asked.outcomes)): functions}
    numbers = {name: np.where(status == "optimal", function(drawn.values), np.nan) for name, function in named.items()}
    units = dict.fromkeys(named, "million CNY")
    return Results(asked, scenario, drawn.shares, drawn.values, status, numbers, units)


def ishigami(x: Floats) -> Floats:
    """Return Ishigami's function with a = 7, b = 0.1 of three factors from -pi to pi.

    S1 = 0.3139, 0.4424, 0; ST = 0.5576, 0.4424, 0.2437; S2 of the first and third 0.2437 (Ishigami and Homma 1990).
    """
    return np.sin(x[:, 0]) + 7.0 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


G_WEIGHTS = np.array([0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0])


def sobol_g(x: Floats) -> Floats:
    """Return Sobol's G function of eight factors from 0 to 1 (Saltelli and Sobol 1995)."""
    return np.prod((np.abs(4.0 * x - 2.0) + G_WEIGHTS) / (1.0 + G_WEIGHTS), axis=1)


def g_indices() -> tuple[Floats, Floats]:
    """Return first-order and total indices of the G function: V_i = 1 / (3 (1 + a_i)^2), V = prod(1 + V_i) - 1."""
    own = 1.0 / (3.0 * (1.0 + G_WEIGHTS) ** 2)
    whole = np.prod(1.0 + own) - 1.0
    others = np.array([np.prod(1.0 + np.delete(own, k)) for k in range(own.size)])
    return own / whole, own * others / whole


def by_factor(rows: list, measure: str) -> dict[str, tuple[float, float, float]]:
    """Return value and interval of a measure by factor."""
    return {row.factor: (row.value, row.low, row.high) for row in rows if row.measure == measure}
