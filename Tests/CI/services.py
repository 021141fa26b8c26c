"""The APIs of GitHub and GitLab on loopback, as far as comments go: they check who asks, page, and record what is asked."""

import http.server
import json
import re
import threading
from urllib.parse import parse_qs, urlsplit

TOKEN = "a-token"


class Api(http.server.ThreadingHTTPServer):
    """Starts on a port of its own; `comments` and `asked` are what a test looks at."""

    def __init__(self, refusing=0):
        super().__init__(("127.0.0.1", 0), Handler)
        self.comments, self.asked, self.pulls, self.refusing = [], [], {}, refusing
        self.trees, self.commits, self.branches = {}, {}, {}
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_address[1]}"

    def add(self, body, **more):
        ours = {"user": {"login": "github-actions[bot]", "type": "Bot"}, "author_association": "NONE",
                "system": False, "author": {"id": 5}}
        self.comments.append({"id": 1000 + len(self.comments), "body": body, **ours, **more})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do(self):
        api, address = self.server, urlsplit(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length)) if length else None
        api.asked.append((self.command, address.path))
        if TOKEN not in (self.headers.get("Authorization", "").removeprefix("Bearer "), self.headers.get("PRIVATE-TOKEN")):
            return self.reply(401, {"message": "Bad credentials"})
        if api.refusing and self.command != "GET":
            return self.reply(api.refusing, {"message": "Resource not accessible by integration"})
        list_of = re.fullmatch(r"/repos/acme/journeys/issues/7/comments|/projects/11/merge_requests/7/notes", address.path)
        one = re.fullmatch(r"(?:/repos/acme/journeys/issues/comments|/projects/11/merge_requests/7/notes)/(\d+)", address.path)
        pull = re.fullmatch(r"/repos/acme/journeys/pulls/(\d+)", address.path)
        if list_of and self.command == "GET":
            query = parse_qs(address.query)
            size, page = int(query["per_page"][0]), int(query["page"][0])
            return self.reply(200, api.comments[(page - 1) * size:page * size])
        if list_of and self.command == "POST" and len(body["body"].encode("utf-16-le")) // 2 <= 65_536:
            api.add(body["body"])
            return self.reply(201, api.comments[-1])
        if one and self.command == ("PATCH" if address.path.startswith("/repos") else "PUT"):
            found = next(comment for comment in api.comments if comment["id"] == int(one.group(1)))
            found["body"] = body["body"]
            return self.reply(200, found)
        if pull and self.command == "GET" and int(pull.group(1)) in api.pulls:
            return self.reply(200, api.pulls[int(pull.group(1))])
        if address.path.startswith("/repos/acme/journeys/git/"):
            return self.git(address.path.split("/git/")[1], body)
        if address.path == "/user":
            return self.reply(200, {"id": 5})
        return self.reply(404, {"message": "Not Found"})

    def git(self, path, body):
        """Trees, commits and branches, as far as a picture needs them; a tree here has whole files or whole folders."""
        api, (kind, _, name) = self.server, path.partition("/")
        stored = {"trees": api.trees, "commits": api.commits}.get(kind)
        if self.command == "POST" and kind == "trees":
            folders = {one["path"].split("/")[0]: one.get("sha") or f"tree-{len(api.trees)}-{i}" for i, one in enumerate(body["tree"])}
            for one in body["tree"]:
                if "content" in one:
                    api.trees[folders[one["path"].split("/")[0]]] = {"files": {one["path"]: one["content"]}}
            made = f"tree-{len(api.trees)}"
            entries = [{"path": place, "mode": "040000", "type": "tree", "sha": sha, "url": "x"} for place, sha in folders.items()]
            api.trees[made] = {"sha": made, "tree": entries}
            return self.reply(201, api.trees[made])
        if self.command == "POST" and kind == "commits":
            made = f"commit-{len(api.commits)}"
            api.commits[made] = {"sha": made, "tree": {"sha": body["tree"]}, "parents": body["parents"]}
            return self.reply(201, api.commits[made])
        if self.command == "POST" and kind == "refs" and body["ref"] not in api.branches:
            api.branches[body["ref"]] = body["sha"]
            return self.reply(201, {})
        if self.command == "PATCH" and f"refs/{name}" in api.branches and body["force"]:
            api.branches[f"refs/{name}"] = body["sha"]
            return self.reply(200, {})
        if self.command == "GET" and kind == "ref" and f"refs/{name}" in api.branches:
            return self.reply(200, {"object": {"sha": api.branches[f"refs/{name}"]}})
        if self.command == "GET" and stored and name in stored:
            return self.reply(200, stored[name])
        return self.reply(404, {"message": "Not Found"})

    do_GET = do_POST = do_PATCH = do_PUT = do

    def reply(self, status, value):
        text = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)
