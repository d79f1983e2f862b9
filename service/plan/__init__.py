"""Actions and waivers, and what they say of many customers at once."""
