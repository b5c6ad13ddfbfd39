"""Which of several told values is true: published methods, and a table with planted copiers."""
