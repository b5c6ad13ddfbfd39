"""Measurements of quality: fixed metrics on named data, with intervals, floors and error lists."""
