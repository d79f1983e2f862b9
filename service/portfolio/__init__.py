"""All customers: the comparison, how they come along, who owes what to whom."""
