"""Quality checks of an ACTIVITY table; each returns problems and never raises."""
