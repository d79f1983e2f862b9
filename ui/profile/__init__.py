"""Om virksomheten on screen."""
