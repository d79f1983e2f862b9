"""What Klarsjekk sends by itself: letters, reminders, invitations and calendars that are fetched."""
