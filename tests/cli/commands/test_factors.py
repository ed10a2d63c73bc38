"""`carbonpath factors list|show|set`."""

CLINKER = "material.general.clinker.process_emission_factor"


def test_numbers_are_listed_with_source_and_confidence(carbonpath, shipped_project):
    answer = carbonpath("factors", "list", "general.clinker.", "-C", shipped_project)
    assert "0.535" in answer.out
    assert "cets_ag_02_01_v01_2024" in answer.out


def test_one_number_as_json(carbonpath, shipped_project):
    (told,) = carbonpath("factors", "show", CLINKER, "-C", shipped_project, "--json").json
    assert (told["value"], told["unit"], told["confidence"]) == (0.535, "tCO2/t", "seen")


def test_a_number_is_set_and_refused(carbonpath, toy_project):
    told = carbonpath("factors", "set", CLINKER, "--value", "0.53", "--source", "lab", "-C", toy_project)
    assert told.code == 0
    assert "0.53" in told.out
    assert carbonpath("factors", "set", "x.y", "--value", "1", "--source", "lab", "-C", toy_project).code == 3
    assert carbonpath("factors", "list", "nowhere", "-C", toy_project).code == 2
