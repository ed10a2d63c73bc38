"""Official report forms of firms, laid out by us after the numbers and entries of their guidelines."""
