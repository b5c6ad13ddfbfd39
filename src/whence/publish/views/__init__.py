"""What each section of a report shows, prepared from the case and free of markup decisions."""
