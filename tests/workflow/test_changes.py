"""Freezing a year, and what changed since: one chain on a copy of the shipped project."""

import shutil

import pytest

from carbonpath.core.answers.accounts import RECALCULATION
from carbonpath.core.errors import UsageError
from carbonpath.core.tables import read_table
from carbonpath.workflow.changes import freeze_year, inventory_changes, told_changes
from carbonpath.workflow.inventory import account_project, write_inventory
from carbonpath.workflow.journal import Journal, silent
from carbonpath.workflow.project import load_project


def account(project):
    return account_project(project, Journal("", silent))


@pytest.fixture(scope="module")
def frozen_project(shipped_project, tmp_path_factory):
    """Return a copy of the shipped project with its cache, 2020 frozen under AR5 and then accounted under AR4."""
    account(load_project(shipped_project))
    folder = shutil.copytree(shipped_project, tmp_path_factory.mktemp("frozen") / "project")
    project = load_project(folder)
    before = account(project)
    write_inventory(before, folder / "before")
    freeze_year(project, before, 2020, "reported to the province")
    file = folder / "carbonpath.yaml"
    file.write_text(file.read_text("utf-8").replace("AR5GWP100", "AR4GWP100"), "utf-8")
    project = load_project(folder)
    return project, before, account(project)


def test_the_frozen_year_stays_and_the_others_move(frozen_project):
    _, before, after = frozen_project

    assert after.summary(2020).scope1_tco2e == before.summary(2020).scope1_tco2e
    assert after.summary(2021).scope1_tco2e != before.summary(2021).scope1_tco2e


def test_what_would_change_is_told_with_its_reason(frozen_project):
    project, before, after = frozen_project

    changes = inventory_changes(project, after)

    assert set(changes.log["reason"]) == {"gwp"}
    assert set(changes.log["year"]) == {2020}
    (year,) = changes.years
    assert year.old_tco2e == pytest.approx(before.summary(2020).scope1_tco2e)
    assert changes.log.loc[changes.log["scope"] == 1, "change_tco2e"].sum() == pytest.approx(
        year.new_tco2e - year.old_tco2e, abs=1e-6
    )
    assert [(p.code, p.severity, p.details["reasons"]) for p in told_changes(project, after)] == [
        ("CP-376", "warning", "gwp")
    ]


def test_an_earlier_build_can_be_compared(frozen_project):
    project, before, after = frozen_project

    changes = inventory_changes(project, after, project.folder / "before")

    assert set(changes.log["year"]) == {2021, 2022}
    assert inventory_changes(project, before, project.folder / "before").log.empty


def test_a_folder_without_tables_is_refused(frozen_project, tmp_path):
    project, before, after = frozen_project

    for inventory, folder in ((after, tmp_path), (before, None)):
        with pytest.raises(UsageError, match="CP-134"):
            inventory_changes(project, inventory, folder)


def test_freezing_again_needs_to_be_asked_for_and_keeps_the_log(frozen_project):
    project, _, after = frozen_project
    with pytest.raises(UsageError, match="CP-133"):
        freeze_year(project, after, 2020, "other metric")

    folder = freeze_year(project, after, 2020, "other metric", again=True)

    assert folder.name == "2020-2"
    assert set(read_table(folder / "recalculation.csv", RECALCULATION)["reason"]) == {"gwp"}
    shutil.rmtree(folder)
