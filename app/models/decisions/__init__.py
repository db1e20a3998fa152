"""One module per part of the desk: what may be recorded there, and why not."""
