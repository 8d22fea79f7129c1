"""The whole-run benchmark's site, origin and peers; each peer runs as a process of its own."""
