"""`carbonpath doctor`."""

from carbonpath.workflow import doctor


def test_every_check_is_told(carbonpath, shipped_project):
    answer = carbonpath("doctor", "-C", shipped_project)
    assert answer.code == 0
    assert "HiGHS: optimal, 600" in answer.out
    assert "not well" not in answer.out


def test_json_names_the_checks(carbonpath, shipped_project):
    entries = carbonpath("doctor", "-C", shipped_project, "--json").json
    assert [entry["check"] for entry in entries] == list(doctor.CHECKS)


def test_project_that_cannot_be_read_ends_with_nine_after_all_checks(carbonpath, tmp_path):
    answer = carbonpath("doctor", "-C", tmp_path)
    assert answer.code == 9
    assert "not well" in answer.out
    assert "CP-953" in answer.err
    assert "HiGHS: optimal" in answer.out
