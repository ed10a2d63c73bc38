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
    assert answer.err.count("CP-946") == 1
    assert "nothing was touched" in answer.err


def test_json_lists_the_files(carbonpath, tmp_path):
    answer = carbonpath("init", tmp_path / "new", "--empty", "--json")
    assert answer.json["folder"] == str(tmp_path / "new")
    assert any(name.endswith("carbonpath.yaml") for name in answer.json["files"])


def test_new_project_speaks_for_itself(carbonpath, tmp_path):
    carbonpath("init", tmp_path / "new", "--empty")
    assert carbonpath("config", "show", "-C", tmp_path / "new", "--json").json["district"] == "new"


def test_folder_with_a_blank_is_quoted_in_the_next_step(carbonpath, tmp_path):
    folder = tmp_path / "新 项目"
    assert f'-C "{folder}"' in carbonpath("init", folder).err


def test_empty_project_asks_for_surveys_and_misses_no_table(carbonpath, tmp_path):
    carbonpath("init", tmp_path / "new", "--empty")
    assert (tmp_path / "new/inventories/new/firms.csv").read_text(encoding="utf-8").count("\n") == 1
    assert "CP-130" in carbonpath("inventory", "show", "-C", tmp_path / "new").err
