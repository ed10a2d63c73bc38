"""Families are listed by hand: the tuple, the folder and the test files name the same members."""

import ast
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

REPOSITORY = Path(__file__).parents[2]


@dataclass(frozen=True)
class Family:
    """A package whose members stand in an ordered tuple."""

    package: str
    tuple_name: str
    marker: str = ""
    """Function that makes a module a member, ``{}`` being the module's name; blank: every module is one."""

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
        return {path.stem for path in self.folder.glob("*.py") if path.stem != "__init__" and self.is_member(path)}

    def is_member(self, path):
        functions = (n.name for n in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(n, ast.FunctionDef))
        return not self.marker or self.marker.format(path.stem) in functions


def module_name(member):
    if isinstance(member, str):
        return member
    path = member.__name__ if isinstance(member, ModuleType) else member.__module__
    return path.rpartition(".")[2]


FAMILIES = (
    Family("survey.checks", "CHECKS", marker="check_{}"),
    Family("inventory.methods", "METHODS"),
    Family("system.checks", "CHECKS", marker="check_{}"),
    Family("scenario.levers", "LEVERS"),
    Family("model.expressions", "EXPRESSIONS"),
    Family("model.constraints", "CONSTRAINTS"),
    Family("indicators", "INDICATORS", marker="indicate"),
    Family("charts", "CHARTS", marker="draw"),
    Family("charts.studies", "STUDY_CHARTS", marker="draw"),
    Family("study.designs", "DESIGNS"),
    Family("study.outcomes", "OUTCOMES"),
    Family("study.analyses", "ANALYSES", marker="analyse"),
    Family("study.analyses", "COMPARISONS", marker="compare"),
    Family("charts.measures", "MEASURE_CHARTS", marker="draw"),
    Family("exports", "EXPORTERS", marker="export"),
    Family("cli.commands", "COMMANDS"),
)


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
