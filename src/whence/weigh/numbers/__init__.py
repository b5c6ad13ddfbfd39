"""The weighing itself: prior, likelihood, dependence, posterior, and what each origin moves."""
