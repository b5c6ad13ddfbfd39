"""Tests of how far the incident got and what it damaged."""
