"""`carbonpath config show`."""


def test_every_setting_is_shown(carbonpath, shipped_project):
    answer = carbonpath("config", "show", "-C", shipped_project)
    assert answer.code == 0
    assert ["discount_rate", "0.08"] in [line.split() for line in answer.out.splitlines()]


def test_json_is_the_project_file(carbonpath, shipped_project):
    told = carbonpath("config", "show", "-C", shipped_project, "--json").json
    assert (told["district"], told["horizon"]) == ("qingshan", {"first": 2020, "last": 2035})


def test_outside_any_project(carbonpath, tmp_path):
    answer = carbonpath("config", "show", "-C", tmp_path)
    assert answer.code == 2
    assert "carbonpath init" in answer.err
