"""Emission factors, heating values, GWP and rules, every number with its source."""
