"""All customers side by side: the judgement of many at once, waves, cuts, bands, and what has changed since last time."""
