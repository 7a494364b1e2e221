"""Who carries messages: what each must be able to do, and which one an address names."""
