"""What all measurements are built of: the command line, data, scores, intervals, pages, floors."""
