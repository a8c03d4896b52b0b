"""Gravar de uma vez: quem abre o arquivo vê o antigo ou o novo, inteiros, e nunca um pela metade."""

import os
from collections.abc import Iterable
from glob import escape
from pathlib import Path


# --8<-- [start:write_at_once]
def write_at_once(path: Path, blocks: Iterable[bytes]) -> None:
    """Escreve num arquivo ao lado, espera o disco, e só então o põe no lugar do antigo.

    Se algo der errado no meio (o disco enche, a luz acaba), o arquivo que já havia continua inteiro. Quem morre no meio
    deixa só o arquivo ao lado; a escrita seguinte o apaga.

    Args:
        path: Onde; um atalho (*symlink*) continua atalho, e muda o arquivo para que ele aponta.
        blocks: Os bytes, em pedaços.

    Examples:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_at_once(Path(folder, "a"), [b"um ", b"dois"])
        ...     Path(folder, "a").read_bytes()
        b'um dois'
    """
    path = Path(os.path.realpath(path))
    beside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            file.writelines(blocks)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        for left in path.parent.glob(f"{escape(path.name)}.[0-9]*.tmp"):
            left.unlink(missing_ok=True)
# --8<-- [end:write_at_once]
