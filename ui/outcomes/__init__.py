"""After the go-live, on screen."""
