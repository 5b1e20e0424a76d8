"""What a git forge does for a project: what it shows of a proposal, and the files that tell it to."""
