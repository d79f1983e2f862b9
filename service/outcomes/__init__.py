"""After the go-live: that a customer started, what happened then, and what had been foreseen."""
