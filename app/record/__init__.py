"""Print, export and verify."""
