"""What we ask: the go-lives that have been, and going over to a newer questionnaire."""
