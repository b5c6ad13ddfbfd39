"""Taking in reports in the background: a spool, a process that reads, and a desk before both."""
