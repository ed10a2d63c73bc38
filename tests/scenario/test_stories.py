"""The stories of the scenarios: every number of their tables is what the command beside it tells."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from shipped import shipped_system

from carbonpath.core.messages import LANGUAGES
from carbonpath.model.run import solve_system
from carbonpath.workflow.quantity import find_quantity

ROOT = Path(__file__).resolve().parents[2]
PAGES = {language: (ROOT / "docs" / language / "scenario-stories.md").read_text("utf-8") for language in LANGUAGES}
COMMAND = re.compile(r"`carbonpath runs quantity (\S+) (\S+) (\S+)`")


def rows_of(page):
    """Yield scenario, quantity, name and cells by year of every row that names its command."""
    years: list[str] = []
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[-1] in ("command", "命令"):
            years = cells[1:-2]
        found = COMMAND.search(cells[-1])
        if found and line.startswith("|"):
            yield *found.groups(), dict(zip(years, cells[1:-2], strict=True))


ROWS = list(rows_of(PAGES["en"]))
SCENARIOS = sorted({row[0] for row in ROWS})


@cache
def solved(scenario: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return quantities and shadow prices of a shipped scenario."""
    outcome = solve_system(shipped_system(scenario), scenario=scenario)
    return outcome.result, outcome.duals


def told(scenario: str, quantity: str, name: str) -> dict[int, float]:
    """Return what `runs quantity` tells; nothing where all is zero, and so left out of the tables."""
    tables = solved(scenario)
    known = set(pd.concat(tables)["quantity"])
    if quantity not in known:
        return {}
    table = find_quantity(tables, quantity)
    rows = table[table["name"] == name]
    return dict(zip(rows["year"], rows["value"], strict=True))


def test_both_languages_show_the_same_numbers():
    assert list(rows_of(PAGES["zh"])) == ROWS


def test_every_shipped_plan_has_its_story():
    shipped = {path.stem for path in (ROOT / "scenarios").glob("*.yaml")} - {"coal-cap-strict"}

    assert set(SCENARIOS) == shipped


@pytest.mark.slow
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_numbers_agree_with_the_tables(scenario):
    for _, quantity, name, cells in (row for row in ROWS if row[0] == scenario):
        values = told(scenario, quantity, name)
        for year, cell in cells.items():
            decimals = len(cell.partition(".")[2])
            assert abs(values.get(int(year), 0.0) - float(cell)) <= 0.51 * 10**-decimals, (quantity, name, year)


@pytest.mark.slow
def test_clean_transport_is_under_one_percent_of_co2():
    totals = {name: told(name, "boundary_emissions", "scope1+import") for name in ("reference", "clean-transport")}

    assert all(abs(totals["clean-transport"][year] / value - 1) < 0.01 for year, value in totals["reference"].items())


@pytest.mark.slow
def test_clean_transport_is_a_measure_against_nox_first():
    reference, clean = (told(name, "group_activity", "nox") for name in ("reference", "clean-transport"))
    co2, less_co2 = (told(name, "boundary_emissions", "scope1+import") for name in ("reference", "clean-transport"))

    assert all(clean[year] < reference[year] for year in range(2022, 2036))
    for year in range(2025, 2036):
        assert clean[year] / reference[year] - 1 < 2 * (less_co2[year] / co2[year] - 1), year


@pytest.mark.slow
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_committed_projects_come_in_their_year(scenario):
    for name, year, capacity in (
        ("F01.BF_BAT", 2022, 3.1),
        ("F02.FCC", 2024, 2.8),
        ("F03.CRACKER_LIGHT", 2021, 0.3),
        ("F01.BFGP_UHT", 2024, 150.0),
        ("F01.BFGP_UHT", 2025, 300.0),
    ):
        assert told(scenario, "total_capacity", name).get(year, 0.0) >= capacity - 1e-6, name


@pytest.mark.slow
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_nothing_is_built_beyond_its_rate(scenario):
    limits = shipped_system(scenario).parameter("max_new_capacity").set_index(["technology", "year"])["value"]
    table = find_quantity(solved(scenario), "new_capacity")

    built = zip(table["name"], table["year"], table["value"], strict=True)
    assert [row for *row, value in built if value > limits.get(tuple(row), float("inf")) + 1e-6] == []


@pytest.mark.slow
@pytest.mark.parametrize("scenario", ["hydrogen-island", "combined", "deep"])
def test_hydrogen_is_bounded_by_gas_and_its_replacement(scenario):
    taken = told(scenario, "use", "F09.COG_PSA/F09.coke_oven_gas")
    back = told(scenario, "production", "F09.COG_PSA/F09.psa_tail_gas")
    made = told(scenario, "production", "F09.COG_PSA/hydrogen")

    # every tonne takes 385 GJ and gives back 260: 125 GJ of other fuel stand in for it
    assert {year: (taken[year] - back[year]) / made[year] for year in made} == pytest.approx(
        dict.fromkeys(made, 125.0), rel=0.01
    )
