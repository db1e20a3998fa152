"""What may follow `muster` on the command line, and what each word leads to."""
