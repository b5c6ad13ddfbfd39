"""The killed and the wounded: which of the counts that are told is the incident's."""
