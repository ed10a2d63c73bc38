"""Constraints and expressions: what is listed, what is in the folder and what is tested are the same."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from carbonpath.model.constraints import CONSTRAINTS
from carbonpath.model.expressions import EXPRESSIONS

HERE = Path(__file__).parent
FAMILIES = {"constraints": CONSTRAINTS, "expressions": EXPRESSIONS}


def names(modules: tuple[ModuleType, ...]) -> list[str]:
    return [module.__name__.rpartition(".")[2] for module in modules]


@pytest.mark.parametrize("family", FAMILIES)
def test_every_file_is_listed_once(family: str) -> None:
    folder = Path(str(FAMILIES[family][0].__file__)).parent
    files = sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__")

    assert sorted(names(FAMILIES[family])) == files


@pytest.mark.parametrize("family", FAMILIES)
def test_every_member_has_its_test(family: str) -> None:
    tested = {path.stem.removeprefix("test_") for path in (HERE / family).glob("test_*.py")}

    assert tested == set(names(FAMILIES[family]))


def test_every_constraint_has_its_golden_file() -> None:
    golden = {path.stem for path in (HERE / "constraints").glob("*.lp")}

    assert golden == set(names(CONSTRAINTS))
