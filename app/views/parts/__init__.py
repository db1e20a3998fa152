"""Small widgets and row painters that the board and the desk are made of."""
