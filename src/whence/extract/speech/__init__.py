"""Who says it: from what a reader saw to statements with their speakers, acts and chains."""
