"""How the platform starts on one machine: its own database server, its processes, its health."""
