"""What writes sources: a new convention, and the canonical form of those that are there."""
