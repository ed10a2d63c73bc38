"""How far a study is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of samples, and the speed of the last session."""

    samples: int
    """Samples of the study."""
    done: int
    """Samples with an answer, whatever it is."""
    failed: int
    """Samples whose answer says nothing about the district."""
    infeasible: int
    """Samples for which no plan exists."""
    seconds: float
    """Seconds of solving, over all sessions."""
    samples_per_second: float
    """Speed of the last session."""

    @property
    def left(self) -> float | None:
        """Seconds that the rest will take at this speed; None if the speed is not known."""
        if not self.samples_per_second:
            return None
        return (self.samples - self.done) / self.samples_per_second
