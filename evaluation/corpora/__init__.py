"""Loaders of the corpora, apart from what is measured on them: training reads them too."""
