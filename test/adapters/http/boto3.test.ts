import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { environment, testWith, working } from "./programs";
import { closeAll, served } from "./support";

afterEach(closeAll);

const run = promisify(execFile);
const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const python = working(["/usr/bin/python3", "python3"], ["-c", "import boto3"]);

testWith(python, "boto3 for Python (Debian's python3-boto3)")(
  "boto3 drives vault, plan, job and restore",
  async () => {
    const { aws, endpoint } = await served();
    const story = join(__dirname, "story.py");
    const { stdout } = await run(python ?? "", [story, endpoint.url, table], { env: environment });
    expect(JSON.parse(stdout)).toEqual({
      vault: "arn:aws:backup:us-east-1:123456789012:backup-vault:nightly",
      created: expect.stringMatching(/^202[56]-/),
      again: "AlreadyExistsException",
      planned: { COMPLETED: 3 },
      job: ["CREATED", "RUNNING", "COMPLETED"],
      points: 4,
      restore: ["PENDING", "RUNNING", "COMPLETED"],
      efs: ["creating", "available"],
      tags: [{ Key: "Name", Value: "home" }],
      missing: "FileSystemNotFound",
    });
    expect(aws.unhandledCalls()).toEqual([]);
  },
  120_000,
);

testWith(python, "boto3 for Python (Debian's python3-boto3)")(
  "boto3 sees a job that the control paths make fail, hold and release, and what is to come",
  async () => {
    const { endpoint } = await served();
    const story = join(__dirname, "faults.py");
    const { stdout } = await run(python ?? "", [story, endpoint.url, table], { env: environment });
    expect(JSON.parse(stdout)).toEqual({
      account: "123456789012",
      refused: ["AccessDeniedException", "No."],
      held: "CREATED",
      failed: ["FAILED", "The table is being restored."],
      forecast: { COMPLETED: 30 },
      added: 1,
      left: 0,
      pending: [],
    });
  },
  120_000,
);
