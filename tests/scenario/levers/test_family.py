"""The tuple of levers, the files of the folder and the tests of this folder are the same family."""

from __future__ import annotations

from pathlib import Path

import pytest

from carbonpath.core.messages import LANGUAGES, text
from carbonpath.scenario import levers
from carbonpath.scenario.levers import LEVERS

NAMES = sorted(lever.lever for lever in LEVERS)


def test_tuple_and_folder_agree():
    folder = Path(levers.__file__).parent

    assert sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__") == NAMES
    assert [lever.__module__.rsplit(".", 1)[1] for lever in LEVERS] == [lever.lever for lever in LEVERS]


@pytest.mark.parametrize("name", NAMES)
def test_lever_has_a_test_file_and_a_label_in_both_languages(name):
    assert (Path(__file__).parent / f"test_{name}.py").is_file()
    assert all(text(f"scenario.lever.{name}", language) for language in LANGUAGES)
