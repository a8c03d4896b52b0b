"""O índice da busca, feito pelo Pagefind sobre o site pronto: acha palavras sem acento e flexionadas, sem servidor."""

import subprocess
import sys
from pathlib import Path

from tools.site import SiteError

FOLDER = "pagefind"
UNREAD = (".headerlink", ".filename", ".caminhos", "details.mkdocstrings-source")
UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")


def build_index(site: Path) -> None:
    """Escreve `pagefind/` dentro do site; a janela de busca é nossa, então as interfaces prontas saem."""
    options = ["--site", str(site), "--output-subdir", FOLDER, "--force-language", "pt", "--quiet"]
    excluded = [option for selector in UNREAD for option in ("--exclude-selectors", selector)]
    answer = subprocess.run([sys.executable, "-m", "pagefind", *options, *excluded], capture_output=True, text=True)
    if answer.returncode != 0:
        raise SiteError(f"o índice da busca falhou:\n{answer.stderr or answer.stdout}")
    for pattern in UNUSED:
        for path in (site / FOLDER).glob(pattern):
            path.unlink()
