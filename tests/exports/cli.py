"""Runs trustbench-cli on a project of its own, for checks that read what it exports with programs that are not ours."""
import json, pathlib, subprocess, tempfile

DAY = "2026-03-12"
MANY = "long " * 60  # 300 characters
RIGHT_TO_LEFT = "\u0645\u0631\u0627\u062c\u0639\u0629 \u0627\u0644\u0648\u0635\u0648\u0644"
HEBREW = "\u05d3\u05d5\u05d7 \u05d2\u05d9\u05e9\u05d4"
EMOJI = "\U0001f510 keys \U0001f469\u200d\U0001f4bb"


class Project:
    """The demo project in a folder that goes with it."""

    def __init__(self, cli):
        self.cli = cli
        self._folder = tempfile.TemporaryDirectory(prefix="exports-")
        self.folder = pathlib.Path(self._folder.name)
        self.path, self.key = self.folder / "demo.trustbench", self.folder / "key"
        (self.folder / "pass").write_text("quiet lantern orbit mill\n", encoding="utf-8")
        self._call("demo", self.path, "--passphrase-file", self.folder / "pass", "--write-recovery-key", self.key)

    def _call(self, *arguments):
        done = subprocess.run([self.cli, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")
        if done.returncode != 0:
            raise SystemExit(f"trustbench-cli {arguments[0]}: {done.returncode} {done.stderr}")
        return done.stdout

    def run(self, command, *arguments):
        return self._call(command, self.path, *arguments, "--recovery-key-file", self.key)

    def json(self, command, *arguments):
        return json.loads(self.run(command, *arguments, "--json"))

    def make_hostile(self):
        """Gives records what a person may type and a sheet or page may stumble over."""
        controls, evidence = self.json("list", "controls"), self.json("list", "evidence")
        texts = [RIGHT_TO_LEFT, EMOJI, MANY, "=1+1", "+1", "-1+2", "@SUM(A1)", "(a) \\ <b> & %1 \u0141\u00f3d\u017a",
                 "=cmd|' /C calc'!A0", HEBREW]
        for control, text in zip(controls, texts):
            self.run("set", "control", control["id"], f"title={text}", f"notes={text}")
        for item, text in zip(evidence, texts):
            self.run("set", "evidence", item["id"], f"title={text}")
        self.run("set", "engagement", self.json("list", "engagements")[0]["id"], f"organisation={RIGHT_TO_LEFT} {EMOJI}",
                 f"lead={HEBREW}")


def require(truth, sentence):
    """Ends the check with @p sentence unless @p truth."""
    if not truth:
        raise SystemExit(sentence)
