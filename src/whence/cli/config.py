"""``whence config``: every setting, its value, and where the value comes from."""

from pathlib import Path

import click

from whence.cli.settings import config_option, load_settings


@click.command()
@config_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of lines.")
def config(config_file: Path | None, as_json: bool) -> None:
    """Print every setting, its value and its origin.

    \b
    Later sources win:
      1. the defaults
      2. whence.toml in your configuration folder
      3. ./whence.toml, or the file given by --config
      4. variables: WHENCE_WEIGH__SEED=3 sets seed in [weigh]
      5. options of the command line

    \b
    Examples:
      whence config
      WHENCE_WEIGH__SEED=3 whence config --json
    """
    import msgspec

    _, settings = load_settings(config_file)
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(settings)))
        return
    width = max(len(f"{setting.section}.{setting.name}") for setting in settings)
    for setting in settings:
        key = f"{setting.section}.{setting.name}"
        value = msgspec.json.encode(setting.value, enc_hook=str).decode()
        click.echo(f"{key:<{width}}  {value}  ({setting.origin})")
