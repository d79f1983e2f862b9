"""What a customer says of itself once, and what shares take their whole from."""
