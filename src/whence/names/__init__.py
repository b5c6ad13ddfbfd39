"""Names across spellings (titles, offices, words for states), and what stands in a dateline."""
