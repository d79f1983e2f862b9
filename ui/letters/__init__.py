"""Letters and the address of the calendar on screen, and the route calendars are fetched from."""
