"""Findings: their codes, and what is found told to people and programs."""
