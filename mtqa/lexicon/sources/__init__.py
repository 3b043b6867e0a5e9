"""What only the build of the lexicons needs: readers of their sources, writers of their files."""
