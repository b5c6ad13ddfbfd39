"""Measurements of quality: fixed metrics on named data, with intervals, floors and error lists.

Every module here is run by its name, ``python -m evaluation.NAME``; ``docs/evaluation.md`` lists
them. What they share, and the parts of those that need more than one file, are in the folders:
``harness`` is what all are built of, ``readers`` are under test, ``corpora`` are read.

Each process computes on one core, as the command line does: threads within one would fight over
the cores, and the last digits would depend on how many there are.
"""

import os

for _name in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
