"""Choosing the policy of an export."""

import json
from pathlib import Path

import pytest
from acting import settled
from test_export_actions import WIDE, MakeApp, opened, over, told


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are written where nothing else is."""
    path = tmp_path / "out"
    path.mkdir()
    monkeypatch.chdir(path)


@pytest.mark.tries("export.policy")
async def test_a_policy_chooses_what_nobody_decided(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = tmp_path / "house.toml"
    own.write_text('about = "ours"\n[[rule]]\nattributes = ["count"]\nchoose = ["highest"]\n', "utf-8")
    monkeypatch.setenv("WORKBENCH_POLICY", str(own))
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "v")
        assert told(app, "w turns to them")
        assert not screen.query_one("#by-policy").display
        await settled(pilot, *"wwww", "v", "v")
        assert screen.query_one("#by-policy").display
        assert screen.policies[0] == str(own)
        assert screen.policy == "latest"
        await settled(pilot, "enter")
        run = await over(pilot)
        rows = [json.loads(line) for line in run.target.read_text(encoding="utf-8").splitlines()]
        assert {row["policy"] for row in rows} == {"latest"}
        own.write_text("about = 1", "utf-8")
        screen.policy = str(own)
        screen.choose()
        await settled(pilot)
        assert "Policy malformed" in screen.last_said
