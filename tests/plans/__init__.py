"""The plans from the first sign to the last follow-up, at the real window, on real logs."""
