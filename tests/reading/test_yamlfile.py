"""YAML is composed: scalars stay strings, and what could harm or mislead is refused with its line."""

import time

import pytest

from timbang.reading.yamlfile import DEEPEST, Mapping, Scalar, Sequence, compose


def test_scalars_stay_as_written_with_their_lines() -> None:
    node, problems = compose("a: 1.300\nb: 002\nc: no\nd: 2007-08-09\ne: [0x10, ~]\n", "x.yml")
    assert problems == []
    assert isinstance(node, Mapping)
    values = {key: value.value for key, value in node.items.items() if isinstance(value, Scalar)}
    assert values == {"a": "1.300", "b": "002", "c": "no", "d": "2007-08-09"}
    assert node.lines == {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}
    listed = node.items["e"]
    assert isinstance(listed, Sequence)
    assert [item.value for item in listed.items if isinstance(item, Scalar)] == ["0x10", "~"]


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("a: 1\nb: !!python/object:os.system x\n", "tags", 2),
        ("a: !mine 1\n", "tags", 1),
        ("a: &x 1\nb: *x\n", "anchors", 1),
        ("a: &x 1\nb: *x\n", "aliases", 2),
        ("a: 1\n<<: {b: 2}\n", "merge keys", 2),
        ("a: 1\nb: 2\na: 3\n", "the key stands twice, first on line 1", 3),
        ("a: 1\n---\nb: 2\n", "second document", 2),
        ("%YAML 1.1\n---\na: 1\n", "directives", 2),
        ("a: [1\nb: 2\n", "this is not YAML", 2),
        ("a: 1\n  b: 2\n", "this is not YAML", 2),
        ("a: \x01\n", "this is not YAML", 0),
        ('a: "\\UFFFFFFFF"\n', "this is not YAML", 0),
        ("? ? ? ? a\n", "where a key is expected", 1),
        ("{[1]: 2}\n", "where a key is expected", 1),
        ("\t- a\n", "this is not YAML", 1),
    ],
)
def test_what_is_refused(text: str, said: str, line: int) -> None:
    _, problems = compose(text, "x.yml")
    assert (True, line) in [(said in problem.what, problem.line) for problem in problems]
    assert all(problem.file == "x.yml" and problem.todo for problem in problems)


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 5_000 + "a", "{a: " * 5_000])
def test_deep_nesting_is_refused_at_once(text: str) -> None:
    begun = time.process_time()
    node, problems = compose(text, "x.yml")
    assert node is None
    assert f"more than {DEEPEST} deep" in problems[0].what
    assert time.process_time() - begun < 2


def test_a_bomb_of_aliases_does_not_go_off() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True))
    _, problems = compose(bomb, "x.yml")
    assert {problem.line for problem in problems} == set(range(1, 10))


def test_an_empty_file_has_no_node() -> None:
    assert compose("# nothing\n", "x.yml") == (None, [])


def test_nothing_written_is_empty_and_quotes_are_something() -> None:
    node, _ = compose("a:\nb: ''\n", "x.yml")
    assert isinstance(node, Mapping)
    assert [item.empty for item in node.items.values() if isinstance(item, Scalar)] == [True, False]
