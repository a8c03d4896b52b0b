"""A oficina do site: fórmulas, figuras, referência, busca e letras, em funções comuns que os ganchos chamam."""

import os
from pathlib import Path

from mkdocs.exceptions import PluginError

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "site"


class SiteError(PluginError):
    """Algo numa página impede a construção do site; o MkDocs mostra a mensagem, sem o rastro de chamadas."""


def keep(path: Path, text: str) -> None:
    """Guarda um arquivo do cache numa troca só: nem uma interrupção nem outro processo o deixam pela metade."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.{os.getpid()}")
    partial.write_text(text, encoding="utf-8")
    partial.replace(path)
