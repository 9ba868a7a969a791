import { closeAll, served } from "./support";

afterEach(closeAll);

const fsx = (operation: string) => ({ "x-amz-target": `AWSSimbaAPIService_v20180301.${operation}` });
const efs = "/2015-02-01/file-systems";
const mebibyte = 1024 ** 2;

const repeated = (text: string, bytes: number): string =>
  Array.from({ length: Math.floor(bytes / (text.length + 1)) }, () => text).join(",");

const bodies: [string, string, string, Record<string, string>, string][] = [
  [
    "millions of empty tags",
    "POST",
    efs,
    {},
    `{"CreationToken":"a","Tags":[${repeated("{}", 8 * mebibyte)}]}`,
  ],
  ["millions of nulls", "POST", efs, {}, `{"CreationToken":"a","Tags":[${repeated("null", 8 * mebibyte)}]}`],
  ["a list in a string's place", "POST", efs, {}, `{"CreationToken":[${repeated("1", 8 * mebibyte)}]}`],
  [
    "valid tags",
    "POST",
    efs,
    {},
    `{"CreationToken":"a","Tags":[${repeated('{"Key":"a","Value":"b"}', 8 * mebibyte)}]}`,
  ],
  ["unknown members", "PUT", "/backup-vaults/v", {}, `{${repeated('"x":1', 8 * mebibyte)}}`],
  ["one long string", "PUT", "/backup-vaults/v", {}, `{"CreatorRequestId":"${"a".repeat(8 * mebibyte)}"}`],
  ["a long token", "POST", efs, {}, `{"CreationToken":"${"ä".repeat(4 * mebibyte)}"}`],
  [
    "an ARN made for a slow pattern",
    "POST",
    "/",
    fsx("ListTagsForResource"),
    JSON.stringify({ ResourceARN: `arn:aws:fsx:${"a-".repeat(190)}!` }),
  ],
];

test.each(bodies)(
  "%s: refused in less than a second of processor time, with a short answer, and the server goes on",
  async (_, method, path, headers, body) => {
    const { ask } = await served();
    const before = process.cpuUsage();
    const { status, text } = await ask(method, path, body, headers);
    const { user } = process.cpuUsage(before);
    expect(status).toBe(400);
    expect(user / 1_000_000).toBeLessThan(1);
    expect(text.length).toBeLessThan(100_000);
    expect((await ask("GET", "/backup-vaults")).status).toBe(200);
  },
);
