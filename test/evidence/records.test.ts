import {
  type Connect,
  compare,
  describeDifference,
  type EvidenceRecord,
  readRecords,
} from "aws-backup-mock/evidence";
import { isDeep } from "../support/depth";
import { OverHttp } from "../support/over-http";
import { Count, notYet, recordFiles } from "./records";

const files = recordFiles();
const exceptions = notYet();
const http = new OverHttp();
const count = new Count();

beforeAll(() => http.open());
afterAll(() => {
  process.stdout.write(count.toString());
  return http.close();
});

/** In a quick run, only every fifth file is also replayed over HTTP. */
const isSentOverHttp = (path: string): boolean =>
  isDeep || files.findIndex(file => file.path === path) % 5 === 0;

/** Where the mock differs from a record of a file, by either way in. */
const differences = async (record: EvidenceRecord, path: string): Promise<readonly string[]> => [
  ...(await found(record, "in process")),
  ...(isSentOverHttp(path) ? await found(record, "over HTTP", http.connect) : []),
];

const found = async (record: EvidenceRecord, way: string, connect?: Connect): Promise<readonly string[]> =>
  (await compare(record, connect && { connect })).map(each => `${way}: ${describeDifference(each)}`);

/** Where the failure comes from is the record, not this file. */
function fail(message: string): never {
  const error = new Error(message);
  error.stack = message;
  throw error;
}

if (files.length > 0) {
  test.each(files)("$title", async ({ path, document }) => {
    const isException = exceptions.includes(path);
    for (const record of readRecords(document, path)) {
      const lines = await differences(record, path);
      count.add(record, lines.length === 0);
      if (isException && lines.length === 0) {
        fail(`${path} holds now; take it out of test/evidence/not-yet.json.`);
      }
      if (!isException && lines.length > 0) fail(`${path}\n${lines.join("\n")}`);
    }
  });
}

test("not-yet.json names records that exist, each once and in order", () => {
  expect(exceptions).toEqual([...new Set(exceptions)].sort());
  const paths = files.map(({ path }) => path);
  expect(exceptions.filter(path => !paths.includes(path))).toEqual([]);
});

test("no two records have one title", () => {
  const titles = files.map(({ title }) => title);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});
