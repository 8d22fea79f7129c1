"""The fetch benchmark's origin and contestants; each runs as a process of its own."""
