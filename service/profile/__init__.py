"""Om virksomheten: what a customer says of itself once, and what follows for its answers."""
