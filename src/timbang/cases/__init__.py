"""Cases that ship."""
