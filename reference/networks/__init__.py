"""As redes: do neurônio às camadas."""
