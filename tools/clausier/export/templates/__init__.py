"""Documents filled from templates that a project can change: which there are, what each is given, how one is filled."""
