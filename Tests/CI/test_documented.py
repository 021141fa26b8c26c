"""The files on docs/ci.md, action.yml and ci/gitlab.yml, run line by line as their systems run them, in a clone of a new user.

What a runner does beside shell lines is small here: it fills in `${{ … }}`, keeps artifacts, and adds to the path.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from ruamel.yaml import YAML

from services import TOKEN, Api
from test_pull_request import JOURNEY, PROGRAM, Repository

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BLOCK = re.compile(r"^```(\S+)\n(?:# (\S+)\n)?(.*?)^```$", re.DOTALL | re.MULTILINE)


def load(text):
    return YAML(typ="safe", pure=True).load(text)


def documented(name):
    page = (ROOT / "docs" / "ci.md").read_text()
    return next(text for _, file, text in BLOCK.findall(page) if file == name)


class Machine:
    """A home folder, the tarball where a job can fetch it, and a clone with a base and a head."""

    def __init__(self, test, after=JOURNEY.replace("80%", "70%")):
        folder = tempfile.TemporaryDirectory()
        test.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.repository = Repository(after)
        self.artifacts = {}
        packed = self.root / "waymark-0.1.0"
        (packed / "bin").mkdir(parents=True)
        (packed / "share" / "waymark").mkdir(parents=True)
        shutil.copy(PROGRAM, packed / "bin" / "waymark")
        shutil.copy(ROOT / "ci" / "pull-request.py", packed / "share" / "waymark")
        subprocess.run(["tar", "czf", self.root / "waymark.tar.gz", "-C", self.root, packed.name], check=True)
        shutil.rmtree(packed)
        (self.root / "temp").mkdir()
        for name in ("path", "output", "summary"):
            (self.root / name).touch()
        self.environment = {
            "HOME": str(self.root), "PATH": os.environ["PATH"], "WAYMARK_TARBALL": f"file://{self.root}/waymark.tar.gz",
            "GITHUB_PATH": str(self.root / "path"), "GITHUB_OUTPUT": str(self.root / "output"),
            "GITHUB_STEP_SUMMARY": str(self.root / "summary"), "RUNNER_TEMP": str(self.root / "temp"),
            "GITHUB_REPOSITORY": "acme/journeys", "GITHUB_EVENT_PATH": str(self.root / "event")}

    def shell(self, line, **more):
        line = line.replace("/usr/local", "~/.local").replace("sudo ", "").replace("apt-get ", "true apt-get ")
        added = (self.root / "path").read_text().split()
        path = ":".join(reversed(added)) + ":" + self.environment["PATH"]
        run = subprocess.run(["bash", "-e", "-o", "pipefail", "-c", line], cwd=self.repository.root, capture_output=True,
                             text=True, env={**self.environment, "PATH": path, **more})
        return run

    def outputs(self):
        return dict(line.split("=", 1) for line in (self.root / "output").read_text().splitlines())

    def filled(self, text, inputs):
        """`${{ inputs.path }}` and the like, as the runner fills them in."""
        known = {**{f"inputs.{name}": value for name, value in inputs.items()}, "github.token": TOKEN,
                 "runner.temp": str(self.root / "temp"), "vars.WAYMARK_TARBALL": self.environment["WAYMARK_TARBALL"],
                 "github.event.workflow_run.id": "289782451",
                 **{f"steps.report.outputs.{name}": value for name, value in self.outputs().items()}}
        return re.sub(r"\$\{\{ (.*?) \}\}", lambda found: known[found.group(1)], str(text))

    def use(self, action, given=None, **environment):
        """The steps of a composite action; gives the last status that is not 0."""
        definition = load((action / "action.yml").read_text())
        inputs = {name: self.filled((one or {}).get("default", ""), {}) for name, one in definition["inputs"].items()}
        inputs.update(given or {})
        status, log = 0, ""
        for step in definition["runs"]["steps"]:
            if step.get("if", "").startswith("steps.download") and not self.artifacts:
                continue
            given_to = {name: self.filled(value, inputs) for name, value in step.get("with", {}).items()}
            if "run" in step:
                own = {name: self.filled(value, inputs) for name, value in step.get("env", {}).items()}
                run = self.shell(step["run"], GITHUB_ACTION_PATH=str(action), **own, **environment)
                status, log = status or run.returncode, log + run.stdout + run.stderr
            elif step["uses"].startswith("actions/upload-artifact@"):
                self.artifacts[given_to["name"]] = given_to["path"]
            elif step["uses"].startswith("actions/download-artifact@"):
                shutil.copytree(self.artifacts[given_to["name"]], given_to["path"], dirs_exist_ok=True)
        return status, log


class GitHubTests(unittest.TestCase):
    def workflow(self, machine, event, api):
        """Runs the steps of the page's workflow after the checkout."""
        (machine.root / "event").write_text(machine.repository.event(event))
        job = load(documented(".github/workflows/journeys.yml"))["jobs"]["journeys"]
        self.assertEqual(job["steps"][0], {"uses": "actions/checkout@v4", "with": {"fetch-depth": 0}})
        status, log = 0, ""
        for step in job["steps"][1:]:
            if "run" in step:
                own = {name: machine.filled(value, {}) for name, value in step.get("env", {}).items()}
                run = machine.shell(step["run"], **own)
                self.assertEqual(run.returncode, 0, run.stderr)
            else:
                self.assertTrue(step["uses"].startswith("acme/waymark@v"))
                status, log = machine.use(ROOT, step.get("with"), GITHUB_EVENT_NAME="pull_request",
                                          GITHUB_API_URL=api.address, GITHUB_ACTION_REPOSITORY="acme/waymark",
                                          GITHUB_ACTION_REF="v0.1.0")
        return status, log

    def test_a_new_user_gets_the_comment_the_summary_and_the_maps(self):
        machine = Machine(self)
        with Api() as api:
            status, log = self.workflow(machine, "pull_request", api)
            self.assertEqual((status, len(api.comments)), (1, 1), log)
        self.assertIn("target-loosened", (machine.root / "summary").read_text())
        self.assertEqual(sorted(machine.artifacts), ["waymark-comment-journeys", "waymark-journeys"])
        kept = pathlib.Path(machine.artifacts["waymark-journeys"])
        for name in ("maps/index.html", "diff.json", "diff.md", "findings.sarif", "code-quality.json"):
            self.assertTrue((kept / name).stat().st_size > 0, name)

    def test_a_fork_gets_its_comment_from_the_second_workflow(self):
        machine = Machine(self)
        second = load(documented(".github/workflows/journeys-comment.yml"))
        first = load(documented(".github/workflows/journeys.yml"))
        self.assertEqual(second["on"]["workflow_run"]["workflows"], [first["name"]])
        with Api() as api:
            status, _ = self.workflow(machine, "pull_request_of_fork", api)
            self.assertEqual((status, api.comments), (1, []))
            (machine.root / "event").write_text(machine.repository.event("workflow_run"))
            api.pulls[7] = {"head": {"sha": machine.repository.head, "repo": {"full_name": "stranger/journeys"}}}
            place = second["jobs"]["comment"]["steps"][0]["uses"]
            self.assertTrue(place.startswith("acme/waymark/ci/comment@v"))
            status, log = machine.use(ROOT / "ci" / "comment", GITHUB_API_URL=api.address)
            self.assertEqual((status, len(api.comments)), (0, 1), log)
            self.assertIn("target-loosened", api.comments[0]["body"])

    def test_what_the_page_says_of_inputs_and_outputs_is_so(self):
        page = (ROOT / "docs" / "ci.md").read_text()
        action = load((ROOT / "action.yml").read_text())
        section = page.split("## GitHub\n")[1].split("### Pull requests")[0]
        tables = section.split("| input |")[1].split("| output |")
        for kind, table in zip(("inputs", "outputs"), tables):
            cells = [row.split("|")[1] for row in table.splitlines()[2:] if row.startswith("|")]
            self.assertEqual(sorted(re.findall(r"`([a-z]+)`", "".join(cells))), sorted(action[kind]))

    def test_every_setting_of_the_script_is_set_or_on_the_page(self):
        script = (ROOT / "ci" / "pull-request.py").read_text()
        read = set(re.findall(r'setting\("([A-Z]+)"', script))
        given = {name.removeprefix("WAYMARK_") for name in load((ROOT / "action.yml").read_text())["runs"]["steps"][0]["env"]}
        self.assertEqual(read - given, {"PROGRAM"})
        self.assertEqual(given - read, set())


class OtherSystemsTests(unittest.TestCase):
    def installed(self, lines, **environment):
        """Runs the lines of a job in turn; gives the machine, the last line's result, and whether all before it passed."""
        machine = Machine(self)
        (machine.root / ".local").mkdir()
        (machine.root / "path").write_text(f"{machine.root}/.local/bin\n")
        origin = machine.root / "origin"
        subprocess.run(["git", "clone", "-q", "--bare", machine.repository.root, origin], check=True)
        subprocess.run(["git", "-C", origin, "update-ref", "refs/heads/main", machine.repository.base], check=True)
        machine.repository.git("remote", "add", "origin", str(origin))
        machine.repository.git("fetch", "-q", "origin")
        machine.environment.update(environment)
        runs = [machine.shell(line) for line in lines]
        for line, run in zip(lines[:-1], runs):
            self.assertEqual(run.returncode, 0, f"{line}: {run.stderr}")
        return machine, runs[-1]

    def test_gitlab(self):
        job = load(documented(".gitlab-ci.yml"))["waymark"]
        template = load((ROOT / "ci" / "gitlab.yml").read_text())["waymark"]
        with Api() as api:
            settings = {"CI_API_V4_URL": api.address, "CI_PROJECT_ID": "11", "CI_MERGE_REQUEST_IID": "7", "WAYMARK_TOKEN": TOKEN,
                        "CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD~1", "CI_COMMIT_SHA": "HEAD"}
            machine, run = self.installed(job["before_script"] + template["script"], **template["variables"], **settings)
            self.assertEqual((run.returncode, len(api.comments)), (1, 1), run.stderr)
        for path in template["artifacts"]["paths"] + [template["artifacts"]["reports"]["codequality"]]:
            self.assertTrue((machine.repository.root / path).exists(), path)
        self.assertIsInstance(json.loads((machine.repository.root / "waymark-out/code-quality.json").read_text()), list)

    def fails_by_the_gate(self, lines, **environment):
        _, run = self.installed(lines, **environment)
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertIn("target-loosened", run.stdout)

    def test_bitbucket(self):
        step = load(documented("bitbucket-pipelines.yml"))["pipelines"]["pull-requests"]["**"][0]["step"]
        self.fails_by_the_gate(step["script"], BITBUCKET_PR_DESTINATION_BRANCH="main")

    def test_azure(self):
        steps = load(documented("azure-pipelines.yml"))["steps"]
        lines = [step["script"].replace("$(System.PullRequest.targetBranchName)", "main") for step in steps if "script" in step]
        self.fails_by_the_gate(lines)

    def test_jenkins(self):
        page = (ROOT / "docs" / "ci.md").read_text()
        pipeline = next(text for kind, _, text in BLOCK.findall(page) if kind == "groovy")
        lines = re.findall(r"sh '(.*)'", pipeline)
        self.assertEqual(len(lines), 2)
        install = 'curl -sSfL "$WAYMARK_TARBALL" | tar xz -C /usr/local --strip-components=1'
        self.fails_by_the_gate([install] + lines, CHANGE_TARGET="main")


if __name__ == "__main__":
    unittest.main()
