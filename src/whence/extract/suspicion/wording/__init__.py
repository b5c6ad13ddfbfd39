"""What the words of one sentence claim: patterns, signs for parties, hedges, drafts."""
