"""Designs: which samples a study solves, one file each."""

from __future__ import annotations

from typing import TypeAlias

from carbonpath.study.designs.fast import Fast
from carbonpath.study.designs.grid import Grid
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.designs.morris import Morris
from carbonpath.study.designs.one_at_a_time import OneAtATime
from carbonpath.study.designs.sobol import Sobol
from carbonpath.study.designs.table import Table

Design: TypeAlias = OneAtATime | Grid | Morris | Sobol | Fast | LatinHypercube | Table
"""Any design."""

DESIGNS: tuple[type[Design], ...] = (OneAtATime, Grid, Morris, Sobol, Fast, LatinHypercube, Table)
"""Every design in reading order; each has ``method`` and ``draw(factors, seed)``."""
