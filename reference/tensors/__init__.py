"""Representações de dados: o que é um tensor e como ele mora na memória."""
