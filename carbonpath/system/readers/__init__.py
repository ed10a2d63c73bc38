"""Readers of systems written by others."""
