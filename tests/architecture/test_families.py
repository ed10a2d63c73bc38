"""Families are listed by hand: the tuple, the folder and the test files name the same members."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]


@dataclass(frozen=True)
class Family:
    """A package whose members stand in an ordered tuple."""

    package: str
    tuple_name: str
    support: tuple[str, ...] = ()
    """Modules of the package that are no members."""

    @property
    def folder(self):
        return REPOSITORY / "carbonpath" / self.package.replace(".", "/")

    @property
    def test_folder(self):
        return REPOSITORY / "tests" / self.package.replace(".", "/")

    def listed(self):
        """Return the module names of the tuple's members: modules, classes, functions or plain names."""
        members = getattr(import_module(f"carbonpath.{self.package}"), self.tuple_name)
        return [module_name(member) for member in members]

    def on_disk(self):
        return {path.stem for path in self.folder.glob("*.py")} - {"__init__", *self.support}


def module_name(member):
    if isinstance(member, str):
        return member
    return getattr(member, "__module__", None or member.__name__).rpartition(".")[2]


FAMILIES = (Family("cli.commands", "COMMANDS"),)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.package)
def test_tuple_names_what_is_in_the_folder(family):
    assert sorted(family.listed()) == sorted(family.on_disk())


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.package)
def test_every_member_has_a_test_file(family):
    tested = {path.stem.removeprefix("test_") for path in family.test_folder.glob("test_*.py")}
    assert sorted(set(family.listed()) - tested) == []


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.package)
def test_no_member_is_listed_twice(family):
    assert len(set(family.listed())) == len(family.listed())


def test_support_modules_exist():
    assert [
        f"{family.package}.{name}"
        for family in FAMILIES
        for name in family.support
        if not (family.folder / f"{name}.py").is_file()
    ] == []
