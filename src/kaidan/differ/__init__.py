"""What changed between two runs, and whose change it was."""
