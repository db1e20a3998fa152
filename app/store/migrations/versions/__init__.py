"""One module per revision; their ids are numbers, so that newer and older can be told apart."""
