"""Who is told of without his name: described, and named before or after."""
