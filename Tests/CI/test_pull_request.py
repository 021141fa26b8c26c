"""ci/pull-request.py against events as GitHub sends them, the real program, real git, and APIs on loopback."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

from services import TOKEN, Api

HERE = pathlib.Path(__file__).resolve().parent
SCRIPT = HERE.parent.parent / "ci" / "pull-request.py"
PROGRAM = os.environ["WAYMARK_PROGRAM"]

JOURNEY = """\
department product "Product"
journey buy "Buying" {
  phase one "One" {
    touchpoint find "Finds it" owner product {
      target csat >= 80%
    }
    touchpoint pay "Pays" owner product
  }
}
"""


class Repository:
    """A clone in a runner: a commit on main, and one on top of it."""

    def __init__(self, after, before=JOURNEY, path="journeys/buy.journey"):
        self.folder = tempfile.TemporaryDirectory()
        unittest.addModuleCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)
        self.git("init", "-q", "-b", "main", ".")
        self.base = self.commit(path, before)
        self.head = self.commit(path, after)

    def git(self, *arguments):
        who = {f"GIT_{one}_{what}": "a@example.org" for one in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        return subprocess.run(["git", *arguments], cwd=self.root, env={**os.environ, **who}, check=True,
                              capture_output=True, text=True).stdout.strip()

    def commit(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "a change")
        return self.git("rev-parse", "HEAD")

    def event(self, name):
        text = (HERE / "events" / f"{name}.json").read_text()
        return text.replace('"BASE"', f'"{self.base}"').replace('"HEAD"', f'"{self.head}"')


class Job:
    """One run of the script, as a step of a job; its files are those that a runner gives it."""

    def __init__(self, repository, *arguments, environment, cwd=None):
        clean = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        self.out = repository.root / "out"
        run = subprocess.run(
            [sys.executable, str(SCRIPT), *arguments], cwd=cwd or repository.root, capture_output=True, text=True,
            env={**clean, "WAYMARK_PROGRAM": PROGRAM, "WAYMARK_TOKEN": TOKEN, "WAYMARK_OUT": str(self.out), **environment})
        self.status, self.log, self.error = run.returncode, run.stdout, run.stderr

    @property
    def annotations(self):
        return [line for line in self.log.splitlines() if line.startswith("::")]


def on_github(repository, api, event="pull_request", **settings):
    files = {name: repository.root / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_EVENT_PATH")}
    for file in files.values():
        file.write_text("")
    files["GITHUB_EVENT_PATH"].write_text(repository.event(event))
    job = Job(repository, "github", environment={
        "GITHUB_EVENT_NAME": event.removesuffix("_of_fork"), "GITHUB_REPOSITORY": "acme/journeys",
        "GITHUB_API_URL": api.address, **{name: str(file) for name, file in files.items()}, **settings})
    job.outputs = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text().splitlines())
    job.summary = files["GITHUB_STEP_SUMMARY"].read_text()
    return job


class ActionTests(unittest.TestCase):
    def test_a_change_is_commented_summed_up_and_annotated_and_fails_by_its_gate(self):
        repository = Repository(JOURNEY.replace("80%", "70%"))
        with Api() as api:
            job = on_github(repository, api)
            self.assertEqual(job.status, 1, job.error)
            self.assertEqual(len(api.comments), 1)
            self.assertTrue(api.comments[0]["body"].startswith("<!-- waymark-diff:journeys -->\n"))
            self.assertIn("target-loosened", api.comments[0]["body"])
        self.assertEqual(job.outputs["status"], "changed")
        self.assertEqual(json.loads(job.outputs["counts"]), {"target-loosened": 1})
        self.assertIn("::error file=journeys/buy.journey,line=4,title=target-loosened::find: csat", job.annotations[0])
        self.assertIn("target-loosened", job.summary)
        self.assertIn("All changes, as text", job.summary)
        for name in ("markdown", "map", "sarif", "folder", "comment"):
            self.assertTrue(os.path.exists(job.outputs[name]), name)

    def test_the_comment_is_brought_up_to_date_and_never_posted_twice(self):
        repository = Repository(JOURNEY.replace("80%", "70%"))
        with Api() as api:
            for number in range(150):
                api.add(f"talk {number}")
            on_github(repository, api)
            repository.head = repository.commit("journeys/buy.journey", JOURNEY.replace("80%", "60%"))
            on_github(repository, api)
            on_github(repository, api)
            self.assertEqual(len(api.comments), 151)
            self.assertIn("60%", api.comments[150]["body"].replace("\\", ""))
            self.assertEqual([method for method, _ in api.asked if method != "GET"], ["POST", "PATCH"])

    def test_a_change_that_is_taken_back_says_so_in_the_comment(self):
        repository = Repository(JOURNEY.replace("80%", "70%"))
        with Api() as api:
            on_github(repository, api)
            repository.head = repository.commit("journeys/buy.journey", JOURNEY)
            job = on_github(repository, api)
            self.assertEqual((job.status, job.outputs["status"], len(api.comments)), (0, "same", 1))
            self.assertIn("no changes any more", api.comments[0]["body"])
            self.assertNotIn("target-loosened", api.comments[0]["body"])

    def test_form_alone_and_no_change_are_not_worth_a_comment(self):
        for after in (JOURNEY, "# a comment\n" + JOURNEY, JOURNEY.replace("  ", "    ")):
            repository = Repository(after)
            with self.subTest(after), Api() as api:
                job = on_github(repository, api)
                self.assertEqual((job.status, api.comments), (0, []), job.error)

    def test_a_failed_comparison_never_reads_no_changes(self):
        repository = Repository(JOURNEY.replace("phase one", "phase {"))
        with Api() as api:
            job = on_github(repository, api)
            self.assertEqual((job.status, job.outputs["status"]), (2, "failed"))
            texts = job.log + job.summary + "".join(comment["body"] for comment in api.comments)
            self.assertNotIn("no changes", texts.lower())
            self.assertIn("could not be compared", job.summary)
            self.assertIn("::error title=waymark diff::", job.log)

    def test_a_shallow_clone_says_what_to_write(self):
        repository = Repository(JOURNEY.replace("80%", "70%"))
        shallow = tempfile.TemporaryDirectory()
        self.addCleanup(shallow.cleanup)
        subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{repository.root}", shallow.name], check=True)
        event = repository.root / "event"
        event.write_text(repository.event("pull_request"))
        job = Job(repository, "github", cwd=shallow.name, environment={
            "GITHUB_EVENT_NAME": "pull_request", "GITHUB_REPOSITORY": "acme/journeys", "WAYMARK_COMMENT": "none",
            "GITHUB_EVENT_PATH": str(event)})
        self.assertEqual(job.status, 2)
        self.assertIn("fetch-depth: 0", job.log)

    def test_annotations_are_gates_first_and_ten_of_a_kind(self):
        wrong = "".join(f'    touchpoint t{number} "T" channel nope{number} owner product\n' for number in range(15))
        channel = 'channel web "Web"\n'
        before = channel + JOURNEY
        repository = Repository(before.replace("80%", "70%"), before)
        # Errors are in a file that the change does not touch, so the comparison goes on.
        other = channel + 'journey other "Other" {\n  phase p "P" {\n' + wrong + "  }\n}\n"
        repository.base = repository.commit("journeys/other.journey", other.replace(channel, ""))
        repository.head = repository.commit("journeys/buy.journey", before.replace("80%", "60%"))
        with Api() as api:
            job = on_github(repository, api)
        errors = [line for line in job.annotations if line.startswith("::error")]
        self.assertEqual(len(errors), 10)
        self.assertIn("title=target-loosened", errors[0])
        self.assertIn("title=unknown-channel", errors[1])
        self.assertLessEqual(len([line for line in job.annotations if line.startswith("::warning")]), 10)
        self.assertRegex(job.summary, r"\d+ more than GitHub shows")

    def test_gates_and_comments_are_settings(self):
        repository = Repository(JOURNEY.replace("80%", "70%"))
        with Api() as api:
            self.assertEqual(on_github(repository, api, WAYMARK_GATE="none").status, 0)
            self.assertEqual(on_github(repository, api, WAYMARK_GATE="removed").status, 0)
            self.assertEqual(on_github(repository, api, WAYMARK_GATE="removed,target-loosened").status, 1)
            wrong = on_github(repository, api, WAYMARK_GATE="wors")
            self.assertEqual((wrong.status, wrong.outputs["status"]), (2, "failed"))
            api.comments.clear()
            self.assertEqual(on_github(repository, api, WAYMARK_COMMENT="none").outputs.get("comment"), None)
            self.assertEqual(api.comments, [])

    def test_a_second_use_has_a_comment_of_its_own(self):
        repository = Repository(JOURNEY.replace("80%", "70%"))
        with Api() as api:
            for name in ("shop", "bank", "shop"):
                on_github(repository, api, WAYMARK_NAME=name)
            self.assertEqual([comment["body"].split("\n")[0] for comment in api.comments],
                             ["<!-- waymark-diff:shop -->", "<!-- waymark-diff:bank -->"])

    def test_a_marker_that_a_stranger_wrote_is_not_ours(self):
        repository = Repository(JOURNEY.replace("80%", "70%"))
        with Api() as api:
            api.add("<!-- waymark-diff:journeys -->\nhello", user={"type": "User"}, author_association="CONTRIBUTOR")
            api.add("<!-- waymark-diff:journeys -->\nhello", user=None, author_association="NONE")
            on_github(repository, api)
            self.assertEqual([comment["body"].endswith("hello") for comment in api.comments], [True, True, False])

    def test_whether_one_may_comment_decides_nothing(self):
        for refusing in (403, 404, 500):
            repository = Repository(JOURNEY.replace("80%", "90%"))
            with self.subTest(refusing), Api(refusing) as api:
                job = on_github(repository, api)
                self.assertEqual(job.status, 0, job.log + job.error)
                self.assertIn("comment: not posted", job.log)

    def test_the_picture_can_be_left_out(self):
        repository = Repository(JOURNEY.replace('"Pays"', '"Pays" optional'))
        with Api() as api:
            on_github(repository, api)
            self.assertIn("```mermaid", api.comments[0]["body"])
            on_github(repository, api, WAYMARK_PICTURE="none")
            self.assertNotIn("```", api.comments[0]["body"])

    def test_without_the_picture_no_title_of_one_is_left(self):
        before = JOURNEY + JOURNEY.partition("\n")[2].replace('buy "Buying"', 'rent "Renting"')
        repository = Repository(before.replace('"Pays"', '"Pays" optional'), before)
        with Api() as api:
            on_github(repository, api)
            self.assertEqual(api.comments[0]["body"].count("**Renting**\n\n```mermaid\n"), 1)
            on_github(repository, api, WAYMARK_PICTURE="none")
            self.assertNotIn("**Renting**", api.comments[0]["body"])

    def test_the_map_can_be_kept_on_a_branch(self):
        repository = Repository(JOURNEY.replace('"Pays"', '"Pays" optional'))
        with Api() as api:
            def folders():
                return api.trees[api.commits[api.branches["refs/heads/waymark-maps"]]["tree"]["sha"]]["tree"]
            for number in range(60):
                api.trees[f"old-{number}"] = {"files": {}}
            entries = [{"path": f"pr-{number}", "mode": "040000", "type": "tree", "sha": f"old-{number}"} for number in range(60)]
            api.trees["old"], api.commits["old"] = {"tree": entries}, {"tree": {"sha": "old"}}
            for before in ({}, {"refs/heads/waymark-maps": "old"}):
                api.branches = dict(before)
                api.comments.clear()
                job = on_github(repository, api, WAYMARK_PICTURE="branch")
                address = f"https://github.com/acme/journeys/blob/waymark-maps/pr-7/{repository.head}.svg?raw=true"
                self.assertIn(f"\n\n![The part of the map that changes]({address})\n\n", api.comments[0]["body"], job.log)
                self.assertNotIn("```mermaid", api.comments[0]["body"])
                ours = next(one["sha"] for one in folders() if one["path"] == "pr-7")
                self.assertIn("<svg", api.trees[ours]["files"][f"pr-7/{repository.head}.svg"])
                self.assertEqual(api.commits[api.branches["refs/heads/waymark-maps"]]["parents"], [])
            self.assertEqual(len(folders()), 51)
            self.assertEqual([one["path"] for one in folders()][:2], ["pr-10", "pr-11"])

    def test_where_the_branch_cannot_be_written_the_chart_stays(self):
        repository = Repository(JOURNEY.replace('"Pays"', '"Pays" optional'))
        with Api(403) as api:
            job = on_github(repository, api, WAYMARK_PICTURE="branch")
            self.assertEqual(job.status, 0)
            self.assertIn("picture: not kept", job.log)
            self.assertIn("```mermaid", pathlib.Path(job.outputs["markdown"]).read_text())

    def test_pushes_and_merge_queues_are_compared_without_a_comment(self):
        repository = Repository(JOURNEY.replace("80%", "70%"))
        with Api() as api:
            for event in ("push", "merge_group"):
                self.assertEqual(on_github(repository, api, event).outputs["status"], "changed")
            repository.base = "0" * 40
            first = on_github(repository, api, "push")
            self.assertEqual((first.status, first.outputs["status"], first.outputs["markdown"]), (0, "none", ""))
            self.assertEqual(api.asked, [])

    def test_sarif_has_paths_from_the_top_the_version_and_links(self):
        text = JOURNEY.replace("owner product\n", "owner nobody\n")
        repository = Repository(text, text, path="app/journeys/buy.journey")
        event = repository.root / "event"
        event.write_text(repository.event("push"))
        job = Job(repository, "github", cwd=repository.root / "app", environment={
            "GITHUB_EVENT_NAME": "push", "GITHUB_EVENT_PATH": str(event), "GITHUB_ACTION_REPOSITORY": "acme/waymark",
            "GITHUB_ACTION_REF": "v1"})
        run = json.loads((job.out / "findings.sarif").read_text())["runs"][0]
        driver, result = run["tool"]["driver"], run["results"][0]
        self.assertEqual(driver["version"], subprocess.run([PROGRAM, "--version"], capture_output=True, text=True).stdout.strip())
        self.assertEqual(driver["rules"][result["ruleIndex"]]["helpUri"],
                         f"https://github.com/acme/waymark/blob/v1/docs/findings.md#{result['ruleId']}-{result['level']}")
        location = result["locations"][0]["physicalLocation"]["artifactLocation"]
        self.assertEqual((location["uri"], location["uriBaseId"]), ("app/journeys/buy.journey", "%SRCROOT%"))
        self.assertIn("\n", result["message"]["text"])
        page = (HERE.parent.parent / "docs" / "findings.md").read_text()
        self.assertIn(f"](#{result['ruleId']}-{result['level']})", page)
        self.assertTrue(any(line.startswith("::error file=app/journeys/buy.journey,line=") for line in job.annotations))
        quality = json.loads((job.out / "code-quality.json").read_text())
        self.assertEqual(quality[0]["location"]["path"], "app/journeys/buy.journey")

    def test_without_the_program_it_says_to_install_it(self):
        with Api() as api:
            job = on_github(Repository(JOURNEY), api, WAYMARK_PROGRAM="/nowhere/waymark")
            self.assertEqual((job.status, api.asked), (1, []))
            self.assertIn("cannot run /nowhere/waymark: No such file or directory; install it", job.error)

    def test_a_repository_without_journeys_says_so(self):
        repository = Repository("nothing", "nothing", path="README.md")
        with Api() as api:
            job = on_github(repository, api)
            self.assertEqual((job.status, job.outputs["status"], api.comments), (2, "failed", []))
            self.assertIn("there is no .journey file", job.log)

    def test_a_first_journey_is_a_change(self):
        repository = Repository("nothing", "nothing", path="README.md")
        repository.head = repository.commit("journeys/buy.journey", JOURNEY)
        with Api() as api:
            job = on_github(repository, api)
            self.assertEqual((job.status, job.outputs["status"], len(api.comments)), (0, "changed", 1), job.log)

    def test_a_baseline_lets_known_findings_pass(self):
        text = JOURNEY.replace('"Pays" owner product', '"Pays" channel nowhere')
        repository = Repository('channel web "Web"\n' + text, 'channel web "Web"\n' + text)
        with Api() as api:
            self.assertEqual(on_github(repository, api).status, 1)
            subprocess.run([PROGRAM, "check", "--baseline", "known.csv", "--write-baseline"], cwd=repository.root, check=True)
            job = on_github(repository, api, WAYMARK_BASELINE="known.csv")
            self.assertEqual((job.status, job.annotations), (0, []), job.log)
            self.assertIn("in the baseline", job.summary)

    def test_the_token_stays_with_the_script(self):
        repository = Repository(JOURNEY)
        spy = repository.root / "spy"
        spy.write_text(f'#!/bin/sh\nenv >>"{repository.root}/seen"\nexec "{PROGRAM}" "$@"\n')
        spy.chmod(0o755)
        with Api() as api:
            job = on_github(repository, api, WAYMARK_PROGRAM=str(spy))
        self.assertEqual(job.status, 0)
        self.assertNotIn(TOKEN, (repository.root / "seen").read_text())


class ForkTests(unittest.TestCase):
    """The first workflow has no rights; the second has them, and reads what the first one wrote."""

    def setUp(self):
        self.repository = Repository(JOURNEY.replace("80%", "70%").replace('"Pays"', '"Pays @all <b>#1 www.example.org" optional'))
        with Api() as api:
            self.first = on_github(self.repository, api, "pull_request_of_fork")
            self.asked = api.asked
        self.folder = pathlib.Path(self.first.outputs["comment"])

    def second(self, api, head=None, owner="stranger/journeys", event=None):
        api.pulls[7] = {"head": {"sha": head or self.repository.head, "repo": {"full_name": owner}}}
        file = self.repository.root / "run"
        file.write_text(event or self.repository.event("workflow_run"))
        return Job(self.repository, "comment", str(self.folder), environment={
            "GITHUB_EVENT_NAME": "workflow_run", "GITHUB_EVENT_PATH": str(file), "GITHUB_REPOSITORY": "acme/journeys",
            "GITHUB_API_URL": api.address})

    def test_the_first_posts_nothing_and_is_red_by_the_gate_alone(self):
        self.assertEqual((self.first.status, self.asked), (1, []))
        self.assertIn("target-loosened", self.first.summary)
        self.assertEqual(sorted(os.listdir(self.folder)), ["comment.md", "pull-request.json"])

    def test_the_second_posts_it_and_brings_it_up_to_date(self):
        with Api() as api:
            for _ in range(2):
                job = self.second(api)
                self.assertEqual(job.status, 0, job.error)
            self.assertEqual([comment["body"] for comment in api.comments], [(self.folder / "comment.md").read_text()])

    def test_the_number_is_believed_only_with_the_commit_of_the_run(self):
        others = [{"head": "0" * 40}, {"owner": "acme/journeys"}, {"owner": "other/journeys"},
                  {"event": self.repository.event("workflow_run").replace('"event": "pull_request"', '"event": "push"')}]
        for other in others:
            with self.subTest(other), Api() as api:
                job = self.second(api, **other)
                self.assertEqual((job.status, api.comments), (0, []))
                self.assertIn("not about the newest commit", job.log)

    def test_what_waymark_did_not_write_is_refused(self):
        good = (self.folder / "comment.md").read_text()
        bad = ["no marker\n" + good, good + "<img src=x>", good + "[here](x)", good + "![](x)", good + "@team look",
               good + "https://example.org", good + "www.example.org", good + "see #12", good + "a" * 60_000,
               good + "\u202eabc", good + "<!-- more -->", good + "```mermaid\nflowchart LR\n  click t0 href\n```\n",
               good + "\x1b[31m", good + "[here]: x"]
        for text in bad:
            (self.folder / "comment.md").write_text(text)
            with self.subTest(text[-40:]), Api() as api:
                job = self.second(api)
                self.assertEqual((job.status, api.asked), (1, []), text[-40:])
                self.assertIn("comment.md was not posted", job.error)

    def test_files_of_another_shape_are_refused(self):
        about = self.folder / "pull-request.json"
        for text in ("", "{}", "[]", "7", '{"number": "7", "isNewWorthIt": true}', '{"number": -1, "isNewWorthIt": true}',
                     '{"number": true, "isNewWorthIt": true}', '{"number": 1.5, "isNewWorthIt": true}', " " * 300_000):
            about.write_text(text)
            with self.subTest(text[:40]), Api() as api:
                self.assertEqual((self.second(api).status, api.asked), (1, []))
        about.unlink()
        about.symlink_to(self.repository.root / "run")
        with Api() as api:
            self.assertEqual((self.second(api).status, api.asked), (1, []))

    def test_a_real_comment_of_everything_is_not_refused(self):
        """Whatever the journeys of this repository say, what Waymark writes of them passes."""
        root = HERE.parent.parent
        for path in sorted((root / "journeys").glob("*/*.journey")):
            lines = path.read_text().replace("80%", "70%").splitlines()
            after = "\n".join(line for line in lines if "pain" not in line) + "\n"
            with tempfile.TemporaryDirectory() as folder:
                (pathlib.Path(folder) / path.name).write_text(after)
                printed = subprocess.run([PROGRAM, "diff", str(path), f"{folder}/{path.name}", "--format", "md"],
                                         capture_output=True, text=True)
            self.assertEqual(printed.returncode, 0, printed.stderr)
            (self.folder / "comment.md").write_text(re.sub(r"^## .*$", "## a → b", printed.stdout, count=1, flags=re.M))
            with self.subTest(path), Api() as api:
                job = self.second(api)
                self.assertEqual((job.status, len(api.comments)), (0, 1), job.error)


class GitLabTests(unittest.TestCase):
    def run_on(self, repository, api, **settings):
        return Job(repository, "gitlab", environment={
            "CI_API_V4_URL": api.address, "CI_PROJECT_ID": "11", "CI_MERGE_REQUEST_IID": "7",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": repository.base, "CI_COMMIT_SHA": repository.head, **settings})

    def test_a_note_is_posted_and_brought_up_to_date_with_a_token(self):
        repository = Repository(JOURNEY.replace("80%", "70%"))
        with Api() as api:
            api.add("<!-- waymark-diff:journeys -->\nsomebody else's", author={"id": 6})
            for _ in range(2):
                self.assertEqual(self.run_on(repository, api).status, 1)
            repository.head = repository.commit("journeys/buy.journey", JOURNEY)
            self.assertEqual(self.run_on(repository, api).status, 0)
            self.assertEqual(len(api.comments), 2)
            self.assertIn("no changes any more", api.comments[1]["body"])

    def test_without_a_token_there_are_the_report_and_the_status(self):
        repository = Repository(JOURNEY.replace("80%", "70%"))
        with Api() as api:
            job = self.run_on(repository, api, WAYMARK_TOKEN="")
            self.assertEqual((job.status, api.asked), (1, []))
        self.assertIn("target-loosened", job.log)
        self.assertIsInstance(json.loads((job.out / "code-quality.json").read_text()), list)
        self.assertTrue((job.out / "maps" / "index.html").exists())

    def test_a_branch_has_nothing_to_compare_with(self):
        repository = Repository(JOURNEY)
        with Api() as api:
            job = self.run_on(repository, api, CI_MERGE_REQUEST_DIFF_BASE_SHA="")
            self.assertEqual((job.status, api.asked), (0, []), job.error)


if __name__ == "__main__":
    unittest.main()
