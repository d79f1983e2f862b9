"""How many lines or cells of a file have letters that are not what they should be."""

from language.both import Plural

LINES = Plural(("{n}\u00a0linje", "{n}\u00a0linjer"), ("{n}\u00a0linje", "{n}\u00a0linjer"))
CELLS = Plural(("{n}\u00a0celle", "{n}\u00a0celler"), ("{n}\u00a0celle", "{n}\u00a0celler"))
