// O botão de copiar de cada bloco de código; num bloco de sessão (>>>), copia só o que se digita.

const ICON =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><rect x="9" y="9" width="11" height="11" rx="2"/><path d="M15 9V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h3"/></svg>';
const DONE = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 12.500l4.500 4.500L19 7.500"/></svg>';
const PROMPT = /^(>>>|\.\.\.|\$) ?/;

function typed(code) {
  const lines = code.textContent.split("\n");
  const asked = lines.filter((line) => PROMPT.test(line));
  return (asked.length > 0 ? asked.map((line) => line.replace(PROMPT, "")) : lines).join("\n").trimEnd() + "\n";
}

function label(button, words, icon) {
  button.innerHTML = icon;
  button.title = words;
  button.setAttribute("aria-label", words);
}

function addButton(block) {
  const code = block.querySelector("pre > code");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copiar";
  label(button, "Copiar o código", ICON);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(typed(code));
    label(button, "Copiado", DONE);
    setTimeout(() => label(button, "Copiar o código", ICON), 1500);
  });
  block.append(button);
}

// A saída de um bloco não se copia: ela está ali para conferir.
for (const block of document.querySelectorAll("div.highlight:not(.language-text)")) addButton(block);
