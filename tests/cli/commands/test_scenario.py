"""`carbonpath scenario list|show|diff`."""


def test_list_names_title_and_levers(carbonpath, shipped_project):
    entries = carbonpath("scenario", "list", "-C", shipped_project, "--json").json
    found = {entry["scenario"]: entry for entry in entries}
    assert found["coal-cap"]["extends"] == ["reference"]
    assert "coal_cap" in found["coal-cap"]["levers"]
    assert found["coal-cap"]["title"] == {"zh": "煤控情景", "en": "Coal cap"}


def test_list_in_words_is_in_the_language_asked_for(carbonpath, shipped_project):
    lines = carbonpath("scenario", "list", "-C", shipped_project, "--lang", "zh").out.splitlines()
    assert any("coal-cap" in line and "煤控情景" in line for line in lines)


def test_show_is_a_table_with_reasons(carbonpath, shipped_project):
    answer = carbonpath("scenario", "show", "coal-cap", "-C", shipped_project)
    assert answer.code == 0
    assert "7.95" in answer.out
    assert "coal_cap" in answer.out


def test_show_at_length_has_every_year(carbonpath, shipped_project):
    short = carbonpath("scenario", "show", "coal-cap", "-C", shipped_project).out
    whole = carbonpath("scenario", "show", "coal-cap", "-C", shipped_project, "-v").out
    assert "2029" not in short
    assert "2029" in whole


def test_show_as_json_has_every_year(carbonpath, shipped_project):
    changes = carbonpath("scenario", "show", "coal-cap", "-C", shipped_project, "--json").json["changes"]
    cap = next(change for change in changes if change["lever"] == "coal_cap")
    assert [year for year in map(str, range(2021, 2036)) if year not in cap] == []


def test_diff_tells_milestones_and_all_years_as_json(carbonpath, shipped_project):
    short = carbonpath("scenario", "diff", "reference", "coal-cap", "-C", shipped_project)
    whole = carbonpath("scenario", "diff", "reference", "coal-cap", "-C", shipped_project, "--json").json
    assert "9.35" in short.out
    assert "9.65" not in short.out
    assert "Mtce" in short.out
    told = {"parameter": "max_group_activity", "year": 2029, "unit": "Mtce", "value_b": 9.65}
    assert told.items() <= whole["differences"][-7].items()


def test_unknown_scenario_ends_with_four_and_the_nearest_name(carbonpath, shipped_project):
    answer = carbonpath("scenario", "show", "coal-cpa", "-C", shipped_project)
    assert answer.code == 4
    assert "coal-cap" in answer.err
