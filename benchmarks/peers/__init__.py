"""What others offer for the same tasks, run on the same texts."""
