"""As engrenagens: o que se faz com tensores."""
