// A busca: uma janela própria sobre o índice do Pagefind, que só é buscado quando ela se abre.

const dialog = document.getElementById("busca");
const field = dialog.querySelector("input");
const state = dialog.querySelector("[data-busca-estado]");
const list = dialog.querySelector("[data-busca-lista]");
const invitation = state.textContent;
const root = new URL(JSON.parse(document.getElementById("__config").textContent).base + "/", location.href);
const LOOKED_AT = 40;
const SHOWN = 12;

// O índice reduz as palavras ao radical, mas não junta estes plurais aos seus singulares.
const ENDINGS = [
  ["ões", "ão"],
  ["oes", "ao"],
  ["ães", "ão"],
  ["ais", "al"],
  ["éis", "el"],
  ["eis", "el"],
  ["óis", "ol"],
  ["ns", "m"],
];

let engine;
let turn = 0;

function load() {
  engine ??= import(new URL("pagefind/pagefind.js", root)).then(async (pagefind) => {
    await pagefind.options({ baseUrl: root.pathname, excerptLength: 24 });
    await pagefind.init();
    return pagefind;
  });
  return engine;
}

function open() {
  if (!dialog.open) dialog.showModal();
  field.select();
  load().catch(() => say("A busca não pôde ser carregada."));
}

function say(words) {
  state.textContent = words;
}

function counted(number) {
  if (number === 0) return "Nada encontrado. Tente outra palavra.";
  return number === 1 ? "1 página encontrada." : `${number} páginas encontradas.`;
}

function link(url, title, excerpt, part) {
  const anchor = document.createElement("a");
  anchor.href = url;
  const name = document.createElement("strong");
  name.textContent = title;
  anchor.append(name);
  if (part) anchor.append(Object.assign(document.createElement("small"), { textContent: part }));
  // O trecho vem do índice do próprio site, já com o HTML escapado e só <mark> em volta do que foi achado.
  anchor.append(Object.assign(document.createElement("span"), { innerHTML: excerpt }));
  return anchor;
}

function entry(page, words) {
  const item = document.createElement("li");
  item.append(link(page.url, page.meta.title, page.excerpt, page.meta.parte));
  const sections = page.sub_results.filter((section) => section.title !== page.meta.title && isFound(section, words)).slice(0, 3);
  if (sections.length > 0) {
    const inner = document.createElement("ol");
    for (const section of sections) {
      const line = document.createElement("li");
      line.append(link(section.url, section.title, section.excerpt));
      inner.append(line);
    }
    item.append(inner);
  }
  return item;
}

function otherNumber(word) {
  for (const [plural, singular] of ENDINGS) {
    if (word.endsWith(plural)) return word.slice(0, -plural.length) + singular;
    if (word.endsWith(singular)) return word.slice(0, -singular.length) + plural;
  }
  return word;
}

// Sem a palavra pedida, o índice se contenta com o começo dela (um "o" por "otimizações"): isso não é achar.
function isFound(result, words) {
  const asked = Math.max(...words.split(/\s+/).map((word) => word.length));
  const marked = [...result.excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, mark]) => mark.length);
  return Math.max(0, ...marked) * 2 >= asked;
}

async function find(pagefind, words) {
  const searches = new Set([words, words.toLowerCase().split(/\s+/).map(otherNumber).join(" ")]);
  const answers = await Promise.all([...searches].map((query) => pagefind.search(query)));
  const loaded = await Promise.all(answers.flatMap(({ results }) => results.slice(0, LOOKED_AT).map((result) => result.data())));
  const pages = new Map();
  for (const page of loaded) if (isFound(page, words) && !pages.has(page.url)) pages.set(page.url, page);
  return [...pages.values()];
}

async function search() {
  const mine = ++turn;
  const words = field.value.trim();
  if (!words) {
    list.replaceChildren();
    return say(invitation);
  }
  const pagefind = await load();
  await new Promise((resolve) => setTimeout(resolve, 120)); // espera a palavra terminar de ser digitada
  if (mine !== turn) return;
  const pages = await find(pagefind, words);
  if (mine !== turn) return;
  list.replaceChildren(...pages.slice(0, SHOWN).map((page) => entry(page, words)));
  say(counted(pages.length));
}

function move(step) {
  const stops = [field, ...list.querySelectorAll("a")];
  const here = stops.indexOf(document.activeElement);
  stops[Math.min(Math.max(here + step, 0), stops.length - 1)].focus();
}

field.addEventListener("input", search);

dialog.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    move(event.key === "ArrowDown" ? 1 : -1);
  }
  event.stopPropagation();
});

dialog.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.click();
});

dialog.addEventListener("click", (event) => {
  if (event.target === dialog || event.target.closest("a, [data-busca-fechar]")) dialog.close();
});

for (const button of document.querySelectorAll("[data-busca-abrir]")) button.addEventListener("click", open);

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if ((event.key === "/" && !typing) || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
    event.preventDefault();
    open();
  }
});
