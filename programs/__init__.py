"""Programas inteiros feitos com as peças do livro, para rodar da raiz do repositório: `python3 -m programs.<nome>`."""
