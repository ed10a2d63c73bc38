"""The page on timeslices: its example fits the divided district, and its numbers come out again."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from textwrap import indent

import pytest
from shipped import REPOSITORY, shipped_base

from carbonpath.core.errors import ScenarioError
from carbonpath.indicators.peak import find_peak
from carbonpath.indicators.tables import Specification
from carbonpath.model.run import ModelOutcome, solve_system
from carbonpath.scenario.compose import scenario_changes
from carbonpath.scenario.load import load_scenario
from carbonpath.system.overlay import apply_changes
from carbonpath.system.specification import ANNUAL, DAY_PARTS, RESOLUTIONS
from carbonpath.system.system import System
from carbonpath.workflow.plan import scenario_specification
from carbonpath.workflow.scenarios import NO_SETTINGS

STANDARD = Specification()
PAGES = {
    language: (REPOSITORY / "docs" / language / "timeslices.md").read_text(encoding="utf-8")
    for language in ("en", "zh")
}
PEAK = r" (\d+) \([\d-]+\) \|"
PAIR = r" ([\d.]+) / ([\d.]+) \|"
ROW = re.compile(r"\| `([\w-]+)` \|" + 2 * PEAK + 3 * PAIR)


def divided(name: str, timeslices: str, folder: Path = REPOSITORY / "scenarios") -> System:
    project, base = shipped_base()
    loaded = load_scenario(name, folder)
    specification = replace(scenario_specification(project, loaded, NO_SETTINGS), timeslices=timeslices)
    system = base.system(specification)
    return apply_changes(system, scenario_changes(loaded, system))


def headline(outcome: ModelOutcome) -> tuple[int, float, float, float]:
    """Return peak year, peak and emissions of 2035 (with power bought in), and cost in billion CNY."""
    rows = outcome.result.query("quantity == 'boundary_emissions' and emission == 'scope1+import'")
    path = dict(zip(rows["year"], rows["value"], strict=True))
    peak = find_peak(path, STANDARD.peak_tolerance, STANDARD.plateau_width)
    return peak.year, peak.level, path[2035], outcome.objective / 1000.0


def test_both_pages_tell_the_same_numbers() -> None:
    assert ROW.findall(PAGES["en"]) == ROW.findall(PAGES["zh"])
    assert len(ROW.findall(PAGES["en"])) == 5


@pytest.mark.slow
@pytest.mark.parametrize("row", ROW.findall(PAGES["en"]), ids=lambda row: row[0])
def test_numbers_of_the_page_come_out_again(row: tuple[str, ...]) -> None:
    name, *told = row
    for place, timeslices in enumerate(RESOLUTIONS):
        year, *numbers = headline(solve_system(divided(name, timeslices)))

        assert year == int(told[place])
        assert numbers == pytest.approx([float(value) for value in told[2 + place :: 2]], abs=0.0051)


@pytest.mark.slow
def test_heat_of_homes_comes_from_where_the_page_says() -> None:
    def sources(timeslices: str) -> dict[str, float]:
        made = solve_system(divided("reference", timeslices)).result.query(
            "quantity == 'production' and commodity == 'dh_heat' and year == 2035"
        )
        return dict(zip(made["technology"], made["value"].round(2), strict=True))

    assert sources(ANNUAL) == {"F10.WASTE_HEAT_DH": 3.74}
    assert sources(DAY_PARTS) == {"F10.HP_DH": 0.35, "F10.STEAM_DH": 2.59, "F10.WASTE_HEAT_DH": 0.80}


@pytest.mark.parametrize("language", PAGES)
def test_the_example_fits_a_district_with_day_parts_alone(language: str, tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGES[language], flags=re.DOTALL)
    (tmp_path / "example.yaml").write_text("title: A\nlevers:\n" + indent(example, "  "), encoding="utf-8")

    system = divided("example", DAY_PARTS, tmp_path)

    energy = system.parameter("min_storage_capacity").set_index("year")["value"]
    assert energy[2030] == pytest.approx(600e-6)
    with pytest.raises(ScenarioError, match="CP-495"):
        divided("example", ANNUAL, tmp_path)
