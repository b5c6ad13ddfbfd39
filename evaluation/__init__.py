"""Measurements of quality: fixed metrics on named data, with intervals, floors and error lists.

Each process computes on one core, as the command line does: threads within one would fight over
the cores, and the last digits would depend on how many there are.
"""

import os

for _name in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
