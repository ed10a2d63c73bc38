"""Units that answer for projects."""

import pandas as pd
import pytest
from shipped import REPOSITORY, shipped_system

from carbonpath.core.errors import DataError
from carbonpath.core.tables import write_table
from carbonpath.workflow.responsible import FILE, units_by_sector, units_of_measures


def test_shipped_units_cover_every_sector_that_builds():
    system = shipped_system("combined")
    built = system.parameter("capital_cost")["technology"].unique()
    sectors = set(system.technologies.loc[system.technologies["technology"].isin(built), "sector"])
    for language in ("zh", "en"):
        assert sectors <= set(units_by_sector(REPOSITORY / "inventories" / "qingshan", language))


def test_without_a_file_there_are_no_units(tmp_path):
    assert units_by_sector(tmp_path, "zh") == {}
    assert units_of_measures(tmp_path / "changes.csv", shipped_system("reference")) == {}


def test_a_file_with_other_columns_is_refused(tmp_path):
    (tmp_path / FILE).write_text("sector,zh\nsteel,局\n", encoding="utf-8")
    with pytest.raises(DataError, match="CP-210"):
        units_by_sector(tmp_path, "zh")


def test_measures_name_technologies_and_groups_and_a_unit_once(tmp_path):
    rows = [
        ("region=a, technology=F10.PV_DIST, year=2030", "bureau"),
        ("region=a, technology=F10.PV_DIST, year=2031", "bureau, firm"),
        ("region=a, group=clean_freight, year=2030", "transport"),
        ("region=a, year=2030", "nobody"),
        ("region=a, technology=F10.HP_DH, year=2030", ""),
    ]
    write_table(pd.DataFrame(rows, columns=["where", "responsible"]), tmp_path / "changes.csv")
    system = shipped_system("reference")
    units = units_of_measures(tmp_path / "changes.csv", system)
    members = system.groups.loc[system.groups["group"] == "clean_freight", "technology"]
    assert units == {"F10.PV_DIST": "bureau, firm", **dict.fromkeys(members, "transport")}
