"""The system of a run as files, and back."""

import pytest
from systems import one_of_everything
from wider_systems import lake

from carbonpath.core.errors import DataError
from carbonpath.model.run import solve_system
from carbonpath.system.system import System
from carbonpath.workflow.stored_system import SETS, read_system, write_system


@pytest.mark.parametrize("system", [one_of_everything(), lake()], ids=["one of everything", "a lake"])
def test_what_is_read_is_what_was_written(system: System, tmp_path):
    write_system(system, tmp_path)
    again = read_system(tmp_path)
    for name in System.__dataclass_fields__:
        one, other = getattr(system, name), getattr(again, name)
        if name == "parameters":
            assert {key: table for key, table in one.items() if not table.equals(other[key])} == {}
        else:
            assert one.equals(other) if hasattr(one, "equals") else one == other, name


def test_it_has_the_same_plan_to_the_last_digit(tmp_path):
    write_system(one_of_everything(), tmp_path)
    one, again = solve_system(one_of_everything()), solve_system(read_system(tmp_path))
    assert again.result.equals(one.result)
    assert again.duals.equals(one.duals)


@pytest.mark.parametrize(
    ("content", "code"), [(None, "CP-201"), ("{", "CP-202")], ids=["no file", "a file that is no JSON"]
)
def test_a_damaged_folder_is_told(content, code, tmp_path):
    write_system(one_of_everything(), tmp_path)
    (tmp_path / SETS).unlink()
    if content is not None:
        (tmp_path / SETS).write_text(content)
    with pytest.raises(DataError, match=code):
        read_system(tmp_path)
