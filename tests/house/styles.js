// Os estilos de texto de uma página, para que o axe julgue a cor de cada um uma vez só, e não a de cada palavra.
//
// Um estilo é tudo o que decide o contraste: a cor, o tamanho, o peso e a sombra das letras, o sublinhado de um link e,
// de cada elemento que as contém, o que pinta o fundo ou o cobre.

window.styles = (() => {
  const found = new Map(); // o estilo e o elemento que o representa nesta página

  function backdrop(element, known) {
    if (!element) return "";
    if (!known.has(element)) {
      const s = getComputedStyle(element);
      const covers = ["absolute", "fixed", "sticky"].includes(s.position) ? `${s.position} ${element.classList}` : "";
      const paint = [s.backgroundColor, s.backgroundImage, s.opacity, s.filter, s.mixBlendMode, covers].join(" ");
      const plain = paint === "rgba(0, 0, 0, 0) none 1 none normal ";
      known.set(element, backdrop(element.parentElement, known) + (plain ? "" : `>${paint}`));
    }
    return known.get(element);
  }

  function letters(element) {
    const s = getComputedStyle(element);
    return [s.color, s.fontSize, s.fontWeight, s.textShadow, s.textDecorationLine].join(" ");
  }

  // Todos os estilos dos textos à vista. Representa um estilo o seu texto mais curto, que menos se esconde ao rolar;
  // um texto de uma letra só, que o axe não julga, só se não há outro.
  function find() {
    const known = new Map();
    const sizes = new Map();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    found.clear();
    while (texts.nextNode()) {
      const text = texts.currentNode.data.trim();
      const parent = texts.currentNode.parentElement;
      if (!text || !parent.checkVisibility({ visibilityProperty: true })) continue;
      const size = text.length > 1 ? text.length : Infinity;
      const link = parent.closest("a");
      for (const element of link && link !== parent ? [parent, link] : [parent]) {
        const around = element === link ? `em ${letters(link.parentElement)}` : "";
        const name = [letters(element), around, backdrop(element, known)].join(" | ");
        if (found.has(name) && !(size < sizes.get(name))) continue;
        found.set(name, element);
        sizes.set(name, size);
      }
    }
    return [...found.keys()];
  }

  // O que o axe diz de cada um destes estilos: os nomes dos que julgou e as violações que achou.
  async function judge(names, rules) {
    const include = names.map((name) => found.get(name));
    const chosen = new Set(include);
    const exclude = include.flatMap((element) => [...element.children].filter((child) => !chosen.has(child)));
    const options = { runOnly: rules, resultTypes: ["passes", "violations"], elementRef: true, preload: false };
    const { passes, violations } = await axe.run({ include, exclude }, options);
    const judged = new Set([...passes, ...violations].flatMap(({ nodes }) => nodes.map(({ element }) => element)));
    return {
      judged: names.filter((name) => judged.has(found.get(name))),
      violations: violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })),
    };
  }

  return { find, judge };
})();
