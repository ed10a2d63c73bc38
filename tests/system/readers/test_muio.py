"""The dialect of MUIO."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from carbonpath.core.errors import DataError
from carbonpath.system.readers.osemosys import read_osemosys
from carbonpath.system.system import System

Write = Callable[[str], Path]

MUIO = """
set MODEperTECHNOLOGY[plant] := 1 ;
set MODEperTECHNOLOGY[import] := 1 2 ;
set MODExTECHNOLOGYperFUELout[power] := (1, plant) (2, import) ;
set MODExTECHNOLOGYperFUELin[power] := ;
set MODExTECHNOLOGYperEMISSION[co2] := (1, plant) ;
set INPUTxFUEL := power ;
set INPUTxNEWxCAPACITYperFUEL[power] := plant ;
set INPUTxTOTALxCAPACITYperFUEL[power] := ;
set UDC := land share off ;
"""


def values(system: System, name: str) -> list[list[object]]:
    table = system.parameter(name)
    return table.drop(columns=["source", "region"]).to_numpy().tolist()


def test_only_entries_that_the_sets_select_count(write_data: Write) -> None:
    system = read_osemosys(
        write_data(
            MUIO + "param OutputActivityRatio default 0 := land plant power 1 2020 1 land import power 1 2020 1 ;"
            "param EmissionActivityRatio default 0 := land plant co2 1 2020 0.4 land import co2 1 2020 0.5 ;"
            "param InputToNewCapacityRatio default 0 := land plant power 2020 0.1 land import power 2020 0.2 ;"
            "param InputToTotalCapacityRatio default 0 := land plant power 2020 0.3 ;"
        )
    )

    assert values(system, "output_activity_ratio") == [["plant", "power", "1", 2020, 1.0]]
    assert values(system, "emission_activity_ratio") == [["plant", "co2", "1", 2020, 0.4]]
    assert values(system, "input_new_capacity_ratio") == [["plant", "power", 2020, 0.1]]
    assert values(system, "input_total_capacity_ratio") == []


def test_user_constraints_bind_as_their_tag_says(write_data: Write) -> None:
    system = read_osemosys(
        write_data(
            MUIO + "param UDCTag default -1 : land share := land 0 1 ;"
            "param UDCConstant default 0 := land land 2020 5 land off 2020 7 ;"
            "param UDCMultiplierTotalCapacity default 0 := land plant land 2020 2 ;"
        )
    )

    assert system.user_constraints == ("land", "share", "off")
    assert values(system, "max_user_constraint") == [["land", 2020, 5.0], ["land", 2021, 0.0]]
    assert values(system, "equal_user_constraint") == [["share", 2020, 0.0], ["share", 2021, 0.0]]
    assert values(system, "user_constraint_capacity") == [["plant", "land", 2020, 2.0]]


def test_rounded_annuities_are_part_of_the_cost(write_data: Write) -> None:
    system = read_osemosys(
        write_data(
            MUIO + "param CapitalCost default 0 := land plant 2020 100 ;"
            "param CapitalRecoveryFactor default 0 : plant import := land 0.1234 1 ;"
            "param PvAnnuity default 0 : plant import := land 8.1 1 ;"
            "param DiscountRateIdv default 0.1 := ;"
        )
    )

    assert values(system, "capital_cost")[0] == ["plant", 2020, pytest.approx(100.0 * 0.1234 * 8.1)]
    assert values(system, "technology_discount_rate") == []


def test_zero_is_no_limit_of_a_mode(write_data: Write) -> None:
    statement = "param TechnologyActivityByModeUpperLimit default 99999 := land plant 1 2020 0 land plant 1 2021 4 ;"

    system = read_osemosys(write_data(MUIO + statement))

    assert values(system, "max_mode_activity") == [["plant", "1", 2021, 4.0]]


def test_storage_of_muio_is_refused(write_data: Write) -> None:
    with pytest.raises(DataError) as error:
        read_osemosys(write_data(MUIO + "set STORAGE := lake ;"))

    assert [(problem.code, problem.value) for problem in error.value.problems] == [("CP-315", "lake")]
