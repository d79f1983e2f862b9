"""What the pages of a long list say of where one is."""

from language.both import Both

WHERE = Both("{first}–{last} av {total}", "{first}–{last} av {total}")
