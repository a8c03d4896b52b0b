"""Os dados com que as redes aprendem."""
