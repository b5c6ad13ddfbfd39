from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.errors import ConfigError
from whence.run.config import Config, Setting, Sources, load


def written(folder: Path, content: str, name: str = "whence.toml") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def setting(settings: tuple[Setting, ...], section: str, name: str) -> Setting:
    (found,) = [s for s in settings if (s.section, s.name) == (section, name)]
    return found


def test_nothing_given_is_all_defaults() -> None:
    config, settings = load(Sources())
    assert config == Config()
    assert {s.origin for s in settings} == {"default"}


def test_every_setting_is_listed_once_with_its_value() -> None:
    config, settings = load(Sources(variables={"WHENCE_RUN__JOBS": "3"}))
    listed = [(s.section, s.name) for s in settings]
    assert len(set(listed)) == len(listed)
    for s in settings:
        assert getattr(getattr(config, s.section), s.name) == s.value
    assert {section for section, _ in listed} <= {f.name for f in msgspec.structs.fields(Config)}


def test_later_sources_win_and_are_named(tmp_path: Path) -> None:
    user = written(tmp_path, "[weigh]\nseed = 1\ndraws = 11\n[run]\njobs = 2\n", "user.toml")
    here = written(tmp_path, "[weigh]\nseed = 2\ndraws = 12\n")
    variables = {"WHENCE_WEIGH__SEED": "3"}
    options = {"weigh.as_of": "2031-05", "run.reader": None}
    config, settings = load(Sources((user, here), variables, options))
    assert (config.weigh.seed, config.weigh.draws, config.run.jobs) == (3, 12, 2)
    assert (config.weigh.as_of, config.run.reader) == ("2031-05", "encoder")
    assert setting(settings, "weigh", "seed").origin == "WHENCE_WEIGH__SEED"
    assert setting(settings, "weigh", "draws").origin == str(here)
    assert setting(settings, "run", "jobs").origin == str(user)
    assert setting(settings, "weigh", "as_of").origin == "command line"
    assert setting(settings, "run", "reader").origin == "default"


@pytest.mark.parametrize(
    ("content", "complaint", "hint"),
    [
        ("[weigh]\nsede = 1\n", "no setting weigh.sede", "'weigh.seed'"),
        ("[wiegh]\nseed = 1\n", "no section [wiegh]", "'weigh'"),
        ("seed = 1\n", "no section [seed]", "whence config"),
        ("weigh = 3\n", "no section [weigh]", "'weigh'"),
        ("[run]\njobs = 0\n", "run.jobs = 0", "whence config"),
        ("[run]\njobs = 'two'\n", "run.jobs = 'two'", "whence config"),
        ("[weigh]\ndraws = 0\n", "[weigh] at least one draw", "whence config"),
        ("[weigh\n", "whence.toml", "TOML"),
        ("x = " + "[" * 100_000, "nested too deeply", "TOML"),
    ],
)
def test_wrong_file_is_told_with_its_name_and_the_nearest_key(
    tmp_path: Path, content: str, complaint: str, hint: str
) -> None:
    path = written(tmp_path, content)
    with pytest.raises(ConfigError) as told:
        load(Sources(files=(path,)))
    assert str(path) in told.value.message
    assert complaint in told.value.message
    assert hint in told.value.hint


def test_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "whence.toml"
    path.write_bytes("[run]\njobs = 2\n".encode("utf-16"))
    with pytest.raises(ConfigError, match=r"whence\.toml"):
        load(Sources(files=(path,)))


@pytest.mark.parametrize(
    ("variables", "complaint"),
    [
        ({"WHENCE_WEIGH__SEDE": "1"}, "WHENCE_WEIGH__SEDE: no setting weigh.sede"),
        ({"WHENCE_WEIGH__SEED": "many"}, "WHENCE_WEIGH__SEED: weigh.seed = 'many'"),
        ({"WHENCE_RUN__JOBS": "-1"}, "WHENCE_RUN__JOBS"),
        ({"WHENCE_EXTRACT__MAX_CHARS": "-1"}, "extract.max_chars = -1"),
        ({"WHENCE_WEIGH__DRAWS": "1000000000"}, "weigh.draws = 1000000000"),
        ({"WHENCE_FUSE__THIN": "nan"}, "fuse.thin = nan"),
        ({"WHENCE_FUSE__PROBABLE": "1.5"}, "fuse.probable = 1.5"),
        ({"WHENCE_FUSE__COPIED": "nan"}, "fuse.copied = nan"),
        ({"WHENCE_TRACE__COPIED": "-1"}, "trace.copied = -1"),
        ({"WHENCE_FUSE__PARTIES": "[" * 100_000}, "WHENCE_FUSE__PARTIES"),
    ],
)
def test_wrong_variable_is_told_by_its_name(variables: Mapping[str, str], complaint: str) -> None:
    with pytest.raises(ConfigError) as told:
        load(Sources(variables=variables))
    assert complaint in told.value.message


def test_variables_of_others_are_left_alone() -> None:
    variables = {"WHENCE_DATA": "/somewhere", "PATH": "/bin", "WHENCEFORTH__SEED": "1"}
    assert load(Sources(variables=variables))[0] == Config()


def test_variable_holds_lists_and_tables_as_toml() -> None:
    variables = {
        "WHENCE_TRACE__APART": '[["the ministry", "the army"]]',
        "WHENCE_TRACE__STAKES": '{"the army" = "belligerent"}',
        "WHENCE_WEIGH__AS_OF": "2031-05-01",
    }
    config, _ = load(Sources(variables=variables))
    assert config.trace.apart == (("the ministry", "the army"),)
    assert config.trace.stakes == {"the army": "belligerent"}
    assert config.weigh.as_of == "2031-05-01"


@given(st.integers(-(2**40), 2**40))
def test_number_means_the_same_in_file_and_variable(number: int) -> None:
    config, _ = load(Sources(variables={"WHENCE_WEIGH__SEED": str(number)}))
    assert config.weigh.seed == number


@given(st.text(max_size=30))
def test_no_text_in_a_variable_breaks_the_settings(text: str) -> None:
    try:
        config, _ = load(Sources(variables={"WHENCE_TRACE__COPIED": text}))
    except ConfigError as error:
        told = error.message
    else:
        told = ""
        assert isinstance(config.trace.copied, float)
    assert told == "" or told.startswith("WHENCE_TRACE__COPIED")


@pytest.mark.parametrize("date", ["2031", "2031-05", "2031-05-06", "2031-05-06T09:30+02:00"])
def test_as_of_takes_dates_as_far_as_they_are_known(date: str) -> None:
    assert load(Sources(options={"weigh.as_of": date}))[0].weigh.as_of == date


@pytest.mark.parametrize(
    "date",
    ["tomorrow", "2031-5", "06.05.2031", "2031-02-30", "", "203", "20310506", "2031-W05", "203105"],
)
def test_as_of_that_is_no_date_is_refused(date: str) -> None:
    with pytest.raises(ConfigError, match="is no date") as told:
        load(Sources(options={"weigh.as_of": date}))
    assert told.value.message.startswith("command line: weigh.as_of")
    assert "2024-05-03" in told.value.hint


@pytest.mark.parametrize("stated", ["2031-11-09", "2031-11-09T10:00:00Z"])
def test_date_written_as_toml_has_it(tmp_path: Path, stated: str) -> None:
    config, _ = load(Sources(files=(written(tmp_path, f"[weigh]\nas_of = {stated}\n"),)))
    assert config.weigh.as_of == stated.replace("Z", "+00:00")


@pytest.mark.parametrize("limit", ["max_bytes", "max_characters", "max_elements", "min_words"])
@pytest.mark.parametrize("value", [0, -1])
def test_limit_that_lets_nothing_through_is_refused(tmp_path: Path, limit: str, value: int) -> None:
    with pytest.raises(ConfigError, match=f"ingest.{limit} = {value}"):
        load(Sources(files=(written(tmp_path, f"[ingest]\n{limit} = {value}\n"),)))


def test_a_party_table_stands_in_the_settings(tmp_path: Path) -> None:
    table = """
[fuse.parties]
"Reed League" = ["the League of the Reeds"]
[trace.stakes]
"Oskaria" = "rival"
[[weigh.backing]]
executor = "Reed League"
sponsor = "Oskaria"
probability = 0.6
reason = "paid its fighters for years"
[[weigh.added]]
party = "Moor Front"
reason = "attacked the pier before"
"""
    file = tmp_path / "whence.toml"
    file.write_text(table, encoding="utf-8")
    config, _ = load(Sources(files=(file,)))
    assert config.fuse.parties == {"Reed League": ("the League of the Reeds",)}
    assert config.trace.stakes == {"Oskaria": "rival"}
    assert [(one.executor, one.probability) for one in config.weigh.backing] == [
        ("Reed League", 0.6)
    ]
    assert [(one.party, one.role) for one in config.weigh.added] == [("Moor Front", "executor")]
    file.write_text(table.replace("0.6", "1.0"), encoding="utf-8")
    with pytest.raises(ConfigError, match=r"between \.03 and \.97"):
        load(Sources(files=(file,)))
