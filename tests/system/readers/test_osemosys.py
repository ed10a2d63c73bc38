"""From data sets to systems: what each number means."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from carbonpath.core.errors import DataError
from carbonpath.system.readers.osemosys import read_osemosys
from carbonpath.system.system import System

Write = Callable[[str], Path]
CHANGE, INCREASE = "EmissionToActivityChangeRatio", "TechnologyActivityIncreaseByModeLimit"


def rows(system: System, name: str) -> dict[tuple[object, ...], float]:
    table = system.parameter(name)
    *indices, _, _ = table.columns
    keys = zip(*(table[column] for column in indices), strict=True)
    return {key[indices.index("region") + 1 :]: value for key, value in zip(keys, table["value"], strict=True)}


def test_entities_are_those_of_the_sets(write_data: Write) -> None:
    system = read_osemosys(write_data("set STORAGE := lake ; set SEASON := 2 1 ;"))

    assert (system.regions, system.years, system.modes) == (("land",), (2020, 2021), ("1", "2"))
    assert system.technologies["technology"].tolist() == ["plant", "import"]
    assert system.commodities[["commodity", "balance"]].to_numpy().tolist() == [["power", "surplus"]]
    assert system.timeslices == {"day": 0.5, "night": 0.5}
    assert (system.storages, system.seasons) == (("lake",), ("1", "2"))


def test_capital_cost_and_life_are_known_of_every_technology(write_data: Write) -> None:
    system = read_osemosys(write_data("param CapitalCost default 4 := land plant 2021 7 ;"))

    assert rows(system, "capital_cost") == {
        ("plant", 2020): 4.0,
        ("plant", 2021): 7.0,
        ("import", 2020): 4.0,
        ("import", 2021): 4.0,
    }
    assert rows(system, "operational_life") == {("plant",): 1.0, ("import",): 1.0}
    assert rows(system, "discount_rate") == {(): 0.05}


def test_what_is_not_limited_has_no_row(write_data: Write) -> None:
    system = read_osemosys(
        write_data(
            "param TotalAnnualMaxCapacity default -1 := land plant 2020 5 land plant 2021 -1 land import 2020 0 ;"
            "param TotalTechnologyAnnualActivityLowerLimit default 0 := land plant 2020 0 land plant 2021 2 ;"
            "param AnnualEmissionLimit default 9999 := land co2 2020 9999 land co2 2021 30 ;"
        )
    )

    assert rows(system, "max_capacity") == {("plant", 2020): 5.0, ("import", 2020): 0.0}
    assert rows(system, "min_activity") == {("plant", 2021): 2.0}
    assert rows(system, "annual_emission_limit") == {("co2", 2021): 30.0}


def test_a_default_that_is_a_limit_holds_everywhere(write_data: Write) -> None:
    system = read_osemosys(write_data("param TotalAnnualMaxCapacityInvestment default 3 := land plant 2020 -1 ;"))

    assert rows(system, "max_new_capacity") == {("plant", 2021): 3.0, ("import", 2020): 3.0, ("import", 2021): 3.0}


def test_a_factor_of_one_and_an_amount_of_zero_need_no_row(write_data: Write) -> None:
    system = read_osemosys(
        write_data(
            "param CapacityFactor default 1 := land plant day 2020 0.3 land plant night 2020 1 land import day 2020 0 ;"
            "param InputActivityRatio default 0 := land plant power 1 2020 0 ;"
        )
    )

    assert rows(system, "capacity_factor") == {("plant", "day", 2020): 0.3, ("import", "day", 2020): 0.0}
    assert "input_activity_ratio" not in system.parameters


def test_running_costs_the_default_where_something_comes_of_it(write_data: Write) -> None:
    system = read_osemosys(
        write_data(
            "param OutputActivityRatio default 0 := land plant power 1 2020 1 land import power 2 2021 1 ;"
            "param VariableCost default 0.001 := land plant 1 2020 5 land plant 1 2021 6 ;"
        )
    )

    assert rows(system, "variable_cost") == {("plant", "1", 2020): 5.0, ("import", "2", 2021): 0.001}


@pytest.mark.parametrize(
    "statement",
    [
        "param TotalTechnologyAnnualActivityLowerLimit := land plant 2021 1 ;",
        "param TotalTechnologyModelPeriodActivityLowerLimit := land plant 1 ;",
        "param VariableCost := land plant 1 2021 -3 ;",
    ],
    ids=["a lower limit", "a lower limit of the period", "a cost below zero"],
)
def test_running_without_effect_is_possible_where_it_fills_a_limit_or_pays(write_data: Write, statement: str) -> None:
    system = read_osemosys(write_data("param OutputActivityRatio default 0 := land plant power 1 2020 1 ;" + statement))

    assert ("plant", "1", 2021) in rows(system, "variable_cost")


def test_a_demand_has_the_profile_that_is_given_and_nothing_elsewhere(write_data: Write) -> None:
    system = read_osemosys(
        write_data(
            "param SpecifiedAnnualDemand default 0 := land power 2020 8 ;"
            "param SpecifiedDemandProfile default 0 := land power day 2020 1 land power day 2021 1 ;"
        )
    )

    assert rows(system, "demand") == {("power", 2020): 8.0}
    assert rows(system, "demand_profile") == {("power", "day", 2020): 1.0, ("power", "night", 2020): 0.0}


def test_what_serves_the_specified_demand_serves_the_accumulated_too(write_data: Write) -> None:
    system = read_osemosys(
        write_data(
            "param SpecifiedAnnualDemand default 0 := land power 2020 8 land power 2021 8 ;"
            "param AccumulatedAnnualDemand default 0 := land power 2020 10 land power 2021 5 ;"
        )
    )

    assert rows(system, "accumulated_demand") == {("power", 2020): 2.0}


def test_only_a_rate_of_its_own_makes_financing_different(write_data: Write) -> None:
    system = read_osemosys(write_data("param DiscountRateIdv default 0.05 := land plant 0.08 ;"))

    assert rows(system, "technology_discount_rate") == {("plant",): 0.08}


def test_trade_is_between_two_regions(tmp_path: Path) -> None:
    path = tmp_path / "two.txt"
    path.write_text(
        "set YEAR := 2020 ; set REGION := a b ; set TECHNOLOGY := t ; set FUEL := f ; set TIMESLICE := l ;"
        "set MODE_OF_OPERATION := 1 ; param YearSplit default 1 := ; param DiscountRate default 0.05 := ;"
        "param OperationalLife default 1 := ; param CapitalCost default 0 := ;"
        "param CapacityToActivityUnit default 1 := ;"
        "param TradeRoute default 0 := a a f 2020 1 a b f 2020 1 b a f 2020 0.9 ;",
        encoding="utf-8",
    )

    table = read_osemosys(path).parameter("trade_route")

    assert table[["region", "partner", "value"]].to_numpy().tolist() == [["a", "b", 1.0], ["b", "a", 0.9]]


def test_each_number_knows_where_it_is_written(write_data: Write) -> None:
    path = write_data("param CapitalCost default 4 :=\nland plant 2021 7 ;")

    table = read_osemosys(path).parameter("capital_cost")

    assert table["source"].tolist() == [f"{path}:14", f"{path}:15", f"{path}:14", f"{path}:14"]


@pytest.mark.parametrize(
    ("statement", "code", "value"),
    [
        ("param CapitalCost := land plnt 2020 7 ;", "CP-323", "plnt"),
        ("param CapitalCost := land plant 2020 7 land plant 2020 7 ;", "CP-321", "CapitalCost[land,plant,2020]"),
        ("set FUEL := ;", "CP-322", "FUEL"),
        (
            "param EmissionToActivityChangeRatio := land plant co2 1 2020 0.5 ;",
            "CP-314",
            "EmissionToActivityChangeRatio",
        ),
        (
            "param TechnologyActivityIncreaseByModeLimit default 1 := ;",
            "CP-314",
            "TechnologyActivityIncreaseByModeLimit",
        ),
    ],
    ids=["unknown member", "given twice", "no commodity", "unknown to the model", "unknown to the model, by default"],
)
def test_what_cannot_be_used_is_told(write_data: Write, statement: str, code: str, value: str) -> None:
    with pytest.raises(DataError) as error:
        read_osemosys(write_data(statement))

    assert [(problem.code, problem.value) for problem in error.value.problems] == [(code, value)]


def test_a_value_without_a_default_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "small.txt"
    path.write_text(
        "set YEAR := 2020 ; set REGION := a ; set TECHNOLOGY := t ; set FUEL := f ; set TIMESLICE := day night ;"
        "set MODE_OF_OPERATION := 1 ; param YearSplit := day 2020 0.5 ; param OperationalLife := a t 5 ;",
        encoding="utf-8",
    )

    with pytest.raises(DataError) as error:
        read_osemosys(path)

    assert [(problem.code, problem.value) for problem in error.value.problems] == [
        ("CP-313", "YearSplit"),
        ("CP-313", "DiscountRate"),
        ("CP-313", "CapacityToActivityUnit"),
        ("CP-313", "CapitalCost"),
    ]


@pytest.mark.parametrize(("name", "code"), [("none", "CP-201"), ("empty", "CP-316"), ("other.txt", "CP-316")])
def test_what_is_no_data_set_is_refused(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "other.txt").write_text("set A := b ;", encoding="utf-8")

    with pytest.raises(DataError) as error:
        read_osemosys(tmp_path / name)

    assert [problem.code for problem in error.value.problems] == [code]


def test_two_forms_of_utopia_are_one_system(cases: Path) -> None:
    file, tables = read_osemosys(cases / "utopia" / "utopia.txt"), read_osemosys(cases / "utopia")

    assert set(file.parameters) == set(tables.parameters)
    for name, table in file.parameters.items():
        indices = [column for column in table.columns if column not in ("value", "source")]
        both = (frame.sort_values(indices)[[*indices, "value"]] for frame in (table, tables.parameters[name]))
        first, second = (frame.reset_index(drop=True) for frame in both)
        pd.testing.assert_frame_equal(first, second)
