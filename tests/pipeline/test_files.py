"""Model files: verified, and missed by name."""

from __future__ import annotations

import shutil

import pytest

from attribution.pipeline.files import CHECKSUMS, FILES, SHIPPED, ModelError, ModelFiles
from attribution.pipeline.session import EncoderSession


@pytest.fixture
def folder(tmp_path):
    for name in (*FILES, CHECKSUMS):
        shutil.copyfile(SHIPPED / name, tmp_path / name)
    return tmp_path


def test_the_shipped_files_are_whole_and_small():
    ModelFiles().verify()
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) <= 26_000_000


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_is_named(folder, name):
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / name).write_bytes(bytes(data))
    with pytest.raises(ModelError, match=f"{name}.*damaged"):
        EncoderSession.of(ModelFiles(folder))


@pytest.mark.parametrize("name", (*FILES, CHECKSUMS))
def test_a_missing_file_is_named(folder, name):
    (folder / name).unlink()
    with pytest.raises(ModelError, match=f"{name}.*missing; write the folder again"):
        EncoderSession.of(ModelFiles(folder))


@pytest.mark.parametrize("content", ["", "[]", "{", '{"encoder.onnx": 3}'])
def test_damaged_checksums_are_an_error(folder, content):
    (folder / CHECKSUMS).write_text(content)
    with pytest.raises(ModelError):
        ModelFiles(folder).verify()


def test_weights_that_are_no_model_are_an_error(folder):
    (folder / "encoder.onnx").write_bytes(b"not a model")
    files = ModelFiles(folder)
    files.record()
    with pytest.raises(ModelError, match="cannot be loaded"):
        EncoderSession.of(files)
