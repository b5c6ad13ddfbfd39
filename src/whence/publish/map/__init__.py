"""Where it happened, drawn: outlines, an extent around the points, and the map itself."""
