"""A project: the folder that `carbonpath.yaml` marks, and what that file says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from carbonpath.core.documents import Document, load_document, validate_document
from carbonpath.core.errors import UsageError
from carbonpath.core.messages import Language
from carbonpath.core.problems import Problem
from carbonpath.scenario.paths import DemandPathName, PricePathName
from carbonpath.workflow.location import PROJECT_FILE, find_project

Boundary = Literal["scope1", "scope1+import"]
"""Emissions that headline numbers count."""
BOUNDARIES: tuple[Boundary, ...] = get_args(Boundary)
"""Both."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Title(_Model):
    """Title of the project in both languages."""

    zh: str
    """Chinese title."""
    en: str
    """English title."""

    def told(self, language: Language) -> str:
        """Return the title in `language`."""
        return self.zh if language == "zh" else self.en


class Folders(_Model):
    """Folders of the project, relative to its file."""

    inventory: str = "inventory"
    """Survey workbooks (`surveys/`) and the tables of the district's system."""
    scenarios: str = "scenarios"
    """Scenario files."""
    runs: str = "runs"
    """Finished runs."""


class Horizon(_Model):
    """First and last model year."""

    first: int = Field(ge=1990, le=2100)
    """First model year."""
    last: int = Field(ge=1990, le=2100)
    """Last model year."""

    @property
    def years(self) -> tuple[int, ...]:
        """Every model year."""
        return tuple(range(self.first, self.last + 1))


class ProjectFile(_Model):
    """What `carbonpath.yaml` says."""

    format: Literal[1]
    """Version of this file's format."""
    district: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")
    """Name of the district in tables: lower case letters, digits, hyphens."""
    title: Title
    """Title shown in tables, charts and reports."""
    illustrative: bool = False
    """Whether the data are made up: every output then says so."""
    language: Language | None = None
    """Language of the project; absent: that of the machine."""
    folders: Folders = Folders()
    """Folders of the project."""
    base_year: int = Field(ge=1990, le=2100)
    """Year of the inventory to which the system is calibrated; the first model year."""
    horizon: Horizon
    """Model years."""
    discount_rate: float = Field(ge=0, lt=1)
    """Discount rate of the district, a share per year."""
    boundary: Boundary = "scope1+import"
    """Boundary of headline numbers and charts: released in the district, without or with what the power that it buys
    net releases elsewhere. Regional accounts count purchased power, so that a coal cap cannot be met by importing."""
    gwp_metric: str = "AR5GWP100"
    """Metric that turns gases into CO2 equivalents."""
    grid_region: str = "national"
    """Region whose grid factor counts power bought: a region of the reference table `purchased_energy`."""
    grid_series: str = "grid_average"
    """Series of that grid factor, e.g. without traded non-fossil power where green power is claimed by its buyers."""
    demand: DemandPathName = "plan"
    """Demand variant of scenarios that name none."""
    prices: PricePathName = "base"
    """Price variant of scenarios that name none."""
    run_all: tuple[str, ...] = Field(min_length=1)
    """Scenarios of `carbonpath run --all`, in order; the first is the one that others are compared with."""


@dataclass(frozen=True, slots=True)
class Project:
    """A project on disk."""

    folder: Path
    """Absolute folder of the project file."""
    file: ProjectFile
    """What the project file says."""

    @property
    def inventory_folder(self) -> Path:
        """Folder of survey workbooks and district tables."""
        return self.folder / self.file.folders.inventory

    @property
    def scenario_folder(self) -> Path:
        """Folder of scenario files."""
        return self.folder / self.file.folders.scenarios

    @property
    def runs_folder(self) -> Path:
        """Folder of finished runs."""
        return self.folder / self.file.folders.runs

    @property
    def state_folder(self) -> Path:
        """Folder of caches and the lock; may be removed at any time when nothing runs."""
        return self.folder / ".carbonpath"

    def within(self, boundary: Boundary | None) -> Project:
        """Return the project with another boundary of headline numbers; itself if none is given."""
        if boundary is None:
            return self
        return Project(self.folder, self.file.model_copy(update={"boundary": boundary}))

    def shown(self, path: Path) -> str:
        """Return a path as the user knows it: relative to the project where it is inside."""
        return path.relative_to(self.folder).as_posix() if path.is_relative_to(self.folder) else str(path)


def load_project(start: Path) -> Project:
    """Return the project at or above `start`.

    Raises
    ------
    UsageError
        If there is none (CP-110), its file does not fit (CP-402 to CP-406), or its years contradict each other
        (CP-111).
    """
    folder = find_project(start)
    document = load_document(folder / PROJECT_FILE, UsageError)
    file = validate_document(document.content, ProjectFile, document, (), UsageError)
    _require_years(file, document)
    return Project(folder, file)


def _require_years(file: ProjectFile, document: Document) -> None:
    if file.base_year == file.horizon.first < file.horizon.last:
        return
    value = f"base_year {file.base_year}, horizon {file.horizon.first}-{file.horizon.last}"
    raise UsageError(Problem("CP-111", str(document.path), document.place(("horizon",)), value))
