"""The pages in both languages: same set, links that lead somewhere, every command, option and exit code named."""

import re
from importlib import import_module
from pathlib import Path

import click
import pytest

from carbonpath.cli.commands import COMMANDS
from carbonpath.cli.options import GLOBAL_OPTIONS
from carbonpath.core.errors import CarbonpathError
from carbonpath.core.messages import LANGUAGES
from carbonpath.workflow.project import ProjectFile

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(path.relative_to(DOCS).as_posix() for language in LANGUAGES for path in (DOCS / language).rglob("*.md"))


def read(language, page):
    return (DOCS / language / page).read_text(encoding="utf-8")


def test_both_languages_have_the_same_pages():
    pages = {language: {p.partition("/")[2] for p in PAGES if p.startswith(f"{language}/")} for language in LANGUAGES}
    assert pages["zh"] == pages["en"]


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    path = DOCS / page
    targets = [
        target for target in re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8")) if "://" not in target
    ]
    assert [target for target in targets if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_index_leads_to_every_page(language):
    named = set(re.findall(r"\]\(([^)#]+)", read(language, "index.md")))
    pages = {page.partition("/")[2] for page in PAGES if page.startswith(f"{language}/")} - {"index.md"}
    assert sorted(pages - named) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_command_is_explained_with_every_option(language, name):
    page = read(language, "reference/commands.md")
    command = import_module(f"carbonpath.cli.commands.{name}").command
    verbs = list(command.commands.values()) if isinstance(command, click.Group) else []
    assert name in re.findall(r"^## (.+)$", page, re.MULTILINE) or f"`carbonpath {name}" in page
    assert [f"{name} {verb.name}" for verb in verbs if f"{name} {verb.name}" not in page] == []
    options = [option for part in [command, *verbs] for parameter in part.params for option in parameter.opts]
    assert [option for option in options if option.startswith("-") and option not in page] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_global_options_are_explained(language):
    page = read(language, "reference/commands.md")
    assert [name for option in GLOBAL_OPTIONS for name in option.opts if f"`{name}" not in page] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_exit_code_is_explained(language):
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", read(language, "reference/exit-codes.md"), re.MULTILINE)}
    assert told == {0, 1, 130, *(error.exit_code for error in CarbonpathError.__subclasses__())}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_the_project_file_is_explained(language):
    page = read(language, "reference/project.md")
    assert [name for name in ProjectFile.model_fields if f"`{name}`" not in page] == []
