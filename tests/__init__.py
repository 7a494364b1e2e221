"""Whole stories, and what linters cannot say of the house."""
