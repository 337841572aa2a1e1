"""Checks a Kubernetes indexed job against what the API asks for of one (batch/v1, Job), and prints the shell line of its container."""

import sys

import jsonschema
import yaml

NAME = {"type": "string", "pattern": "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"}
QUANTITY = {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$"}


def closed(required, **properties):
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


SCHEMA = closed(
    ["apiVersion", "kind", "metadata", "spec"],
    apiVersion={"const": "batch/v1"},
    kind={"const": "Job"},
    metadata=closed(["name"], name=NAME),
    spec=closed(
        ["completionMode", "completions", "template"],
        completionMode={"const": "Indexed"},
        completions={"type": "integer", "minimum": 1},
        parallelism={"type": "integer", "minimum": 0},
        # Only of indexed jobs whose pods are not restarted in place.
        backoffLimitPerIndex={"type": "integer", "minimum": 0},
        template=closed(
            ["spec"],
            spec=closed(
                ["restartPolicy", "containers"],
                restartPolicy={"const": "Never"},
                containers={
                    "type": "array",
                    "minItems": 1,
                    "items": closed(
                        ["name", "image", "command", "args"],
                        name=NAME,
                        image={"type": "string", "minLength": 1},
                        workingDir={"type": "string", "pattern": "^/"},
                        command={"const": ["/bin/sh", "-c"]},
                        args={"type": "array", "minItems": 1, "maxItems": 1, "items": {"type": "string"}},
                        resources=closed(["requests"], requests=closed([], cpu=QUANTITY, memory=QUANTITY)),
                        volumeMounts={
                            "type": "array",
                            "items": closed(
                                ["name", "mountPath"], name=NAME, mountPath={"type": "string", "pattern": "^/"}
                            ),
                        },
                    ),
                },
                volumes={
                    "type": "array",
                    "items": closed(
                        ["name", "persistentVolumeClaim"],
                        name=NAME,
                        persistentVolumeClaim=closed(["claimName"], claimName=NAME),
                    ),
                },
            ),
        ),
    ),
)

with open(sys.argv[1], encoding="utf-8") as file:
    job = yaml.safe_load(file)
jsonschema.Draft202012Validator(SCHEMA).validate(job)
pod = job["spec"]["template"]["spec"]
container = pod["containers"][0]
volumes = {volume["name"] for volume in pod["volumes"]}
assert {mount["name"] for mount in container["volumeMounts"]} <= volumes, "a mount has no volume"
line = container["args"][0]
assert f'/{job["spec"]["completions"]}"' in line, "the shards are as many as the completions"
print(line)
