"""`clausier apply`: plain articles and their amendments as signed → the consolidated text, and the queries."""
