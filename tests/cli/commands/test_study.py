"""`carbonpath study`."""


def test_the_noun_alone_tells_its_verbs(carbonpath):
    out = carbonpath("study").out
    assert "tip" in out
    assert "tipping" in carbonpath("--help").out or "what a plan depends on" in carbonpath("--help").out
