"""What people see: a scorecard in, text or HTML out."""
