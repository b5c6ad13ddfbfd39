"""Tests of the victims."""
