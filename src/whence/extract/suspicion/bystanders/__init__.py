"""Who stands near a suspicion and is under none."""
