"""What is worth thinking about, besides figures and faults."""
