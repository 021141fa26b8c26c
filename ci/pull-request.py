"""Puts what `waymark diff` and `waymark check` print where reviewers look.

    pull-request.py github            in the action (action.yml): compares, checks, and reports both
    pull-request.py comment FOLDER    in a second workflow, which may post what one without rights has written
    pull-request.py gitlab            in a job for merge requests (gitlab.yml)

It starts waymark, and asks the API that the runner names. It needs Python 3.8 and no package: runners have it, and an
event, a comment and a reply are JSON, which a shell cannot read by itself. Its settings are environment variables that
begin with WAYMARK_; docs/ci.md explains them.
"""

import json
import os
import re
import stat
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request

COMMENT_LIMIT = 60_000  # GitHub takes 65,536 characters.
SUMMARY_LIMIT = 900_000  # GitHub drops the summary of a step as a whole above 1 MiB.
ANNOTATIONS = 10  # GitHub shows ten errors and ten warnings of a step.
PAGES = 50  # of a hundred comments each
MAPS = "waymark-maps"  # The branch of pictures: it has no history, and the newest pictures only.
KEPT = 50  # pull requests whose pictures stay
MARKER = re.compile(r"<!-- waymark-diff:[\w-]* -->\n", re.ASCII)


def setting(name, default=""):
    return os.environ.get("WAYMARK_" + name) or default


def waymark(*arguments):
    """Runs the program, which needs no token and gets none."""
    environment = {name: value for name, value in os.environ.items() if name != "WAYMARK_TOKEN"}
    program = setting("PROGRAM", "waymark")
    try:
        return subprocess.run([program, *arguments], env=environment, capture_output=True, encoding="utf-8")
    except OSError as error:
        sys.exit(f"cannot run {program}: {error.strerror}; install it in a step before this one (docs/ci.md)")


class Report:
    """What Waymark says of a change, as files in a folder.

    `status` is that of the comparison: same, changed, failed, or none where there is nothing to compare with.
    """

    def __init__(self, sides):
        self.folder = setting("OUT", "waymark-out")
        os.makedirs(self.folder, exist_ok=True)
        self.path = [setting("PATH")] if setting("PATH") else []
        self.status, self.counts, self.markdown, self.text, self.gates = "none", {}, "", "", ""
        self.map = self.picture = ""
        self.fails = self.is_form_only = False
        if sides:
            self.compare(sides)
        self.check()
        self.draw()

    def compare(self, sides):
        gate = setting("GATE", "standard")
        gates = {"none": [], "standard": ["--gate"]}.get(gate, ["--fail-on", gate])

        name = re.sub(r"[^\w-]", "", setting("NAME", "journeys"), flags=re.ASCII)

        def diff(form, *more):
            return waymark("diff", sides, *self.path, *gates, "--name", name, "--format", form, *more)

        compared = diff("json")
        if compared.returncode not in (0, 1):
            # What a failed comparison prints never reads as "no changes".
            self.status, self.fails, self.text = "failed", True, compared.stderr.strip()
            title = "## The journeys could not be compared"
            self.markdown = f"<!-- waymark-diff:{name} -->\n{title}\n\n{fenced(self.text)}\n"
            self.gates = f"::error title=waymark diff::{encoded(self.text)}\n"
        else:
            result = json.loads(compared.stdout)
            self.status, self.counts, self.fails = result["status"], result["counts"], compared.returncode == 1
            self.is_form_only = result["formOnly"]
            self.markdown, self.text = diff("md").stdout, diff("text", "--texts").stdout
            self.gates = diff("github").stdout
            self.write("diff.json", compared.stdout)
            page, self.picture = (os.path.join(self.folder, name) for name in ("diff.html", "diff.svg"))
            diff("json", "--changed-only", "-o", self.picture)
            if diff("json", "-o", page).returncode == compared.returncode:
                self.map = page
            if setting("PICTURE", "mermaid") == "none":
                self.markdown = without_chart(self.markdown)
        self.write("diff.md", self.markdown)

    def check(self):
        baseline = ["--baseline", setting("BASELINE")] if setting("BASELINE") else []

        def check(form):
            return waymark("check", *self.path, *baseline, "--format", form)

        text = check("text")
        self.findings, self.sum = text.stdout, text.stderr.strip()
        self.fails = self.fails or text.returncode != 0
        self.annotations = check("github").stdout
        self.code_quality = self.write("code-quality.json", check("gitlab").stdout or "[]\n")
        self.sarif = self.write("findings.sarif", linked(check("sarif").stdout))

    def draw(self):
        """The maps of now; where they cannot be drawn, the check says why."""
        maps = os.path.join(self.folder, "maps")
        if waymark("render", *self.path, "--out", maps).returncode == 0:
            self.map = self.map or os.path.join(maps, "index.html")

    def show(self, address):
        """Puts the picture in the place of the flow chart, after the heading and the counts."""
        parts = without_chart(self.markdown).split("\n\n", 2)
        self.markdown = "\n\n".join(parts[:2] + [f"![The part of the map that changes]({address})"] + parts[2:])
        self.write("diff.md", self.markdown)

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    @property
    def is_worth_a_comment(self):
        return self.status == "changed" and not self.is_form_only

    @property
    def comment(self):
        """What the sticky comment says; empty where nothing was compared."""
        if self.status != "same" and not self.is_form_only:
            return self.markdown
        marker = MARKER.match(self.markdown)
        nothing = "There are no changes any more: this pull request changes nothing in the journeys but their form.\n"
        return marker.group() + nothing if marker else ""

    def summary(self, hidden):
        """The summary of a job: everything, where the comment had to leave sections out."""
        page = self.markdown + "\n" if self.markdown else ""
        page += folded("All changes, as text", self.text) if self.status in ("same", "changed") else ""
        page += "## Findings\n\n" + (f"{hidden} more than GitHub shows at their lines.\n\n" if hidden else "")
        return page + folded(self.sum or "no findings", self.findings)


def without_chart(markdown):
    """Of several charts each has the title of its journey above it."""
    chart = r"^(?:\*\*[^\n]*\*\*\n\n)?```mermaid\n.*?^```\n\n?"
    return re.sub(chart, "", markdown, flags=re.DOTALL | re.MULTILINE)


def folded(title, text):
    """A text of any length behind its title; what is too long for a summary is cut at a line."""
    kept = text.encode()[: SUMMARY_LIMIT // 3].decode(errors="ignore")
    if kept != text:
        kept = kept.rpartition("\n")[0] + "\n… and more: see the artifact"
    title = title.replace("&", "&amp;").replace("<", "&lt;")
    return f"<details><summary>{title}</summary>\n\n{fenced(kept)}\n\n</details>\n\n"


def fenced(text):
    """A block of code that nothing in the text can end."""
    fence = "`" * max([3] + [len(run) + 1 for run in re.findall("`+", text)])
    return f"{fence}text\n{text.rstrip()}\n{fence}"


def encoded(text):
    """A message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def linked(sarif):
    """SARIF with the address of the page that explains each finding, where the action's own address is known."""
    repository, revision = os.environ.get("GITHUB_ACTION_REPOSITORY"), os.environ.get("GITHUB_ACTION_REF")
    if not (repository and revision and sarif):
        return sarif
    address = f"{os.environ.get('GITHUB_SERVER_URL', 'https://github.com')}/{repository}"
    log = json.loads(sarif)
    for run in log["runs"]:
        run["tool"]["driver"]["informationUri"] = address
        for rule in run["tool"]["driver"]["rules"]:
            level = rule["defaultConfiguration"]["level"]
            rule["helpUri"] = f"{address}/blob/{revision}/docs/findings.md#{rule['id']}-{level}"
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


class Service:
    """The API of a place that hosts repositories, as far as the comments of one pull request go."""

    def __init__(self, api, token_header, comments):
        self.api, self.token_header, self.comments_path = api.rstrip("/"), token_header, comments

    def request(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json", "User-Agent": "waymark", **self.token_header}
        request = urllib.request.Request(self.api + path, data, headers, method=method)
        with urllib.request.urlopen(request, timeout=30) as reply:
            return json.load(reply)

    def comments(self):
        for page in range(1, PAGES + 1):
            found = self.request("GET", f"{self.comments_path}?per_page=100&page={page}")
            yield from found
            if len(found) < 100:
                return

    def stick(self, body, is_new_worth_it):
        """Puts the text in place of our last comment, or below the others; says what it did."""
        marker = MARKER.match(body).group().strip()
        ours = (one for one in self.comments() if one["body"].startswith(marker) and self.trusts(one))
        ours = next(ours, None)
        if ours:
            if ours["body"].strip() != body.strip():
                self.request(self.update, self.comment_path(ours), {"body": body})
            return "updated"
        if is_new_worth_it:
            self.request("POST", self.comments_path, {"body": body})
        return "posted" if is_new_worth_it else "none is needed"


class GitHub(Service):
    update = "PATCH"

    def __init__(self, number, token):
        self.repository = os.environ["GITHUB_REPOSITORY"]
        api = os.environ.get("GITHUB_API_URL", "https://api.github.com")
        headers = {"Authorization": f"Bearer {token}", "Accept": "application/vnd.github+json"}
        super().__init__(api, headers, f"/repos/{self.repository}/issues/{number}/comments")

    def trusts(self, comment):
        """Not a comment of a stranger who wrote our marker: they could change it later."""
        author = (comment["user"] or {}).get("type")
        return author == "Bot" or comment["author_association"] in ("OWNER", "MEMBER", "COLLABORATOR")

    def comment_path(self, comment):
        return f"/repos/{self.repository}/issues/comments/{comment['id']}"


    def keep(self, picture, number, name):
        """Puts a picture on the branch of maps, and gives the address that readers of the repository can open.

        Its name is that of the commit, since GitHub keeps what an address once had. The branch is one commit without a
        parent, so that old pictures go away.
        """
        git = f"/repos/{self.repository}/git"
        try:
            commit = self.request("GET", f"{git}/ref/heads/{MAPS}")["object"]["sha"]
            tree = self.request("GET", f"{git}/commits/{commit}")["tree"]["sha"]
            folders = self.request("GET", f"{git}/trees/{tree}")["tree"]
        except urllib.error.HTTPError as error:
            if error.code != 404:
                raise
            commit, folders = None, []
        others = [one for one in folders if re.fullmatch(r"pr-\d+", one["path"]) and one["path"] != f"pr-{number}"]
        others = sorted(others, key=lambda one: int(one["path"][3:]))[-KEPT:]
        kept = [{key: one[key] for key in ("path", "mode", "type", "sha")} for one in others]
        place = f"pr-{number}/{name}.svg"
        entry = {"path": place, "mode": "100644", "type": "blob", "content": picture}
        tree = self.request("POST", f"{git}/trees", {"tree": kept + [entry]})["sha"]
        made = self.request("POST", f"{git}/commits", {"message": "Maps of pull requests", "tree": tree, "parents": []})
        if commit:
            self.request("PATCH", f"{git}/refs/heads/{MAPS}", {"sha": made["sha"], "force": True})
        else:
            self.request("POST", f"{git}/refs", {"ref": f"refs/heads/{MAPS}", "sha": made["sha"]})
        server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
        return f"{server}/{self.repository}/blob/{MAPS}/{place}?raw=true"


class GitLab(Service):
    update = "PUT"

    def __init__(self, token):
        project, number = os.environ["CI_PROJECT_ID"], os.environ["CI_MERGE_REQUEST_IID"]
        notes = f"/projects/{urllib.parse.quote(project, safe='')}/merge_requests/{number}/notes"
        super().__init__(os.environ["CI_API_V4_URL"], {"PRIVATE-TOKEN": token}, notes)

    def trusts(self, comment):
        return not comment["system"] and comment["author"]["id"] == self.request("GET", "/user")["id"]

    def comment_path(self, comment):
        return f"{self.comments_path}/{comment['id']}"


def post(service, body, is_new_worth_it):
    """Never fails a job: whether one may comment says nothing about the journeys."""
    try:
        print("comment:", service.stick(body, is_new_worth_it))
    except (urllib.error.URLError, OSError, ValueError) as error:
        print("comment: not posted,", encoded(str(error)))


def event():
    with open(os.environ["GITHUB_EVENT_PATH"], encoding="utf-8") as file:
        return json.load(file)


def sides_of(name, event):
    """What an event compares: a pull request from where it left the target branch, a push from the commit before."""
    if name == "pull_request":
        return f"{event['pull_request']['base']['sha']}...{event['pull_request']['head']['sha']}"
    if name == "merge_group":
        return f"{event['merge_group']['base_sha']}...{event['merge_group']['head_sha']}"
    if name == "push" and event["before"].strip("0") and event["after"].strip("0"):
        return f"{event['before']}..{event['after']}"
    return None


def show_picture(report, request):
    """With `picture: branch`; where the branch cannot be written, the flow chart stays."""
    if setting("PICTURE") != "branch" or not report.is_worth_a_comment:
        return
    try:
        with open(report.picture, encoding="utf-8") as file:
            service = GitHub(request["number"], setting("TOKEN"))
            report.show(service.keep(file.read(), request["number"], request["head"]["sha"]))
    except (urllib.error.URLError, OSError, ValueError) as error:
        print("picture: not kept,", encoded(str(error)))


def append(variable, text):
    if os.environ.get(variable):
        with open(os.environ[variable], "a", encoding="utf-8") as file:
            file.write(text)


def github():
    happened, name = event(), os.environ["GITHUB_EVENT_NAME"]
    report = Report(sides_of(name, happened))
    print(report.text, report.sum, sep="\n")
    hidden = 0
    lines = (report.gates + report.annotations).splitlines()
    for level in ("::error ", "::warning "):
        ours = [line for line in lines if line.startswith(level)]
        print("\n".join(ours[:ANNOTATIONS]))
        hidden += len(ours[ANNOTATIONS:])
    append("GITHUB_STEP_SUMMARY", report.summary(hidden))
    outputs = {
        "status": report.status, "counts": json.dumps(report.counts), "folder": report.folder, "map": report.map,
        "markdown": os.path.join(report.folder, "diff.md") if report.markdown else "", "sarif": report.sarif,
    }
    if name == "pull_request" and setting("COMMENT", "sticky") == "sticky":
        request = happened["pull_request"]
        fork = (request["head"]["repo"] or {}).get("full_name") != happened["repository"]["full_name"]
        outputs["comment"] = os.path.join(report.folder, "comment")
        os.makedirs(outputs["comment"], exist_ok=True)
        about = {"number": request["number"], "isNewWorthIt": report.is_worth_a_comment}
        report.write("comment/pull-request.json", json.dumps(about) + "\n")
        report.write("comment/comment.md", report.comment)
        if fork:
            print("comment: a fork may not post; a second workflow can (docs/ci.md)")
        elif report.comment:
            show_picture(report, request)
            post(GitHub(request["number"], setting("TOKEN")), report.comment, report.is_worth_a_comment)
    append("GITHUB_OUTPUT", "".join(f"{key}={value}\n" for key, value in outputs.items()))
    sys.exit(2 if report.status == "failed" else 1 if report.fails else 0)


def read_small(path):
    """A file of an artifact that others made: a plain file of a size that a comment can have."""
    found = os.lstat(path)
    if not stat.S_ISREG(found.st_mode) or found.st_size > 4 * COMMENT_LIMIT:
        sys.exit(f"{os.path.basename(path)} is no file that waymark wrote")
    with open(path, encoding="utf-8") as file:
        return file.read()


def refusal(body):
    """Why a text is not one that `waymark diff` writes; None for one that it may have written.

    It comes from a fork and is posted in the name of a bot: no HTML but what folds a section, no link or picture, no
    mention, nothing that cannot be seen.
    """
    marker = MARKER.match(body)
    if not marker:
        return "it does not begin with the marker"
    rest = body[marker.end():]
    if len(rest.encode("utf-16-le")) // 2 > COMMENT_LIMIT:
        return "it is too long"
    if re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", rest):
        return "it has characters that cannot be seen"
    if "<" in re.sub(r"</?(?:details|summary)>", "", rest):
        return "it has HTML"
    chart = re.compile(r"^```mermaid\n.*?^```$", re.DOTALL | re.MULTILINE)
    if any(re.search(r"%%|^\s*click\b", one, re.MULTILINE) for one in chart.findall(rest)):
        return "its flow chart has more than touchpoints"
    prose = chart.sub("", rest)
    if re.search(r"(?i)://|www\.|mailto:|@\w|GH-\d|(?<!&)#\d|(?<!\\)[\[\]]", prose):
        return "it has a link, a picture or a mention"
    return None


def comment(folder):
    """Posts what a workflow without rights has written, if it is about the pull request that the run was for.

    For a fork the event does not name the pull request, so its number comes from the artifact. It is believed only if
    the head of that pull request is the commit of the run, in the repository of the run.
    """
    run = event()["workflow_run"]
    body = read_small(os.path.join(folder, "comment.md"))
    try:
        about = json.loads(read_small(os.path.join(folder, "pull-request.json")))
        number, is_new_worth_it = about["number"], about["isNewWorthIt"] is True
    except (ValueError, KeyError, TypeError):
        sys.exit("pull-request.json is no file that waymark wrote")
    if type(number) is not int or number < 1:
        sys.exit("pull-request.json names no pull request")
    if not body:
        print("comment: nothing was compared")
        return
    why = refusal(body)
    if why:
        sys.exit(f"comment.md was not posted: {why}")
    service = GitHub(number, setting("TOKEN"))
    head = service.request("GET", f"/repos/{service.repository}/pulls/{number}")["head"]
    found = (head["sha"], (head["repo"] or {}).get("full_name"))
    if run["event"] != "pull_request" or found != (run["head_sha"], run["head_repository"]["full_name"]):
        print(f"comment: not posted, the run is not about the newest commit of pull request {number}")
        return
    post(service, body, is_new_worth_it)


def gitlab():
    base, head = os.environ.get("CI_MERGE_REQUEST_DIFF_BASE_SHA"), os.environ.get("CI_COMMIT_SHA")
    report = Report(f"{base}...{head}" if base and head else None)
    print(report.text, report.findings, report.sum, sep="\n")
    if setting("TOKEN") and report.comment:
        post(GitLab(setting("TOKEN")), report.comment, report.is_worth_a_comment)
    sys.exit(2 if report.status == "failed" else 1 if report.fails else 0)


if __name__ == "__main__":
    commands = {("github",): github, ("gitlab",): gitlab}
    if tuple(sys.argv[1:]) in commands:
        commands[tuple(sys.argv[1:])]()
    elif sys.argv[1:2] == ["comment"] and len(sys.argv) == 3:
        comment(sys.argv[2])
    else:
        sys.exit(__doc__)
