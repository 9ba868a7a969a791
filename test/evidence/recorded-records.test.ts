import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BackupClient } from "@aws-sdk/client-backup";
import { EFSClient } from "@aws-sdk/client-efs";
import { FSxClient } from "@aws-sdk/client-fsx";
import { mockAws } from "aws-backup-mock";
import {
  type Connect,
  compare,
  type EvidenceRecord,
  type Recording,
  readRecords,
  record,
} from "aws-backup-mock/evidence";
import { refusalOf } from "../../src/evidence/refusal";
import { isServiceName } from "../../src/model/index";
import { hasCommand, send } from "../support/any-command";
import { recordFiles } from "./records";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aws-backup-mock-recorded-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The category of a message follows from its text, which the recorder replaces. */
const dependsOnText = (record: EvidenceRecord): boolean =>
  JSON.stringify(record.steps).includes('"MessageCategory"');

/** A recorder sees no moves of the clock. Other places need clients of their own. */
const isRecordable = ({ steps }: EvidenceRecord): boolean =>
  steps.every(step => {
    if (!("call" in step) || step.in || step.poll) return false;
    const [service = "", operation = ""] = step.call.split(".");
    return isServiceName(service) && hasCommand(service, operation);
  });

/** Records the calls of a record, whatever the mock answers. Returns what was written. */
async function recorded(original: EvidenceRecord): Promise<EvidenceRecord | undefined> {
  const { fixture, options = {} } = original;
  const file = join(folder, "recording.json");
  rmSync(file, { force: true });
  let recording: Recording | undefined;
  const connect: Connect = given => {
    const aws = mockAws(given);
    const config = {
      region: given.region ?? "us-east-1",
      credentials: { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "secret" },
      requestHandler: aws.requestHandler,
      maxAttempts: 1,
    };
    const clients = {
      backup: new BackupClient(config),
      efs: new EFSClient(config),
      fsx: new FSxClient(config),
    };
    recording = record(Object.values(clients), file, {
      accountId: given.accountId ?? "123456789012",
      ...(fixture && { fixture }),
    });
    return {
      aws,
      send: ({ service, operation, input }) =>
        send(clients, service, operation, input).then(
          output => ({ output }),
          (thrown: unknown) => ({ error: refusalOf(thrown) }),
        ),
    };
  };
  await compare(original, { connect });
  await recording?.stop();
  if (!existsSync(file)) return undefined;
  const [written] = readRecords(JSON.parse(readFileSync(file, "utf8")));
  const { accountId: _, ...kept } = options;
  return written && { ...written, options: { ...written.options, ...kept } };
}

test("what the mock answers to records holds on the mock, once it is recorded", async () => {
  const records = recordFiles()
    .flatMap(({ document }) => readRecords(document))
    .filter(record => isRecordable(record) && !dependsOnText(record));
  // Enough for every kind of call; all of them take several seconds.
  const some = process.env["EVIDENCE_ALL"] ? records : records.filter((_, index) => index % 5 === 0);
  expect(some.length).toBeGreaterThan(30);
  for (const original of some) {
    const written = await recorded(original);
    if (written)
      expect({ of: original.title, differences: await compare(written) }).toEqual({
        of: original.title,
        differences: [],
      });
  }
});
