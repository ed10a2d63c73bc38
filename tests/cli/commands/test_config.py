"""`carbonpath config show`."""


def test_every_setting_is_shown(carbonpath, toy_project):
    answer = carbonpath("config", "show", "-C", toy_project)
    assert answer.code == 0
    assert ["discount_rate", "0.08"] in [line.split() for line in answer.out.splitlines()]


def test_json_is_the_project_file(carbonpath, toy_project):
    told = carbonpath("config", "show", "-C", toy_project, "--json").json
    assert (told["district"], told["horizon"]) == ("qingshan", {"first": 2020, "last": 2035})


def test_outside_any_project(carbonpath, tmp_path):
    answer = carbonpath("config", "show", "-C", tmp_path)
    assert answer.code == 2
    assert "carbonpath init" in answer.err
