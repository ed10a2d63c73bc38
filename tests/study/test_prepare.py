"""A study ready to be solved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from small_studies import DEMAND, DIRTY_COST, OUTCOMES, PRICED, OneSystem, prepared, rows_of, scarce, small_study
from systems import plant_to_build

from carbonpath.core.errors import ScenarioError
from carbonpath.study.prepare import prepare_study

COST = {"cost": {"indicator": "total_cost"}}


def codes(folder: Path, system: Any = None, **parts: Any) -> list[tuple[str, str]]:
    return [(note.code, note.value) for note in prepared(folder, system, **parts).notes]


def test_every_sample_has_a_branch_and_every_branch_its_samples(tmp_path: Path) -> None:
    factors = {"demand": DEMAND, "priced": PRICED}
    found = prepared(tmp_path, factors=factors, scenario=["a", "b"])

    assert {found.programme.key_of(s.scenario, s.values) for s in found.samples.rows} == set(found.programme.branches)
    assert len(found.samples.rows) == 16
    assert found.programme.columns == ("cost", "emissions_2020", "emissions_2021", "emissions_2022", "peak_year")


def test_a_study_that_runs_smoothly_has_no_notes(tmp_path: Path) -> None:
    assert codes(tmp_path) == []


@pytest.mark.parametrize(
    ("system", "parts", "note"),
    [
        (None, {"ties": "leave"}, ("CP-487", "")),
        (None, {"outcomes": {"yearly": {"indicator": "annual_cost"}}}, ("CP-485", "yearly")),
        (
            plant_to_build(life=2.0, years=(2020, 2021, 2022)),
            {"outcomes": COST, "factors": {"life": {**DEMAND, "changes": [{"parameter": "operational_life"}]}}},
            ("CP-484", "life"),
        ),
        (
            scarce(),
            {"factors": {"demand": {**DEMAND, "nominal": 1.4}}, "design": rows_of(demand=[1.3, 1.5])},
            ("CP-482", "base"),
        ),
    ],
    ids=["ties left", "table needed", "structure changed", "no plan anywhere"],
)
def test_a_reader_is_told_what_is_slow_or_not_unique(
    tmp_path: Path, system: Any, parts: dict[str, Any], note: tuple[str, str]
) -> None:
    assert note in codes(tmp_path, system, **parts)


def test_a_sample_without_meaning_is_refused_before_anything_is_solved(tmp_path: Path) -> None:
    design = rows_of(demand=[0.7, -0.5])

    with pytest.raises(ScenarioError) as raised:
        prepared(tmp_path, factors={"demand": DEMAND}, design=design)

    (problem,) = raised.value.problems
    assert (problem.code, problem.details["sample"], problem.details["amount"]) == ("CP-473", "1", "-60")


def test_ids_follow_everything_that_moves_an_answer(tmp_path: Path) -> None:
    def ids(engine: str = "", **parts: Any) -> tuple[str, ...]:
        found = prepare_study(small_study(tmp_path, **parts), OneSystem(), engine)
        return tuple(sample.id for sample in found.samples.rows)

    same = ids()
    assert ids() == same
    for other in (
        ids(engine="other"),
        ids(ties="leave"),
        ids(outcomes={**OUTCOMES, "level": {"indicator": "peak_level", "boundary": "scope1"}}),
        ids(factors={"dirty_cost": {**DIRTY_COST, "changes": [{"parameter": "variable_cost"}]}, "demand": DEMAND}),
    ):
        assert set(other).isdisjoint(same)


def test_a_study_that_grows_keeps_the_ids_of_its_samples(tmp_path: Path) -> None:
    few = prepared(tmp_path, factors={"demand": DEMAND}, design=rows_of(demand=[0.7, 0.8]))
    more = prepared(tmp_path, factors={"demand": DEMAND}, design=rows_of(demand=[0.7, 0.75, 0.8]))

    assert {s.id for s in few.samples.rows} < {s.id for s in more.samples.rows}
