"""O site, construído uma vez por execução dos testes e servido a quem precisar dele num navegador."""

import functools
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tools.environment import try_to_lock
from tools.site import ROOT

Builder = Callable[..., Path]


def build_site(target: Path, docs: Path | None = None, url: str = "") -> Path:
    """Constrói o site em `target`, com rigor: um aviso levanta SystemExit.

    Com outra pasta `docs`, a navegação é o que houver nela.
    """
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(target), site_url=url, strict=True)
    if docs:
        config.docs_dir, config.nav = str(docs), None
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return target


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pasta do site inteiro, construído sem um aviso sequer, como ele vai ao ar: numa subpasta de um endereço.

    Quando vários processos dividem os testes, o primeiro que precisa do site o constrói, e os outros esperam por ele.
    """
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # a pasta da execução, que os processos têm em comum
    built, done = base / "livro", base / "livro.pronto"
    with (base / "livro.trava").open("a+b") as lock:
        while not try_to_lock(lock.fileno()):
            time.sleep(0.2)
        if not done.exists():
            build_site(built, url=f"https://exemplo.org/{built.name}/")
            done.touch()
    return built


@pytest.fixture(scope="session")
def notes() -> Path:
    """A pasta das notas de que o livro partiu: `fontes`, ao lado da dos dados, que LACO_DADOS diz (veja `.ci/run`).

    Elas não vêm no repositório: onde não estão, os testes que as leem se saltam.
    """
    folder = Path(os.environ.get("LACO_DADOS", "")).resolve().parent / "fontes"
    if "LACO_DADOS" not in os.environ or not any(folder.glob("0*.txt")):
        pytest.skip("as notas não estão à mão: seriam a pasta fontes, ao lado da dos dados (LACO_DADOS)")
    return folder


@pytest.fixture
def build_page(tmp_path: Path) -> Builder:
    """Constrói um site à parte, com as regras do site inteiro: `build_page(texto, {"figures/f.py": "…"})`."""

    def build_one(markdown: str, others: dict[str, str] | None = None) -> Path:
        docs = tmp_path / "docs"
        shutil.rmtree(docs, ignore_errors=True)  # o que sobrou se o teste já construiu um
        shutil.copytree(ROOT / "docs" / "assets", docs / "assets")
        for name, content in {"index.md": markdown, **(others or {})}.items():
            (docs / name).parent.mkdir(parents=True, exist_ok=True)
            (docs / name).write_text(content, encoding="utf-8")
        return build_site(tmp_path / "site", docs)

    return build_one


class Quiet(SimpleHTTPRequestHandler):
    """O servidor de arquivos da biblioteca padrão, sem escrever cada pedido no terminal."""

    def log_message(self, format: str, *args: object) -> None:
        """Não diz nada."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve `folder` como subpasta, que é onde o GitHub Pages põe um site, e devolve o endereço."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{folder.name}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """O endereço do site inteiro, terminado em barra."""
    with served(site) as url:
        yield url


@pytest.fixture
def small_address(build_page: Builder) -> Iterator[str]:
    """O endereço de um site de duas páginas, que só existe para a busca."""
    text = "# Uma\n\nA otimização de um produto, passo a passo.\n"
    with served(build_page(text, {"outra.md": "# Outra\n\nNada disso aqui.\n"})) as url:
        yield url
