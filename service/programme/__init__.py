"""HPAS's own answers: whom each is for, what holds for whom, who waits for them and who disagrees."""
