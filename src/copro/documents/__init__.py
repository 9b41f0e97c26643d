"""Documents: strict JSON, schema, references, structure."""
