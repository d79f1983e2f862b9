"""The vurderingsfil: all that one customer has said, as one file; made, checked, and taken in at HPAS."""
