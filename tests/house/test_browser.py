"""O site num navegador: nada rola para o lado, nada se pede a outro endereço, o axe nada acha, a busca acha."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="o Playwright não está instalado")
Axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe

pytestmark = pytest.mark.filterwarnings("ignore")

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
WIDTHS = (360, 1280)
VIOLATIONS = {"resultTypes": ["violations"]}
CONTRAST = {**VIOLATIONS, "runOnly": ["color-contrast"]}
WITHOUT_CONTRAST = {**VIOLATIONS, "rules": {"color-contrast": {"enabled": False}}}
# A cor se mede palavra por palavra, e leva tempo. Palavras da mesma classe têm a mesma cor: de cada classe do código
# fica a primeira, e das fórmulas e dos objetos da Referência, feitos todos do mesmo molde, os primeiros.
FEWER = """
const seen = new Set();
document.querySelectorAll('pre > code span[class]').forEach((word) => {
  if (seen.has(word.className)) word.replaceWith(word.textContent);
  seen.add(word.className);
});
document.querySelectorAll('.katex, :not(.katex-mathml) > math').forEach((formula, i) => {
  if (i > 2) formula.replaceWith('x');
});
document.querySelectorAll('.doc-children > :nth-child(n+4)').forEach((object) => object.remove());
"""
TO_DARK = "document.body.setAttribute('data-md-color-scheme', 'slate')"
WIDER = "document.documentElement.scrollWidth - window.innerWidth"


@pytest.fixture(scope="session")
def browser() -> Iterator["sync_api.Browser"]:
    """Um Chromium para todos os testes."""
    if CHROMIUM is None:
        pytest.skip("não há Chromium nesta máquina")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


class Visit:
    """Uma aba que anota o que uma página faz de errado."""

    def __init__(self, browser: "sync_api.Browser", address: str, width: int) -> None:
        self.address = address
        self.problems: list[str] = []
        self.context = browser.new_context(
            viewport={"width": width, "height": 800}, reduced_motion="reduce", locale="pt-BR"
        )
        self.tab = self.context.new_page()
        self.tab.on("request", self.note_request)
        self.tab.on("console", lambda message: message.type == "error" and self.note(f"console: {message.text}"))
        self.tab.on("pageerror", lambda error: self.note(f"erro de script: {error}"))

    def note(self, problem: str) -> None:
        """Anota um problema e a página em que ele apareceu."""
        self.problems.append(f"{self.tab.url.removeprefix(self.address) or 'início'}: {problem}")

    def note_request(self, request: "sync_api.Request") -> None:
        """Nada se pede a outro endereço (`data:` e `blob:` não saem da página)."""
        url = urlsplit(request.url)
        if url.scheme in ("http", "https", "ws", "wss") and url.netloc != urlsplit(self.address).netloc:
            self.note(f"pediu {request.url}")

    def open(self, page: str) -> None:
        """Abre uma página e espera as letras, que mudam as larguras."""
        self.tab.goto(self.address + page, wait_until="load")
        self.tab.evaluate("document.fonts.ready")

    def check_width(self) -> None:
        """A página não rola para o lado."""
        if self.tab.evaluate(WIDER) > 0:
            self.note(f"rola {self.tab.evaluate(WIDER)} px para o lado em {self.tab.viewport_size}")

    def check_axe(self, options: dict[str, object] = VIOLATIONS) -> None:
        """O axe não acha violação nenhuma."""
        if not self.tab.evaluate("'axe' in window"):
            self.tab.evaluate(Axe().axe_script)
        for violation in self.tab.evaluate("async (options) => (await axe.run(options)).violations", options):
            theme = self.tab.evaluate("document.body.dataset.mdColorScheme")
            where = "; ".join(str(node["html"])[:120] for node in violation["nodes"][:3])
            self.note(f"axe ({theme}) {violation['id']}, {len(violation['nodes'])} vezes: {where}")

    def end(self) -> None:
        """Fecha a aba e mostra tudo o que foi anotado."""
        self.context.close()
        assert not self.problems, "\n".join(self.problems)


def pages_of(site: Path) -> list[str]:
    """Todas as páginas do site, como endereços."""
    return sorted(path.relative_to(site).parent.as_posix() + "/" for path in site.rglob("index.html"))


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_in_both_themes(width: int, site: Path, address: str, browser: "sync_api.Browser") -> None:
    visit = Visit(browser, address, width)
    for page in pages_of(site):
        visit.open(page)
        visit.check_width()
        if width == max(WIDTHS):
            visit.check_axe(WITHOUT_CONTRAST)
        visit.tab.evaluate(FEWER)
        visit.check_axe(CONTRAST if width == max(WIDTHS) else VIOLATIONS)
        visit.tab.evaluate(TO_DARK)
        visit.check_width()
        if width == max(WIDTHS) or page in ("./", "sobre/"):  # as cores são as mesmas em qualquer largura
            visit.check_axe(CONTRAST)
    visit.end()


def test_menu_on_a_phone(address: str, browser: "sync_api.Browser") -> None:
    visit = Visit(browser, address, 360)
    visit.open("sobre/")
    visit.tab.get_by_role("button", name="Abrir o menu").click()
    visit.tab.get_by_role("link", name="Praticar").first.wait_for()
    visit.check_axe()
    visit.end()


def test_search_forgives_accents_and_plurals(small_address: str, browser: "sync_api.Browser") -> None:
    visit = Visit(browser, small_address, 1280)
    visit.open("outra/")
    visit.tab.get_by_role("button", name="Buscar").click()
    for word in ("otimizacao", "otimizações", "Otimização", "produtos", "PRODUTO"):
        visit.tab.get_by_role("searchbox").fill("")
        sync_api.expect(visit.tab.locator("#busca li")).to_have_count(0)
        visit.tab.get_by_role("searchbox").fill(word)
        sync_api.expect(visit.tab.locator("#busca [role=status]")).to_have_text("1 página encontrada.", timeout=10_000)
        sync_api.expect(visit.tab.locator("#busca a strong").first).to_have_text("Uma")
    visit.tab.get_by_role("searchbox").fill("xilofone")
    sync_api.expect(visit.tab.locator("#busca [role=status]")).to_contain_text("Nada encontrado")
    visit.end()


def test_search_by_keyboard(address: str, browser: "sync_api.Browser") -> None:
    visit = Visit(browser, address, 360)
    visit.open("sobre/")
    visit.tab.keyboard.press("/")
    visit.tab.keyboard.type("tensores")
    visit.tab.locator("#busca a mark").first.wait_for(timeout=10_000)
    visit.check_width()
    visit.check_axe()
    visit.tab.keyboard.press("ArrowDown")
    found = visit.tab.evaluate("document.activeElement.href")
    visit.tab.keyboard.press("Enter")
    visit.tab.wait_for_url(found)
    visit.tab.keyboard.press("/")
    visit.tab.keyboard.press("Escape")
    sync_api.expect(visit.tab.locator("#busca")).to_be_hidden()
    visit.end()


def test_theme_is_remembered(address: str, browser: "sync_api.Browser") -> None:
    visit = Visit(browser, address, 1280)
    visit.open("")
    visit.tab.get_by_title("Mudar para o tema escuro").click()
    visit.open("praticar/")
    assert visit.tab.evaluate("document.body.dataset.mdColorScheme") == "slate"
    visit.end()
