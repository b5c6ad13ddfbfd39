"""How the reading model is trained: corpora, recipes, losses, export and tuning."""
