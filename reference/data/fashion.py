"""Fashion-MNIST: 70.000 fotos de roupas, no mesmo formato e do mesmo tamanho do MNIST, e mais difíceis.

Os quatro arquivos têm os nomes dos do MNIST, e não são baixados: ponha-os na pasta `fashion-mnist` da que a variável de
ambiente `LACO_DADOS` diz. Quem os publica dá o md5 de cada um comprimido; com ele se confere o que se baixou.
"""

import hashlib
import os
from pathlib import Path

from reference.data.mnist import Pair, check_pair, read_idx

FILES = {
    "train-images-idx3-ubyte": "8d4fb7e6c68d591d4c3dfef9ec88bf0d",
    "train-labels-idx1-ubyte": "25c81989df183df01b3e8a0aad5dffbe",
    "t10k-images-idx3-ubyte": "bef4ecab320f06d8554ea6380940ec79",
    "t10k-labels-idx1-ubyte": "bb300cfdad3c16e7a12a480ee83cd310",
}
"""Os quatro arquivos e o md5 que os autores publicam, o do arquivo comprimido."""

NAMES = ("camiseta", "calça", "pulôver", "vestido", "casaco", "sandália", "camisa", "tênis", "bolsa", "bota")
"""O que cada rótulo, de 0 a 9, quer dizer."""


# --8<-- [start:load_data]
def load_data() -> tuple[Pair, Pair]:
    """Lê o Fashion-MNIST: 60.000 imagens para treinar e 10.000 para testar, com os seus rótulos.

    Returns:
        `(x_train, y_train), (x_test, y_test)`: imagens de forma (n, 28, 28) e rótulos de forma (n,), em uint8.

    Raises:
        FileNotFoundError: Se os quatro arquivos não estiverem na pasta.
        ValueError: Se um arquivo estiver estragado, ou se não houver um rótulo por imagem.

    Examples:
        >>> (x_train, y_train), (x_test, y_test) = load_data()  # doctest: +SKIP
        >>> NAMES[y_train[0]]  # doctest: +SKIP
        'bota'
    """
    folder = Path(os.environ.get("LACO_DADOS") or ".", "fashion-mnist")
    x_train, y_train, x_test, y_test = (read_idx(found(folder, name)) for name in FILES)
    check_pair("treino", x_train, y_train)
    check_pair("teste", x_test, y_test)
    return (x_train, y_train), (x_test, y_test)
# --8<-- [end:load_data]


def found(folder: Path, name: str) -> Path:
    """Onde está um dos arquivos, comprimido ou não.

    Raises:
        FileNotFoundError: Se não estiver na pasta.
        ValueError: Se, comprimido, não for o que os autores publicaram.

    Examples:
        >>> found(Path("pasta/que/não/existe"), "t10k-labels-idx1-ubyte")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        FileNotFoundError: load_data: falta ...t10k-labels-idx1-ubyte.gz. Baixe os quatro arquivos do Fashion-MNIST ...
    """
    packed, plain = folder / f"{name}.gz", folder / name
    if packed.is_file():
        if hashlib.md5(packed.read_bytes(), usedforsecurity=False).hexdigest() != FILES[name]:
            raise ValueError(f"load_data: {packed} não é o arquivo publicado do Fashion-MNIST: o md5 é outro")
        return packed
    if plain.is_file():
        return plain
    raise FileNotFoundError(
        f"load_data: falta {packed}. Baixe os quatro arquivos do Fashion-MNIST e ponha-os na pasta fashion-mnist da "
        "que LACO_DADOS diz"
    )
