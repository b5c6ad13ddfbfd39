"""Records of attacks as forecasts: their cases, priors that roll with time, scores, curves."""
