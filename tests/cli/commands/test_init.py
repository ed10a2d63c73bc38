"""`carbonpath init`."""


def test_example_is_made_and_the_next_step_told(carbonpath, tmp_path):
    answer = carbonpath("init", tmp_path / "new")
    assert answer.code == 0
    assert "illustrative" in answer.err
    assert "run --all" in answer.err
    assert (tmp_path / "new" / "carbonpath.yaml").is_file()


def test_second_init_is_refused(carbonpath, tmp_path):
    carbonpath("init", tmp_path, "--empty")
    answer = carbonpath("init", tmp_path, "--empty")
    assert answer.code == 10
    assert "CP-960" in answer.err


def test_json_lists_the_files(carbonpath, tmp_path):
    answer = carbonpath("init", tmp_path / "new", "--empty", "--json")
    assert answer.json["folder"] == str(tmp_path / "new")
    assert any(name.endswith("carbonpath.yaml") for name in answer.json["files"])


def test_new_project_speaks_for_itself(carbonpath, tmp_path):
    carbonpath("init", tmp_path / "new", "--empty")
    assert carbonpath("config", "show", "-C", tmp_path / "new", "--json").json["district"] == "new"
