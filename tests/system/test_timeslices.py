"""An annual district divided into seasons and parts of the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest
from shipped import shipped_base

from carbonpath.core.errors import DataError
from carbonpath.model.run import ModelOutcome, solve_system
from carbonpath.model.verify import check_result
from carbonpath.system.assemble import assemble_system
from carbonpath.system.calibration import Calibration
from carbonpath.system.carbon import CarbonTable
from carbonpath.system.district import build_district
from carbonpath.system.district_tables import DistrictTables
from carbonpath.system.specification import DAY_PARTS, SystemSpecification
from carbonpath.system.system import System

YEAR = 2030
HALVES = [
    {"timeslice": "cold", "season": "cold", "day_part": "all", "hours": 2190.0, "days": 91.25},
    {"timeslice": "warm", "season": "warm", "day_part": "all", "hours": 6570.0, "days": 273.75},
]


@pytest.fixture
def sliced(
    tables_with: Callable[..., DistrictTables], carbon: CarbonTable, specification: SystemSpecification
) -> Callable[..., System]:
    """Return a maker of the small district with day parts, with rows of the files that say so."""

    def make(**rows: list[dict[str, object]]) -> System:
        given = {"timeslices": HALVES, "by_timeslice": [], "profiles": [], "storages": [], **rows}
        tables = tables_with(**given)
        divided = replace(specification, timeslices=DAY_PARTS)
        return assemble_system(build_district("small", tables), carbon, Calibration({}, {}), divided)

    return make


def test_what_is_named_stands_in_every_timeslice_and_all_else_at_the_year(sliced: Callable[..., System]) -> None:
    system = sliced(
        by_timeslice=[
            {"kind": "commodity", "name": "electricity"},
            {"kind": "technology", "name": "POWER"},
            {"kind": "technology", "name": "BUY.electricity"},
        ]
    )

    assert dict(system.timeslices) == {"cold": 0.25, "warm": 0.75}
    assert set(system.commodities["commodity"]) - set(system.yearly_commodities) == {"electricity"}
    assert set(system.technologies["technology"]) - set(system.yearly_technologies) == {"F01.POWER", "BUY.electricity"}


def test_profiles_are_shapes(sliced: Callable[..., System]) -> None:
    system = sliced(
        by_timeslice=[{"kind": "commodity", "name": "electricity"}, {"kind": "technology", "name": "POWER"}],
        profiles=[
            {"kind": "demand_profile", "name": "F01.steel", "timeslice": "cold", "value": 30.0},
            {"kind": "demand_profile", "name": "F01.steel", "timeslice": "warm", "value": 10.0},
            {"kind": "capacity_factor", "name": "POWER", "timeslice": "warm", "value": 7.0},
        ],
    )
    profile = system.parameter("demand_profile").query("year == 2021").set_index("timeslice")["value"]
    factor = system.parameter("capacity_factor").query("year == 2021").set_index("timeslice")["value"]

    assert profile.to_dict() == pytest.approx({"cold": 0.5, "warm": 0.5})
    assert factor["cold"] == 0.0
    assert factor["warm"] * 0.75 == pytest.approx(0.5)
    assert "F01.POWER" not in set(system.parameter("availability_factor")["technology"])


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ({"timeslices": []}, ["CP-384"]),
        ({"timeslices": HALVES[:1]}, ["CP-385"]),
        ({"by_timeslice": [{"kind": "commodity", "name": "steeel"}]}, ["CP-386"]),
        ({"by_timeslice": [{"kind": "technology", "name": "STEEL"}]}, ["CP-386"]),
        (
            {"profiles": [{"kind": "demand_profile", "name": "F01.glas", "timeslice": "cold", "value": 0.0}]},
            ["CP-386", "CP-387"],
        ),
    ],
    ids=["no timeslices", "hours of a quarter", "unknown commodity", "unknown technology", "profile of nothing"],
)
def test_what_does_not_fit_is_told(
    sliced: Callable[..., System], rows: dict[str, list[dict[str, object]]], codes: list[str]
) -> None:
    with pytest.raises(DataError) as caught:
        sliced(**rows)

    assert [problem.code for problem in caught.value.problems] == codes


@pytest.fixture(scope="module")
def day_parts() -> tuple[System, System, ModelOutcome]:
    """Return the shipped district as one year and with day parts, and the answer of the latter."""
    _, base = shipped_base()
    system = base.system(replace(base.specification, timeslices=DAY_PARTS))
    return base.system(base.specification), system, solve_system(system)


def flows(outcome: ModelOutcome, name: str) -> pd.DataFrame:
    rows = outcome.result[(outcome.result["quantity"] == name) & (outcome.result["year"] == YEAR)]
    return rows.pivot_table(index="technology", columns="timeslice", values="value", aggfunc="sum", fill_value=0.0)


def test_one_timeslice_as_long_as_the_year_gives_the_annual_answer() -> None:
    _, base = shipped_base()
    district = base.calibrated.district
    whole = district.tables["timeslices"].head(1).assign(timeslice="whole", season="all", day_part="all", hours=8760.0)
    shapes = district.tables["profiles"].drop_duplicates(["kind", "name"]).assign(timeslice="whole", value=1.0)
    nothing = district.tables["storages"].head(0)
    tables = {**district.tables, "timeslices": whole, "profiles": shapes, "storages": nothing}
    fitted = replace(base.calibrated, district=replace(district, tables=tables))
    own = replace(base, calibrated=fitted)

    told = solve_system(own.system(replace(base.specification, timeslices=DAY_PARTS)))
    expected = solve_system(base.system(base.specification))

    assert told.objective == pytest.approx(expected.objective, rel=1e-9)
    emissions = [
        one.result.query("quantity == 'annual_emissions'").set_index(["emission", "year"])["value"]
        for one in (told, expected)
    ]
    pd.testing.assert_series_equal(*emissions, rtol=1e-6)


def test_the_shipped_district_solves_and_every_timeslice_balances(
    day_parts: tuple[System, System, ModelOutcome],
) -> None:
    _, system, outcome = day_parts

    assert sum(system.timeslices.values()) == pytest.approx(1.0, abs=1e-12)
    assert len(system.timeslices) == 16
    assert check_result(outcome.result, system) == []


def test_photovoltaics_can_make_in_a_year_what_they_could_before(
    day_parts: tuple[System, System, ModelOutcome],
) -> None:
    annual, system, _ = day_parts
    before = annual.parameter("availability_factor").set_index(["technology", "year"])["value"]
    now = system.parameter("capacity_factor").copy()
    now["part"] = now["value"] * now["timeslice"].map(dict(system.timeslices))
    made = now.groupby(["technology", "year"])["part"].sum()

    assert made.to_dict() == pytest.approx({place: before[place] for place in made.index})
    assert before["F10.PV_DIST", YEAR] == 0.114


def test_heat_of_turbines_in_winter_needs_their_power_in_winter(
    day_parts: tuple[System, System, ModelOutcome],
) -> None:
    _, system, outcome = day_parts
    made = flows(outcome, "timeslice_production")
    heat, power = made.loc["F04.COAL_CHP_HEAT"], made.reindex(["F04.COAL_CHP_SUB300", "F04.COAL_CHP_SC350"]).sum()

    assert not system.parameter("max_timeslice_group_share").empty
    assert (heat <= 2.6 * power + 1e-6).all()


def test_homes_are_heated_in_winter_alone(day_parts: tuple[System, System, ModelOutcome]) -> None:
    heat = flows(day_parts[2], "timeslice_production").loc["F10.DH_NET"]

    assert heat[[name for name in heat.index if not name.startswith("winter")]].sum() == 0.0
    assert heat.sum() > 1.0


def test_a_furnace_takes_power_alike_in_all_hours(day_parts: tuple[System, System, ModelOutcome]) -> None:
    _, system, outcome = day_parts
    used = flows(outcome, "timeslice_use").loc["F01.BOF"]

    assert (used / pd.Series(system.timeslices)).std() == pytest.approx(0.0, abs=1e-9)
