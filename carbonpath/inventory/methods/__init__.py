"""Accounting methods, one file each, listed in reading order."""
