"""Documents on paper: one Typst engine, one look, shared by every app that prints."""
