"""Reports whose every number is traceable."""
