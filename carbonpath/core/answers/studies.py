"""Written schemas of tables that answer a question about studies."""

from __future__ import annotations

from carbonpath.core.schemas import SCENARIO, VALUE, Column, Schema

SAMPLE = Schema(
    "SAMPLE",
    (
        Column("sample", "int", "number of the sample in its study, from 0"),
        SCENARIO,
        Column("status", "str", "optimal, infeasible, or how it failed; blank: not solved yet"),
        Column("kind", "str", "factor or outcome"),
        Column("name", "str", "name of the factor or of the outcome"),
        VALUE,
        Column("label", "str", "name of the alternative, where the factor is a switch"),
    ),
)
"""Samples of a study, one row a factor and an outcome; a sample without a plan has no outcomes."""

SENSITIVITY = Schema(
    "SENSITIVITY",
    (
        Column("analysis", "str", "name of the analysis"),
        SCENARIO,
        Column("outcome", "str", "outcome of the study"),
        Column("factor", "str", "factor of the study; blank where the measure is of the outcome alone"),
        Column("other", "str", "second factor of a pair; blank where there is none"),
        Column("measure", "str", "what is measured, e.g. mu_star, S1, probability"),
        Column("at", "float", "value of the factor, or year, at which it is measured; 0 where there is none"),
        Column("at_other", "float", "value of the second factor; 0 where there is none"),
        VALUE,
        Column("low", "float", "lower end of the 95 % interval; the value itself where there is none"),
        Column("high", "float", "upper end of the 95 % interval; the value itself where there is none"),
        Column("unit", "str", "unit of the outcome; blank where it is not known"),
        Column("share", "float", "share of the samples on which it rests; the rest have no plan or failed"),
    ),
)
"""What a study says: indices, responses and probabilities."""
