"""What `scripts/bench` runs: a generator of regions, engines, and the questions put to them."""
