"""What Klarsjekk sends by itself, as rows: letters, who will not have them, and addresses of calendars."""
