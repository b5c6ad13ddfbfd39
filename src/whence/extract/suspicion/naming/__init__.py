"""Whom words name: names in full and short, groups, pronouns, the victim of the incident."""
