"""Os ganchos do MkDocs: cada um chama funções comuns desta pasta, para que trocar de gerador custe pouco."""

import logging
import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tools.site import api, assets, exercises, maps, pages, search
from tools.site.boxes import Boxes
from tools.site.figures import Figures
from tools.site.formulas import Formulas
from tools.site.glossary import Glossary
from tools.site.memory import Memory, remember_code, remember_reference
from tools.terms import GLOSSARY, entries

log = logging.getLogger("mkdocs.hooks.laco")


class Build:
    """O que vive de um gancho a outro durante uma construção."""

    figures: Figures
    formulas: Formulas
    chapters: list[Page]
    glossary: Glossary
    modules: list[api.Module]
    blocks: Memory
    reference: Memory
    warnings: CountHandler


build = Build()


def on_startup(command: str, dirty: bool) -> None:
    """O servidor de prévia vigia as pastas do código: importá-lo para desenhar não pode deixar arquivos nelas."""
    if command == "serve":
        sys.dont_write_bytecode = True


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Liga as extensões e as folhas de estilo que só existem durante a construção."""
    build.warnings = CountHandler(level=logging.WARNING)
    logging.getLogger("mkdocs").addHandler(build.warnings)
    build.figures, build.formulas, build.chapters, build.blocks = Figures(), Formulas(), [], remember_code()
    config.markdown_extensions += [build.figures, Boxes()]  # type: ignore[list-item]
    styles = [address for address, _ in assets.all_assets() if address.endswith(".css")]
    config.extra_css[:0] = styles
    if not styles:
        log.info("Sem npm: o site usa as letras do sistema e fórmulas só em MathML.")
    build.modules = []
    for entry in config.nav or []:
        if isinstance(entry, dict) and "Referência" in entry:
            build.modules = api.modules(api.pages_in(config.nav))
            entry["Referência"] = api.nav_tree(build.modules)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Acrescenta o que não está em docs/: letras, estilos e as páginas da Referência."""
    for address, source in assets.all_assets():
        given: dict[str, Any] = {"content": source} if isinstance(source, str) else {"abs_src_path": str(source)}
        files.append(File.generated(config, address, **given))
    if build.modules:
        files.append(File.generated(config, f"{api.FOLDER}/index.md", content=api.index_text(build.modules)))
    for module in build.modules:
        files.append(File.generated(config, module.page, content=api.page_text(module)))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Guarda a ordem do livro e os verbetes do glossário, e lembra a Referência da construção anterior."""
    handler = config.plugins["mkdocstrings"].get_handler("python")  # type: ignore[attr-defined]
    build.reference = remember_reference(handler, [page.url for page in nav.pages])
    page = files.get_file_from_path(GLOSSARY)
    build.glossary = Glossary(entries(page.content_string) if page else [])
    build.chapters = [
        page for page in nav.pages if not page.file.src_uri.startswith((f"{api.FOLDER}/", "praticar/", "sobre/"))
    ]
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Prepara o texto de uma página antes da conversão."""
    source = page.file.src_uri
    build.figures.page = Path(page.file.abs_src_path or config.docs_dir)
    if exercises.MARK in markdown:
        chapters = ((chapter.file.src_uri, chapter.file.content_string) for chapter in build.chapters)
        entries = ((pages.title_of(text), pages.relative(uri, source), text) for uri, text in chapters)
        markdown = markdown.replace(exercises.MARK, exercises.listing(entries))
    siblings = [entry for entry in page.parent.children or [] if isinstance(entry, Page)] if page.parent else []
    siblings = [entry for entry in siblings if entry is not page]
    if maps.MARK in markdown:
        stops = [maps.stop(entry.file.src_uri, entry.file.content_string) for entry in siblings]
        markdown = markdown.replace(maps.MARK, maps.drawing(stops, source))
    if pages.CONTENTS in markdown:
        listed = ((pages.relative(entry.file.src_uri, source), entry.file.content_string) for entry in siblings)
        markdown = markdown.replace(pages.CONTENTS, pages.contents(listed))
    markdown = exercises.with_command(markdown, source)
    return pages.with_source_titles(markdown) + pages.three_paths(source)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Encurta as docstrings do código embutido, liga os termos ao glossário e desenha as fórmulas da página."""
    if page in build.chapters and not page.is_index:
        html = build.glossary.link(html, page.url)
    return build.formulas.replace(api.mark_notes(pages.with_short_docstrings(html)), page.file.src_uri)


def on_post_build(config: MkDocsConfig) -> None:
    """Guarda o que se fez de novo e faz o índice da busca."""
    build.formulas.close()
    build.blocks.close()
    logging.getLogger("mkdocs").removeHandler(build.warnings)
    if not build.warnings.get_counts():  # um aviso tem de se repetir na construção seguinte
        build.reference.close()
    search.build_index(Path(config.site_dir))


def on_build_error(error: Exception, **_: Any) -> None:
    """Encerra o Node, e guarda o que já se fez, mesmo quando a construção falha."""
    if hasattr(build, "blocks"):  # o erro pode ter vindo antes de haver o que encerrar
        build.formulas.close()
        build.blocks.close()
        logging.getLogger("mkdocs").removeHandler(build.warnings)
