"""Tests of the evidence and of what is said about responsibility."""
