"""What a page shows, section by section: findings grouped, cut to a readable length, and said."""
