"""From folded state to frozen props and row models (QtCore only)."""
