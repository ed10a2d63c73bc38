"""Pieces from which the YAML of a scenario is made: texts, numbers by year, and why they are what they are."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, Strict, model_validator

from carbonpath.core.messages import Language

Number = Annotated[float, Strict(), Field(allow_inf_nan=False)]
"""A finite number; a text that looks like one is refused."""
NonNegative = Annotated[float, Strict(), Field(ge=0, allow_inf_nan=False)]
"""A finite number that is not negative."""
Year = Annotated[int, Strict(), Field(ge=1900, le=2200)]
"""A calendar year."""


class Block(BaseModel):
    """A mapping in a scenario file: frozen, and no key beyond those named."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Bilingual(Block):
    """A text in Chinese and English; a plain text stands for both."""

    zh: str
    """Chinese."""
    en: str
    """English."""

    @model_validator(mode="before")
    @classmethod
    def _accept_plain_text(cls, given: Any) -> Any:
        return {"zh": given, "en": given} if isinstance(given, str) else given

    def said(self, language: Language) -> str:
        """Return the text in `language`."""
        return self.zh if language == "zh" else self.en


BLANK = Bilingual(zh="", en="")
"""No text."""


class Justification(Block):
    """Why a measure is set as it is, on what it rests, and who answers for it."""

    reason: Bilingual
    """Why, in words that a report can print."""
    source: Bilingual
    """Document or consideration on which the numbers rest."""
    confidence: Literal["seen-twice", "seen", "recalled", "derived", "assumed"] | None = None
    """How well the numbers are founded."""
    responsible: Bilingual = BLANK
    """Unit of the administration that answers for the measure (责任单位)."""
    note: Bilingual = BLANK
    """What was changed against the source, and why."""

    def basis(self, language: Language) -> str:
        """Return the source with its confidence: ``document [seen]``."""
        said = self.source.said(language)
        return f"{said} [{self.confidence}]" if self.confidence else said

    def explanation(self, language: Language) -> str:
        """Return the reason, followed by the note if there is one."""
        return " ".join(part for part in (self.reason.said(language), self.note.said(language)) if part)


class Series(Justification):
    """Amounts that are not negative, by year: linear between the years given, constant after, none before."""

    unit: str
    """Unit of the values."""
    values: Annotated[dict[Year, NonNegative], Field(min_length=1)]
    """Amount by year."""


class SignedSeries(Justification):
    """Numbers of either sign by year, for prices."""

    unit: str
    """Unit of the values."""
    values: Annotated[dict[Year, Number], Field(min_length=1)]
    """Number by year."""


class Multiplier(Justification):
    """Factors by year, for scaling what the system has."""

    values: Annotated[dict[Year, NonNegative], Field(min_length=1)]
    """Factor by year: linear between the years given, constant after, unchanged before."""


class Amount(Block):
    """One amount with its unit."""

    value: NonNegative
    """The number."""
    unit: str
    """Its unit."""
