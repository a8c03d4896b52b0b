"""O motor: derivadas, portas, grafos e otimizadores."""
