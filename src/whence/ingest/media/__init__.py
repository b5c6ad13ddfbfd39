"""Pictures, films and sounds that bear on a case."""
