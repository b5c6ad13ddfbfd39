"""The weighing against itself: random cases, its model written anew, trials and their ranks."""
