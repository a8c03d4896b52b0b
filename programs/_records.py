"""Registros: o que um treino deixou, em JSON, uma linha por assunto. É deles que as páginas dos programas se fazem."""

import json
from pathlib import Path
from typing import Any


def read(path: Path) -> dict[str, Any]:
    """O que está gravado em `path`."""
    return json.loads(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def write(path: Path, record: dict[str, Any]) -> None:
    """Grava, uma linha por assunto, para que a diferença entre dois treinos se leia."""
    lines = [f"{json.dumps(name)}: {json.dumps(value, separators=(',', ':'))}" for name, value in record.items()]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")
