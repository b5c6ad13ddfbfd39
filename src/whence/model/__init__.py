"""The nouns: frozen, validated values that every stage takes and gives."""
