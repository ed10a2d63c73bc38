"""What makes two runs the same."""

from carbonpath.workflow.fingerprint import code_sha256, digest, input_hashes, versions


def test_order_of_keys_does_not_matter_and_values_do():
    assert digest({"a": 1, "b": [1, 2]}) == digest({"b": [1, 2], "a": 1})
    assert digest({"a": 1}) != digest({"a": 2})


def test_code_has_one_hash():
    assert len(code_sha256()) == 64


def test_inputs_are_named_relative_and_sorted(tmp_path):
    for name in ("b.csv", "a.csv"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    hashes = input_hashes([tmp_path / "b.csv", tmp_path / "a.csv"], tmp_path)
    assert list(hashes) == ["a.csv", "b.csv"]
    assert hashes["a.csv"] != hashes["b.csv"]


def test_versions_name_solver_and_package():
    assert {"carbonpath", "highspy", "pyomo"} <= set(versions())
