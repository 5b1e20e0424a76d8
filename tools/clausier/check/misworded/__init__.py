"""What a rule says against the words that it quotes: `said` is a rule with its words, `votes`, `times` and `norms` compare one kind each."""
