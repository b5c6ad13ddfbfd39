"""Whose hands it came through: who said what, printed by whom, from which first hand.

``graph.drawn`` makes the picture of a choice (``asking``) as data, ``first`` answers who said it
first, ``listing`` has the same as tables, ``origin`` a page for each first hand.
"""
