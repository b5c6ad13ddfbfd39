"""A case file as a run and its commands use it: kept, looked back at, proven, handed on."""
