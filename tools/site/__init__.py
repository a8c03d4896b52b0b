"""A oficina do site: fórmulas, figuras, referência, busca e letras, em funções comuns que os ganchos chamam."""

from pathlib import Path

from mkdocs.exceptions import PluginError

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "site"


class SiteError(PluginError):
    """Algo numa página impede a construção do site; o MkDocs mostra a mensagem, sem o rastro de chamadas."""
