"""One writer a project."""

import subprocess
import sys
import textwrap

import pytest

from carbonpath.core.errors import StorageError
from carbonpath.workflow.lock import project_lock

HOLDER = textwrap.dedent(
    """
    import sys, time
    from pathlib import Path
    from carbonpath.workflow.lock import project_lock
    with project_lock(Path(sys.argv[1])):
        print("held", flush=True)
        time.sleep(60)
    """
)


@pytest.fixture
def other_writer(tmp_path):
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_second_writer_is_told_who_the_first_is(tmp_path, other_writer):
    with pytest.raises(StorageError) as caught, project_lock(tmp_path):
        pass
    problem = caught.value.problems[0]
    assert problem.code == "CP-950"
    assert problem.value.startswith(f"{other_writer.pid} @ ")


def test_lock_of_a_killed_writer_is_forgotten(tmp_path, other_writer):
    other_writer.kill()
    other_writer.wait()
    with project_lock(tmp_path):
        assert (tmp_path / "holder.json").is_file()


def test_lock_is_free_after_its_block(tmp_path):
    with project_lock(tmp_path):
        pass
    with project_lock(tmp_path):
        pass
    assert not (tmp_path / "holder.json").exists()


def test_state_folder_stays_out_of_version_control(tmp_path):
    with project_lock(tmp_path / "state"):
        pass
    assert (tmp_path / "state" / ".gitignore").read_text(encoding="utf-8") == "*\n"
