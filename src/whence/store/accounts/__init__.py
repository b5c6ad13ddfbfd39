"""A team's accounts in the library's database: who may come in, and what each of them may do."""
