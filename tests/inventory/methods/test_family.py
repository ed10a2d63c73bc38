"""The list of methods is the folder of methods, and each has its tests."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from carbonpath.inventory import methods
from carbonpath.inventory.method import Method
from carbonpath.inventory.methods import METHODS

FOLDER = Path(str(methods.__file__)).parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")


def test_every_method_of_the_folder_is_listed_once_under_its_name() -> None:
    assert sorted(method.NAME for method in METHODS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_method_has_its_tests(name: str) -> None:
    assert (Path(__file__).parent / f"test_{name}.py").is_file()


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.NAME)
def test_every_method_tells_its_equation_and_its_document(method: Method) -> None:
    words = inspect.getdoc(method) or ""

    assert re.search(r"``E.* = ", words)
    assert re.search(r"CETS|NDRC|IPCC", words)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_of_methods_has_them_in_their_order(language: str) -> None:
    page = FOLDER.parents[2] / "docs" / language / "inventory-methods.md"

    told = re.findall(r"^\| `(\w+)` \|", page.read_text(encoding="utf-8"), flags=re.MULTILINE)

    assert told == [method.NAME for method in METHODS]
