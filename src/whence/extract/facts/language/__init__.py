"""How numbers and verbs are worded: quantities, predicates, what is unreal or disowned."""
