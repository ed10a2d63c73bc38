"""Conditions of `study tip`."""

import pytest
from shipped import shipped_system
from systems import clean_plant, growing_demand

from carbonpath.core.errors import UsageError
from carbonpath.model.programme import compile_system
from carbonpath.model.solve import solve
from carbonpath.study.until import OutcomeReader, find_technologies, read_until

SYSTEM = shipped_system("reference")


@pytest.mark.parametrize(
    ("words", "outcome", "sign", "number"),
    [
        ("built[F01.DRI_H2]", "built", ">", 1e-6),
        ("used[DRI_H2] >= 0.2", "used", ">=", 0.2),
        (" peak_year<2027 ", "peak_year", "<", 2027.0),
        ("total_cost > 5e5", "total_cost", ">", 5e5),
        ("emissions != -1", "emissions", "!=", -1.0),
    ],
)
def test_read(words, outcome, sign, number):
    until = read_until(words, SYSTEM)
    assert (until.outcome, until.sign, until.number) == (outcome, sign, number)


def test_a_library_entry_means_every_owner():
    assert find_technologies(SYSTEM, "H2_CCS") == ("F01.H2_CCS", "F02.H2_CCS")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("peak_year", "CP-145"),
        ("peak_year[F01.DRI_H2] < 3", "CP-145"),
        ("built < 3", "CP-145"),
        ("__import__('os')", "CP-145"),
        ("peak_year < x", "CP-145"),
        ("built[F99.NOTHING]", "CP-146"),
    ],
)
def test_refused(words, code):
    with pytest.raises(UsageError, match=code):
        read_until(words, SYSTEM)


def test_outcomes_of_a_plan():
    system = growing_demand()
    programme = compile_system(system)
    until = read_until("used[dirty] > 329", system)
    told = OutcomeReader(programme.columns, until, "scope1").read(solve(programme))
    assert told["peak_year"] == 2021.0
    assert (told["peak_level"], told["emissions"], told["used"]) == pytest.approx((120.0, 110.0, 330.0))
    assert until.holds(told)
    assert not until.holds({})


def test_what_is_built():
    system = clean_plant(annual_emission_limit={("co2",): 4.0})
    programme = compile_system(system)
    until = read_until("built[clean]", system)
    told = OutcomeReader(programme.columns, until, "scope1").read(solve(programme))
    assert told["built"] == pytest.approx(6.0)
