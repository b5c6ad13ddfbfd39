"""Tests of how numbers and verbs are worded."""
