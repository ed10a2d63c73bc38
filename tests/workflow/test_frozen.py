"""Frozen years on disk."""

import pandas as pd
import pytest

from carbonpath.core.answers.accounts import RECALCULATION
from carbonpath.core.errors import DataError
from carbonpath.core.schemas import ACTIVITY, EMISSIONS
from carbonpath.core.tables import empty_table
from carbonpath.workflow.frozen import Frozen, held, read_frozen, write_frozen
from carbonpath.workflow.project import load_project

TABLES = {"activity": empty_table(ACTIVITY), "emissions": empty_table(EMISSIONS)}


@pytest.fixture
def project(toy_project):
    return load_project(toy_project)


def frozen(version):
    known = {"reason": "reported", "gwp_metric": "AR5GWP100", "scope1_tco2e": 1.0, "scope2_tco2e": 0.0}
    return Frozen(year=2020, version=version, sha256={}, **known)


def test_the_newest_version_is_in_use_and_the_older_stays(project):
    first = write_frozen(project, frozen(1), TABLES, empty_table(RECALCULATION))
    second = write_frozen(project, frozen(2), TABLES, empty_table(RECALCULATION))

    assert read_frozen(project)[2020].told.version == 2
    assert not (first / "recalculation.csv").exists()
    assert (second / "recalculation.csv").exists()


def test_a_table_altered_by_hand_is_refused(project):
    folder = write_frozen(project, frozen(1), TABLES, empty_table(RECALCULATION))
    (folder / "emissions.csv").write_text("firm\n", "utf-8")

    with pytest.raises(DataError) as error:
        read_frozen(project)

    assert [(p.code, p.value) for p in error.value.problems] == [("CP-204", "emissions.csv")]


def test_a_frozen_year_stands_as_it_was(project):
    write_frozen(project, frozen(1), TABLES, empty_table(RECALCULATION))
    today = pd.DataFrame({"year": [2020, 2021], "value": [1.0, 2.0]})

    assert held(today, read_frozen(project), "emissions")["value"].tolist() == [2.0]
