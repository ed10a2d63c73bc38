"""The coal that the district buys in a year stays at or below a cap."""

from __future__ import annotations

import pytest

from carbonpath.scenario.compose import check_scenario
from carbonpath.scenario.load import load_scenario

CAP = """
coal_cap:
  unit: {unit}
  values: {values}
  reason: control of total coal
  source: plan
"""


@pytest.mark.parametrize(
    ("unit", "values"),
    [("Mtce", "{2021: 11.4, 2023: 11.0}"), ("万tce", "{2021: 1140, 2023: 1100}"), ("Mtce/y", "{2021: 11.4, 2023: 11}")],
    ids=["million tonnes", "ten thousand tonnes", "a year"],
)
def test_cap_limits_the_coal_group_and_nothing_else(effect, unit, values):
    changed = effect(CAP.format(unit=unit, values=values))

    assert changed == {
        ("max_group_activity", "coal_use", 2021): pytest.approx(11.4),
        ("max_group_activity", "coal_use", 2022): pytest.approx(11.2),
        ("max_group_activity", "coal_use", 2023): pytest.approx(11.0),
    }


def test_cap_of_the_measured_year_is_not_imposed(effect):
    changed = effect(CAP.format(unit="Mtce", values="{2020: 9, 2021: 11}"))

    assert {year for _, _, year in changed} == {2021, 2022, 2023}


def test_cap_before_its_first_year_is_absent(effect):
    changed = effect(CAP.format(unit="Mtce", values="{2023: 11}"))

    assert set(changed) == {("max_group_activity", "coal_use", 2023)}


@pytest.mark.parametrize(
    ("value", "code"),
    [("-1", "CP-408"), (".inf", "CP-403"), (".nan", "CP-403"), ("much", "CP-407"), ("'11'", "CP-407"), ("", "CP-403")],
    ids=["negative", "infinite", "not a number", "a word", "a number in quotes", "blank"],
)
def test_impossible_cap_is_refused_with_its_line(refused, value, code):
    (problem,) = refused(CAP.format(unit="Mtce", values="{2021: " + value + "}"))

    assert problem.code == code
    assert problem.place.startswith("levers.coal_cap.values.2021, line 5")


def test_cap_in_a_unit_that_is_no_energy_is_refused(refused):
    (problem,) = refused(CAP.format(unit="Mt", values="{2021: 11}"))

    assert (problem.code, problem.value) == ("CP-448", "Mt")
    assert problem.place == "levers.coal_cap.unit, line 4"


def test_cap_on_an_unknown_group_names_the_nearest(refused):
    (problem,) = refused(CAP.format(unit="Mtce", values="{2021: 11}") + "  group: coal_uses\n")

    assert (problem.code, problem.details["nearest"]) == ("CP-447", "coal_use")


def test_rising_cap_is_allowed_but_flagged(write, district):
    cap = CAP.format(unit="Mtce", values="{2021: 11, 2022: 12, 2023: 10}").replace("\n", "\n  ")
    folder = write("trial", "title: Trial\nlevers:\n" + cap)

    (warning,) = check_scenario(load_scenario("trial", folder), district)

    assert (warning.code, warning.severity, warning.value) == ("CP-453", "warning", "12")
    assert warning.place.startswith("levers.coal_cap.values.2022")


def test_change_carries_reason_source_line_and_responsible_unit(pull):
    changes = pull(
        """
        coal_cap:
          unit: 万tce
          values:
            2021: 1140
            2022: 1100
          reason: {zh: 总量控制, en: total control}
          source: {zh: 方案, en: plan}
          confidence: assumed
          responsible: {zh: 发改局, en: DRC}
          note: {zh: 已修正, en: mended}
        """
    )

    second = changes[1]
    assert second.lever == "coal_cap"
    assert second.source == "scenarios/trial.yaml, line 7"
    assert (second.reason, second.basis, second.responsible) == ("total control mended", "plan [assumed]", "DRC")
    assert second.unit == "Mtce"


COAL = {"coal_use": {"cheap": 0.6}, "coal_use.F01": {"cheap": 0.6}, "coal_use_beside_coking": {"cheap": 0.2}}


@pytest.mark.parametrize(
    ("block", "dear"),
    [
        ("unit: Mtce\n  values: {2021: 4.5}", 2.5),
        ("unit: '%'\n  values: {2021: 80}", 2.0),
        ("unit: 万tce\n  values: {2021: 450}\n  firm: F01", 2.5),
        ("unit: Mtce\n  values: {2021: 1.2}\n  coking_coal: out", 4.0),
        ("unit: Mtce\n  values: {2021: 6}\n  more: [{unit: '%', values: {2021: 70}, reason: r, source: s}]", 3.0),
    ],
    ids=["amount", "part of the base year", "one firm", "without coking coal", "the tighter of two"],
)
def test_what_the_cap_forbids_is_made_without_coal(solve, two_ways, block, dear):
    # the cheap way takes 0.6 tce per t, 6 Mtce in 2020; each tonne moved to the dear way costs 3 CNY more
    answer = solve(two_ways(COAL), f"coal_cap:\n  {block}\n  reason: r\n  source: s\n")

    assert answer.made("dear")[0] == pytest.approx(dear)
    assert answer.cost == pytest.approx(40 + 3 * dear)


def test_left_out_it_changes_nothing(solve, two_ways):
    assert solve(two_ways(COAL)).cost == pytest.approx(40.0)


def test_mass_binds_the_group_in_tonnes(refused):
    (problem,) = refused(CAP.format(unit="Mt", values="{2021: 11}") + "  measure: mass\n")

    assert (problem.code, problem.value) == ("CP-447", "coal_mass")
