"""How past go-lives went: what would have been warned of, and how far two who coded them agree."""
