"""Gravar de uma vez: o antigo fica inteiro até o novo estar pronto, e nada sobra ao lado."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from reference.tensors.writing import write_at_once


def broken() -> Iterator[bytes]:
    """Um pedaço, e o disco enche."""
    yield b"metade"
    raise OSError("o disco encheu")


def test_all_the_blocks_in_order(tmp_path: Path) -> None:
    write_at_once(tmp_path / "a", (bytes([k]) * 3 for k in range(4)))
    assert (tmp_path / "a").read_bytes() == b"\0\0\0\1\1\1\2\2\2\3\3\3"
    assert os.listdir(tmp_path) == ["a"]


@pytest.mark.parametrize("before", [b"o antigo", None])
def test_what_was_there_stays_when_the_writing_stops_midway(before: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "a"
    if before is not None:
        path.write_bytes(before)
    with pytest.raises(OSError, match="o disco encheu"):
        write_at_once(path, broken())
    assert (path.read_bytes() if path.exists() else None) == before
    assert os.listdir(tmp_path) == ([] if before is None else ["a"])


def test_nobody_sees_the_new_one_before_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"antigo")
    seen: list[bytes] = []

    def looking() -> Iterator[bytes]:
        for block in (b"no", b"vo"):
            yield block
            seen.append(path.read_bytes())

    write_at_once(path, looking())
    assert seen == [b"antigo", b"antigo"] and path.read_bytes() == b"novo"


def test_what_a_killed_writing_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / "a.123.tmp").write_bytes(b"resto")
    (tmp_path / "outro.123.tmp").write_bytes(b"de outro")
    write_at_once(tmp_path / "a", [b"novo"])
    assert sorted(os.listdir(tmp_path)) == ["a", "outro.123.tmp"]


@pytest.mark.skipif(os.name != "posix", reason="atalhos pedem licença em outros sistemas")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"antigo")
    (tmp_path / "atalho").symlink_to("a")
    write_at_once(tmp_path / "atalho", [b"novo"])
    assert (tmp_path / "atalho").is_symlink() and (tmp_path / "a").read_bytes() == b"novo"
