"""The commands without a window: verify, export, record, drill… Each answers its exit code."""
