"""Cooperative and hostile acts in event data: counted among a case's members and towards its outside powers."""
