"""What tests of the model share: the comparison with a golden LP file, and reading one number of a table."""

from __future__ import annotations

import io
from collections.abc import Callable

import pandas as pd
import pytest
from levelled_systems import winter_heat
from pyomo.core import Constraint, Objective
from pyomo.repn.plugins.lp_writer import LPWriter
from pyomo.repn.tests.lp_diff import lp_diff
from systems import one_of_everything
from wider_systems import two_regions

from carbonpath.model.build import build_model


def component_text(name: str) -> str:
    """Return the LP text of one constraint (or of the objective) of the small system that has it."""
    model = build_model(one_of_everything())
    if not len(getattr(model, name)):
        model = build_model(two_regions())
    if not len(getattr(model, name)):
        model = build_model(winter_heat())
    for component in model.component_objects((Constraint, Objective)):
        if component.local_name != name:
            component.deactivate()
    if name != "total_discounted_cost":
        model.nothing = Objective(expr=0.0)
    stream = io.StringIO()
    LPWriter().write(model, stream, symbolic_solver_labels=True)
    return stream.getvalue()


@pytest.fixture
def golden_differences(request: pytest.FixtureRequest) -> Callable[[str], tuple[list[str], list[str]]]:
    """Return what differs between the LP text of a component and the golden file beside the test."""

    def differences(name: str) -> tuple[list[str], list[str]]:
        golden = request.path.with_name(f"{name}.lp").read_text(encoding="utf-8")
        expected, found = lp_diff(golden, component_text(name))
        return expected, found

    return differences


@pytest.fixture
def number() -> Callable[..., float]:
    """Return the sum of the rows of a RESULT table with a quantity and index values."""

    def find(table: pd.DataFrame, quantity: str, **where: str | int) -> float:
        rows = table[table["quantity"] == quantity]
        for column, wanted in where.items():
            rows = rows[rows[column] == wanted]
        return float(rows["value"].sum())

    return find
