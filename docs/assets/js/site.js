// O que rola na própria caixa (código, fórmula, tabela, figura) precisa do foco do teclado para rolar sem mouse; o que não rola, não.

const SCROLLERS = ".highlight code, div.formula, span.formula, .md-typeset__scrollwrap, .figura-tela";
const NAMES = [
  ["formula", "Fórmula que rola"],
  ["figura-tela", "Figura que rola"],
  ["md-typeset__scrollwrap", "Tabela que rola"],
];

function markWideFormulas() {
  for (const formula of document.querySelectorAll("span.formula")) {
    formula.classList.remove("larga");
    const room = formula.parentElement.getBoundingClientRect().right;
    formula.classList.toggle("larga", formula.getBoundingClientRect().right > room + 1);
  }
}

function focusScrollers() {
  for (const box of document.querySelectorAll(SCROLLERS)) {
    const scrolls = box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).display !== "inline";
    if (!scrolls) {
      box.removeAttribute("tabindex");
      continue;
    }
    box.tabIndex = 0;
    const name = NAMES.find(([mark]) => box.classList.contains(mark))?.[1] ?? "Código que rola";
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", name);
  }
}

function arrange() {
  markWideFormulas();
  focusScrollers();
}

addEventListener("resize", arrange);
document.fonts.ready.then(arrange);
// O tema ainda mexe na página depois de carregada (tabelas em caixas, botões nos códigos), e quem lê desdobra as dicas.
const CHANGES = { childList: true, subtree: true, attributeFilter: ["open"] };
new MutationObserver(arrange).observe(document.querySelector("article"), CHANGES);
arrange();

document.querySelector("[data-menu-abrir]").addEventListener("click", () => document.getElementById("__drawer").click());
