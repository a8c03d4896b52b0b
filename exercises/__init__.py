"""Quem confere os exercícios do livro.

O enunciado, a dica e a solução moram no fim do capítulo (`docs/operations/dot.md`); aqui, no mesmo caminho
(`exercises/operations/dot.py`), moram as conferências, uma função por questão, na ordem da página. Para responder:

    python3 exercises                    o que já está resolvido, e o que vem a seguir
    python3 exercises operations/dot     confere as respostas desse capítulo
"""
