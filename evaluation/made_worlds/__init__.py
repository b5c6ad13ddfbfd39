"""Made worlds, in which who did it is known: how they are made, weighed, scored and drawn."""
