"""A believable legacy database out of nothing but a seed: what tests, benchmarks and the demo import."""
