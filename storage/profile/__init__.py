"""What a customer has said of itself once, as rows."""
