"""Members and logins as rows."""
