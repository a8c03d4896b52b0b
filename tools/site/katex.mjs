// Lê um pedido JSON por linha ({tex, display}) e responde com uma linha JSON ({html} ou {error}).
// Uso: node katex.mjs <caminho de katex.mjs> <macros em JSON>
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const { default: katex } = await import(pathToFileURL(process.argv[2]));
const macros = JSON.parse(process.argv[3]);

function options(display) {
  return {
    displayMode: display,
    output: "htmlAndMathml",
    throwOnError: true,
    // As cores dos papéis usam \htmlClass, a única extensão aceita.
    strict: (code) => (code === "htmlExtension" ? "ignore" : "error"),
    trust: (context) => context.command === "\\htmlClass",
    macros: { ...macros },
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { tex, display } = JSON.parse(line);
  let answer;
  try {
    answer = { html: katex.renderToString(tex, options(display)) };
  } catch (error) {
    answer = { error: error.message };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
