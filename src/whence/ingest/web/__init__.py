"""Public pages fetched: which addresses may be asked, how, and what sites ask in return."""
