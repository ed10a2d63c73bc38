"""OSeMOSYS: a system on disk gives the optimum of the system in memory."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from levelled_systems import sunny_furnace
from systems import clean_and_dirty, coal_cap, plant_to_build
from wider_systems import lake, two_regions

from carbonpath.core.errors import DataError
from carbonpath.exports.osemosys import write_osemosys
from carbonpath.model.run import solve_system
from carbonpath.system.readers.osemosys import read_osemosys
from carbonpath.system.system import System

CASES = Path(__file__).parents[1] / "cases"


def priced_with_allowances() -> System:
    """Return a system in which free allowances pay for a part of the emissions."""
    return clean_and_dirty(emission_price={("co2",): 6.0}, free_allocation={("dirty", "co2"): 0.5})


def accumulated() -> System:
    """Return a system in which one commodity has both kinds of demand."""
    return clean_and_dirty(accumulated_demand={("good",): 11.0})


@pytest.mark.parametrize(
    "system",
    [
        read_osemosys(CASES / "utopia"),
        read_osemosys(CASES / "simplicity" / "simplicity.txt"),
        two_regions(),
        lake(),
        coal_cap(),
        plant_to_build(capital_cost={("plant", 2021): 100.0}),
        priced_with_allowances(),
        accumulated(),
        clean_and_dirty(min_group_share={("clean_good", "all_good"): 0.3}, max_group_activity={("dirty_good",): 60.0}),
        clean_and_dirty(max_activity={("dirty",): 99_999.0}, demand={("good",): 200_000.0}),
    ],
    ids=[
        "utopia",
        "simplicity",
        "storage, trade, units and constraints of its own",
        "profiles",
        "a limit of a group",
        "building in one year only",
        "free allowances",
        "two demands",
        "a share and a limit",
        "a limit of nines",
    ],
)
def test_what_is_read_again_has_the_same_optimum(system: System, tmp_path: Path) -> None:
    write_osemosys(system, tmp_path)

    again = solve_system(read_osemosys(tmp_path)).objective
    assert again == pytest.approx(solve_system(system).objective, rel=1e-12)


def test_numbers_keep_all_their_digits(tmp_path: Path) -> None:
    write_osemosys(clean_and_dirty(variable_cost={("clean", "1"): 1.0 / 3.0, ("dirty", "1"): 0.1 + 0.2}), tmp_path)

    written = pd.read_csv(tmp_path / "VariableCost.csv", dtype=str)["VALUE"].tolist()
    assert written == ["0.3333333333333333", "0.30000000000000004"]


def test_every_parameter_has_its_default(tmp_path: Path) -> None:
    files = write_osemosys(clean_and_dirty(), tmp_path)

    configuration = (tmp_path / "config.yaml").read_text(encoding="utf-8")
    parameters = {path.stem for path in files if path.suffix == ".csv" and not path.stem.isupper()}
    assert {name for name in parameters if f"{name}:\n" not in configuration} == set()
    assert "TradeRoute:\n    indices: [REGION,_REGION,FUEL,YEAR]\n" in configuration


def test_what_osemosys_has_no_word_for_is_refused_and_nothing_written(tmp_path: Path) -> None:
    system = plant_to_build(build_rate={("plant",): 0.1})

    with pytest.raises(DataError) as error:
        write_osemosys(system, tmp_path / "out")

    assert [(problem.code, problem.place) for problem in error.value.problems] == [("CP-324", "build_rate")]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("balance", ["equal", "surplus"])
def test_trade_needs_a_commodity_of_which_some_may_be_let_go(balance: str, tmp_path: Path) -> None:
    system = two_regions()
    commodities = system.commodities.assign(balance=balance)
    traded = replace(system, commodities=commodities)

    if balance == "surplus":
        assert write_osemosys(traded, tmp_path)
    else:
        with pytest.raises(DataError, match="CP-325"):
            write_osemosys(traded, tmp_path)


def test_two_levels_of_timeslices_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError) as error:
        write_osemosys(sunny_furnace(), tmp_path / "out")

    assert [(problem.code, problem.value) for problem in error.value.problems] == [("CP-535", "4")]
    assert not (tmp_path / "out").exists()
