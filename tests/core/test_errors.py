"""One class per exit code."""

import pickle

import pytest

from carbonpath.core import errors
from carbonpath.core.problems import Problem

CLASSES = errors.CarbonpathError.__subclasses__()


def test_exit_codes_are_those_of_the_product_and_none_is_used_twice():
    assert sorted(kind.exit_code for kind in CLASSES) == [2, 3, 4, 5, 6, 7, 8, 9, 10]


def test_error_without_a_problem_is_a_bug():
    with pytest.raises(ValueError, match="at least one problem"):
        errors.DataError()


def test_text_for_developers_names_code_file_and_place():
    error = errors.DataError(Problem("CP-212", "a.csv", "row 3", "x"), Problem("CP-201", "b.csv"))
    assert str(error) == "CP-212 a.csv row 3 x; CP-201 b.csv"


@pytest.mark.parametrize("kind", CLASSES)
def test_error_reaches_another_process_whole(kind):
    error = kind(Problem("CP-212", "a.csv"), Problem("CP-201", "b.csv"))
    other = pickle.loads(pickle.dumps(error))
    assert (type(other), other.problems) == (kind, error.problems)
