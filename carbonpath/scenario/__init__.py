"""Scenarios: levers written in YAML become changes of a system."""
