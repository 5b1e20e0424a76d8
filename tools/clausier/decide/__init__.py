"""What follows from the rules for the facts of a day: who wins a vote, what is due by when, who can block."""
