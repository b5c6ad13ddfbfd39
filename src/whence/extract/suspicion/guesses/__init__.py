"""What the trained reader sees, turned into drafts where the words bear it out."""
