"""The scheduled job: the only part that knows the time and the file system."""
