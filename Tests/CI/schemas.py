"""Checks action.yml, ci/ and the files on docs/ci.md with the published schemas, and Waymark's SARIF with its model."""

import os
import pathlib
import subprocess
import sys
import tempfile

from sarif_pydantic import Sarif

from test_documented import BLOCK, ROOT, documented

SCHEMAS = {
    ".github/workflows/journeys.yml": "vendor.github-workflows", ".github/workflows/journeys-comment.yml": "vendor.github-workflows",
    ".gitlab-ci.yml": "vendor.gitlab-ci", "bitbucket-pipelines.yml": "vendor.bitbucket-pipelines",
    "azure-pipelines.yml": "vendor.azure-pipelines",
}


def check(schema, *files):
    # GitLab has tags of its own in YAML, and the schema of Azure has patterns that are none in Unicode mode.
    more = {"vendor.gitlab-ci": ["--data-transform", "gitlab-ci"], "vendor.azure-pipelines": ["--regex-variant", "nonunicode"]}
    more = more.get(schema, [])
    subprocess.run([sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *more, *map(str, files)], check=True)


def main():
    page = (ROOT / "docs" / "ci.md").read_text()
    named = {file for kind, file, _ in BLOCK.findall(page) if kind == "yaml"}
    assert named == set(SCHEMAS), named ^ set(SCHEMAS)
    with tempfile.TemporaryDirectory() as folder:
        for name, schema in SCHEMAS.items():
            file = pathlib.Path(folder) / pathlib.Path(name).name
            file.write_text(documented(name))
            check(schema, file)
        # The uploads of code scanning are a step of the first workflow.
        steps = next(text for kind, _, text in BLOCK.findall(page) if kind == "yaml-steps")
        workflow = pathlib.Path(folder) / "scanning.yml"
        workflow.write_text(documented(".github/workflows/journeys.yml") + "".join(f"      {line}\n" for line in steps.splitlines()))
        check("vendor.github-workflows", workflow)
    check("vendor.github-actions", ROOT / "action.yml", ROOT / "ci" / "comment" / "action.yml")
    check("vendor.gitlab-ci", ROOT / "ci" / "gitlab.yml")
    wrong = b'journey a "A" {\n  phase p "P" {\n    touchpoint t "T" owner x, y z\n    touchpoint t "U"\n  }\n}\nchanel web\n'
    for text in (wrong, b'journey a "A" {\n}\n', b"\xff\xfe"):
        printed = subprocess.run([os.environ["WAYMARK_PROGRAM"], "check", "-", "--format", "sarif"], input=text, capture_output=True)
        run = Sarif.model_validate_json(printed.stdout).runs[0]
        assert run.tool.driver.version and run.results, printed.stdout
        assert all(rule.help.markdown for rule in run.tool.driver.rules)


if __name__ == "__main__":
    main()
