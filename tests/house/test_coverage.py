"""Nada das notas ficou de fora: `tests/coverage/` diz onde o livro trata de cada afirmação e de cada figura delas.

`claims.tsv` tem uma linha por afirmação: o número dela, o veredito de quem a conferiu, os lugares do livro (página e
endereço na página) e, se não há nenhum, o motivo. O texto das afirmações está nas notas, que não vêm no repositório.

`figures.tsv` tem uma linha por figura: o número (F e G, as das notas; H, as que lhes faziam falta), o que ela mostra,
as do livro que mostram o mesmo (página e nome do programa) e, se não há nenhuma, o motivo.
"""

import csv
import re
import runpy
from functools import cache
from pathlib import Path

import pytest
from markdown import Markdown
from mkdocs.config import load_config

from reference.data import mnist
from tools.pages import ROOT
from tools.site.boxes import Boxes

TABLES = ROOT / "tests/coverage"
VERDICTS = {
    "correct": "certo",
    "wrong": "errado",
    "misleading": "enganoso",
    "ambiguous": "ambíguo",
    "not checkable offline": "sem conferência",
}
ADDRESS = re.compile(r'<\w[^<>]* id="([^"]+)"')
METADATA = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
LISTED = re.compile(r"^\| (F\d+|\d+) \|", re.MULTILINE)


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


CLAIMS, FIGURES = table(TABLES / "claims.tsv"), table(TABLES / "figures.tsv")


@cache
def converter() -> Markdown:
    """O Markdown como o site o lê: as mesmas extensões, com as mesmas opções."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return Markdown(extensions=[*config.markdown_extensions, Boxes()], extension_configs=config.mdx_configs)


@cache
def addresses(page: str) -> set[str]:
    """Os endereços que há numa página: os dos títulos, os das caixas e os escritos à mão; nenhum, se ela não existe."""
    path = ROOT / "docs" / page
    if not path.is_file():
        return set()
    text = METADATA.sub("", path.read_text(encoding="utf-8"))
    return set(ADDRESS.findall(converter().reset().convert(text)))


def places(row: dict[str, str], column: str = "places") -> list[tuple[str, str]]:
    """Os lugares de uma afirmação (ou as figuras de uma figura), cada um com a página e o endereço nela."""
    return [(page, address) for page, _, address in (place.partition("#") for place in row[column].split())]


def is_drawn(page: str, name: str) -> bool:
    """Se o programa da figura está ao lado da página e a página o mostra."""
    path = ROOT / "docs" / page
    shown = path.is_file() and f"](figures/{name}.py" in path.read_text(encoding="utf-8")
    return shown and (path.parent / f"figures/{name}.py").is_file()


def says_what_is_right(page: str, address: str) -> bool:
    """Se o lugar existe para desfazer um engano: a errata, uma Armadilha ou a nota sobre a biologia."""
    return page.startswith("sobre/errata") or address.startswith(("armadilha-", "e-o-neuronio-da-biologia"))


def test_every_claim_has_a_place_or_a_reason() -> None:
    numbers = [claim["id"] for claim in CLAIMS]
    assert numbers == sorted(set(numbers))
    assert {claim["verdict"] for claim in CLAIMS} == set(VERDICTS.values())
    assert not [claim["id"] for claim in CLAIMS if bool(claim["places"]) == bool(claim["reason"])]


def test_every_place_exists() -> None:
    missing = [
        f"{claim['id']}: {page}#{address}"
        for claim in CLAIMS
        for page, address in places(claim)
        if address not in addresses(page)
    ]
    assert not missing, "lugares que não há (o título mudou?):\n" + "\n".join(missing)


def test_what_is_wrong_points_to_what_is_right() -> None:
    wrong = [claim for claim in CLAIMS if claim["verdict"] in ("errado", "enganoso")]
    unanswered = [claim["id"] for claim in wrong if not any(says_what_is_right(*place) for place in places(claim))]
    assert not unanswered


def test_the_table_has_every_claim_of_the_notes(notes: Path) -> None:
    theirs = {claim["id"]: VERDICTS[claim["verdict"]] for path in notes.glob("*-claims.tsv") for claim in table(path)}
    assert theirs == {claim["id"]: claim["verdict"] for claim in CLAIMS}


def test_every_figure_is_drawn_or_has_a_reason() -> None:
    numbers = [row["id"] for row in FIGURES]
    assert numbers == sorted(set(numbers))
    assert not [row["id"] for row in FIGURES if bool(row["figures"]) == bool(row["reason"])]
    missing = [f"{row['id']}: {page}#{name}" for row in FIGURES for page, name in places(row, "figures")
               if not is_drawn(page, name)]  # fmt: skip
    assert not missing, "figuras que não há, ou que a página não mostra:\n" + "\n".join(missing)


def test_the_table_has_every_figure_of_the_notes(notes: Path) -> None:
    theirs = set()
    for path in notes.glob("*-inventory.md"):
        section = re.search(
            r"^#+ .{0,4}Figures .*?(?=^#+ |\Z)", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
        )
        assert section is not None
        theirs |= {found if found.startswith("F") else f"G{found:>02}" for found in LISTED.findall(section[0])}
    assert theirs <= {row["id"] for row in FIGURES} and len(theirs) == 18 + 45


def test_the_digits_of_the_figures_are_those_of_mnist(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mnist, "MIRRORS", ())  # um teste não baixa nada
    try:
        images, labels = mnist.load_data()[0]
    except FileNotFoundError:
        pytest.skip("o MNIST não está nesta máquina (LACO_DADOS ou a pasta de downloads)")
    places = [labels.tolist().index(digit) for digit in range(10)]
    assert mnist.read_idx(ROOT / "docs/data/figures/digits.idx.gz").tolist() == images[places].tolist()
    assert runpy.run_path(str(ROOT / "docs/data/figures/ten_digits.py"))["PLACES"] == places


@pytest.mark.parametrize(
    ("page", "name", "there"),
    [
        ("operations/dot.md", "dot_grid", True),
        ("operations/dot.md", "arrows", False),
        ("operations/dot.md", "nenhuma", False),
        ("operations/nenhuma.md", "dot_grid", False),
    ],
)
def test_a_figure_must_exist_and_be_shown(page: str, name: str, there: bool) -> None:
    assert is_drawn(page, name) == there


@pytest.mark.parametrize(
    ("page", "address", "there"),
    [
        ("operations/dot.md", "o-mesmo-em-numpy", True),
        ("operations/dot.md", "armadilha-4-com-3-4", True),
        ("operations/dot.md", "armadilha-nenhuma", False),
        ("operations/nenhuma.md", "a-ideia", False),
    ],
)
def test_addresses_are_those_of_the_page(page: str, address: str, there: bool) -> None:
    assert (address in addresses(page)) == there
