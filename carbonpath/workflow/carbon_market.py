"""Who of a project takes part in which carbon market, read from its file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from carbonpath.core.documents import load_document, validate_document
from carbonpath.core.errors import DataError
from carbonpath.indicators.carbon_market import CarbonMarket, Enterprise, Method, PilotFirm, PowerUnits
from carbonpath.reference.allowances import load_allowances
from carbonpath.scenario.blocks import Block, NonNegative, Year
from carbonpath.system.district_tables import DistrictTables
from carbonpath.system.prices import price_path
from carbonpath.workflow.project import Project

FILE = "carbon_market.yaml"
"""File of the markets, beside the survey workbooks; a project without it takes part in none."""

Share = Annotated[float, Field(ge=0, lt=1)]


class UnitsBlock(Block):
    """Units of one library entry in the market for power."""

    entry: str
    """Library entry."""
    product_class: str = Field(alias="class")
    """Class of the benchmark."""
    output: Literal["power", "heat"]
    """Output that is given allowances."""
    own_use: Share = 0.0
    """Share of generation that the unit itself uses."""
    peaking: bool = False
    """Whether the correction for load applies."""


class PowerBlock(Block):
    """Market for power."""

    first: Year
    """First compliance year."""
    source: str
    """On what classes and own use rest."""
    units: tuple[UnitsBlock, ...]
    """Units."""


class EnterpriseBlock(Block):
    """A steelworks or clinker producer."""

    firm: str
    """Firm."""
    market: Literal["national_steel", "national_cement"]
    """Market."""
    product: str
    """Commodity whose production measures intensity."""
    entries: tuple[str, ...]
    """Library entries whose emissions measure intensity."""
    whole_firm: bool
    """Whether allowances cover the whole firm, or the entries line by line."""
    pool: str = ""
    """Commodity of the works' gas."""
    product_carbon: NonNegative = 0.0
    """CO2 that stays in a tonne of the product, t/t."""
    excluded: tuple[str, ...] = ()
    """Library entries outside the boundary."""
    special: tuple[str, ...] = ()
    """Library entries with which the firm is given what it emits (hydrogen-rich oxygen blast furnaces)."""
    balance: Annotated[dict[Year, NonNegative], Field(min_length=1)]
    """Balance value of the industry by year, t/t."""
    source: str
    """On what these numbers rest."""


class PilotFirmBlock(Block):
    """A firm of the pilot."""

    firm: str
    """Firm."""
    method: Method
    """Rule."""
    product: str = ""
    """Commodity that measures output."""
    benchmark: NonNegative = 0.0
    """t per unit of output."""
    first: Year = 2014
    """First compliance year."""
    last: int = 0
    """Last compliance year; 0: still in the pilot."""


class PilotBlock(Block):
    """The pilot market."""

    base_years: tuple[Year, ...]
    """Years whose mean is a firm's history."""
    source: str
    """On what methods and coefficients rest."""
    firms: tuple[PilotFirmBlock, ...]
    """Firms."""


class MarketFile(Block):
    """Content of the file of markets."""

    power: PowerBlock
    """National market for power."""
    enterprises: tuple[EnterpriseBlock, ...]
    """National market for steel and cement."""
    pilot: PilotBlock
    """Pilot market."""
    prices: dict[Literal["national", "pilot"], str]
    """Items of prices.csv."""


def load_market_file(folder: Path) -> MarketFile | None:
    """Return the file of markets in the folder of an inventory; None if there is none.

    Raises
    ------
    DataError
        If it does not fit its description.
    """
    if not (folder / FILE).is_file():
        return None
    document = load_document(folder / FILE, DataError)
    return validate_document(document.content, MarketFile, document, (), DataError)


def load_carbon_market(
    project: Project, tables: DistrictTables, variant: str, years: tuple[int, ...]
) -> CarbonMarket | None:
    """Return the participants of a project with rules, free shares and prices; None if it takes part in no market.

    Raises
    ------
    DataError
        If the file does not fit its description, or an item has no price.
    """
    file = load_market_file(project.inventory_folder)
    return None if file is None else carbon_market(file, tables, variant, years)


def carbon_market(file: MarketFile, tables: DistrictTables, variant: str, years: tuple[int, ...]) -> CarbonMarket:
    """Return the participants that a file names, with rules, free shares and prices.

    Raises
    ------
    DataError
        If an item has no price.
    """
    return CarbonMarket(
        load_allowances(),
        tuple(PowerUnits(**units.model_dump()) for units in file.power.units),
        file.power.first,
        tuple(Enterprise(**enterprise.model_dump(exclude={"source"})) for enterprise in file.enterprises),
        tuple(PilotFirm(**firm.model_dump()) for firm in file.pilot.firms),
        file.pilot.base_years,
        dict(zip(tables["free_share"]["year"].tolist(), tables["free_share"]["value"].tolist(), strict=True)),
        market_prices(tables, file, variant, years),
    )


def market_prices(
    tables: DistrictTables, file: MarketFile, variant: str, years: tuple[int, ...]
) -> Mapping[str, Mapping[int, float]]:
    """Return the price of each market by year, CNY/t."""
    return {
        market: {
            int(str(year)): float(price) for year, price in price_path(tables, item, variant, "CNY/t", years).items()
        }
        for market, item in file.prices.items()
    }
