"""What writes sources: a new convention, an act as signed, edited clauses; their canonical form; and plain texts amended."""
