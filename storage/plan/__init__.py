"""Actions and waivers as rows."""
