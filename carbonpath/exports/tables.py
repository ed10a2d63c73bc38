"""What exporters write, and what a user may choose about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from carbonpath.core.messages import Language


@dataclass(frozen=True, slots=True)
class ExportTables:
    """Tables of one or several scenarios."""

    result: pd.DataFrame
    """Table RESULT."""
    indicators: pd.DataFrame
    """Table INDICATOR."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Choices of an export."""

    language: Language = "zh"
    """Language of labels and units in workbooks; CSV and IAMC keep English names and the units of the model."""
    excel: bool = True
    """Whether CSV begins with a byte-order mark, without which Excel in China shows Chinese as garbage."""
    illustrative: bool = False
    """Whether the data are an example: then workbooks say so."""
    model: str = "carbonpath"
    """Model column of IAMC files."""
    scenario_labels: Mapping[str, str] = field(default_factory=dict)
    """Names of scenarios for the reader of a workbook."""
    firm_labels: Mapping[str, str] = field(default_factory=dict)
    """Names of firms for the reader of a workbook."""
