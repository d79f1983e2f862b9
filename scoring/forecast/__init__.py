"""Where a customer lands: the day all is in place, and what is in place on the go-live; always as an interval."""
