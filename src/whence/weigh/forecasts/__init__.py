"""Forecasts scored against what came true, and people's estimates brought together."""
