"""The stages in their order: from a planned scenario to a finished run."""

from __future__ import annotations

import platform
from dataclasses import replace
from datetime import datetime

import pandas as pd

from carbonpath.core.errors import require_valid
from carbonpath.core.errors import VerificationError
from carbonpath.core.files import write_text
from carbonpath.core.problems import Problem
from carbonpath.core.tables import as_table, empty_table
from carbonpath.indicators.build import build_indicators
from carbonpath.indicators.tables import GDP, LIMITS, Specification
from carbonpath.indicators.tables import Tables as IndicatorTables
from carbonpath.model.highs import SolverOptions
from carbonpath.model.run import ModelOutcome, solve_system
from carbonpath.scenario.compose import scenario_changes
from carbonpath.system.change import Change
from carbonpath.system.closure import check_closure
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System
from carbonpath.workflow.base import Base, modelled_by_firm
from carbonpath.workflow.fingerprint import code_sha256, versions
from carbonpath.workflow.journal import Journal
from carbonpath.workflow.manifest import Manifest, Solve, write_manifest
from carbonpath.workflow.outputs import LOG, Tables, write_outputs
from carbonpath.workflow.plan import Planned, RunOptions
from carbonpath.workflow.project import Project
from carbonpath.workflow.runs import Run, new_run_folder, new_run_id
from carbonpath.workflow.summary import summarise_indicators
