"""The vurderingsfil on screen: taken in at HPAS."""
