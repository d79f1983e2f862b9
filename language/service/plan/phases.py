"""What stands for days that nobody has given."""

from language.both import Both

NO_DAYS = Both("ingen", "ingen")
