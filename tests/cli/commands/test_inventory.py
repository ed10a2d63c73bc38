"""`carbonpath inventory` and its verbs."""

import shutil

import pytest

PROMISED = ["year", "boundary", "total_tco2e", "scope1_tco2e", "scope2_tco2e", "uncertainty_pct", "firms", "problems"]


def test_json_has_the_keys_that_other_programs_rely_on(carbonpath, shipped_project, tmp_path):
    told = carbonpath("inventory", "build", "-C", shipped_project, "--json", "-o", tmp_path).json
    assert list(told) == PROMISED
    assert list(told["firms"][0]) == ["firm", "sector", "scope1_tco2e", "scope2_tco2e"]
    assert 33e6 < told["total_tco2e"] < 41e6
    assert told["scope1_tco2e"] == pytest.approx(sum(firm["scope1_tco2e"] for firm in told["firms"]))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "activity.csv",
        "bridge.csv",
        "emissions.csv",
        "energy_balance.csv",
        "totals.json",
        "transfers.csv",
    ]


def test_show_tells_unit_and_boundary_and_writes_nothing(carbonpath, shipped_project):
    answer = carbonpath("inventory", "show", "-C", shipped_project, "--lang", "zh", "--year", "2021")
    assert "万tCO₂e" in answer.out
    assert "示意" in answer.out
    assert not (shipped_project / "runs" / "inventory").exists()


def test_year_that_was_not_surveyed(carbonpath, shipped_project):
    answer = carbonpath("inventory", "show", "-C", shipped_project, "--year", "2019")
    assert answer.code == 2
    assert "2020, 2021, 2022" in answer.err


def test_uncertainty_tells_both_approaches_and_writes_tables(carbonpath, shipped_project, tmp_path):
    asked = ("inventory", "uncertainty", "-C", shipped_project, "-o", tmp_path, "--draws", "200", "--no-charts")
    answer = carbonpath(*asked, "--seed", "3")

    assert answer.code == 0
    assert "2022: 95 % intervals (200 draws, seed 3)" in answer.out
    assert "Key categories by trend 2020-2022" in answer.out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["intervals.csv", "key_categories.csv", "key_trends.csv"]


def test_a_frozen_year_and_what_changed_since(carbonpath, shipped_project, tmp_path):
    shutil.copytree(shipped_project, tmp_path / "project")
    here = ("-C", tmp_path / "project")

    frozen = carbonpath("inventory", "freeze", "2020", "--reason", "reported", *here)
    unchanged = carbonpath("inventory", "changes", *here)

    assert "frozen in inventories/qingshan/frozen/2020-1" in frozen.err
    assert "Nothing changed." in unchanged.out


def test_trace_leads_from_a_total_to_equation_factor_and_cell(carbonpath, shipped_project, tmp_path):
    answer = carbonpath("inventory", "trace", "F07", "CO2", "-C", shipped_project, "-o", tmp_path / "f07.csv")

    assert "F07-2020.xlsx!" in answer.out
    assert "E = sum of M x EF x F" in answer.out
    assert "NCV 32.5 GJ/t (cets_ag_03_01_v01_2024" in answer.out
    assert (tmp_path / "f07.csv").exists()


def test_reconcile_ends_with_7_where_a_verified_total_differs(carbonpath, shipped_project, tmp_path):
    (tmp_path / "v.csv").write_text("firm,year,tco2e\nF07,2020,551951\nF04,2020,3000000\n", "utf-8")

    answer = carbonpath("inventory", "reconcile", tmp_path / "v.csv", "-C", shipped_project, "-o", tmp_path / "out.csv")

    assert answer.code == 7
    assert "2 numbers compared, 1 beyond the tolerance" in answer.err
    assert "F04 2020: from the place of release to the report" in answer.out
    assert (tmp_path / "out.csv").exists()


def test_forms_and_tables_are_workbooks(carbonpath, shipped_project, tmp_path):
    forms = carbonpath("inventory", "forms", "F07", "-C", shipped_project, "-o", tmp_path, "--json").json
    tables = carbonpath("inventory", "tables", "-C", shipped_project, "-o", tmp_path / "tables.xlsx")

    assert forms["files"] == [str(tmp_path / "F07-2020-forms.xlsx")]
    assert tables.out.strip() == str(tmp_path / "tables.xlsx")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["F07-2020-forms.xlsx", "tables.xlsx"]


def test_check_tells_every_finding_and_writes_nothing(carbonpath, shipped_project):
    answer = carbonpath("inventory", "check", "-C", shipped_project)

    assert (answer.code, answer.out.startswith("Accounts checked: 0 errors, ")) == (0, True)
    assert "CP-2" in answer.err
