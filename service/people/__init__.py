"""Who is asking and what they may: actor, permissions, access, customers, members, log. Every other room uses it."""
