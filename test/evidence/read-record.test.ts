import { type Json, problemsOf, readRecords } from "aws-backup-mock/evidence";
import { failure } from "../support/failure";

const record = {
  title: "A vault is made",
  source: "https://docs.aws.amazon.com/aws-backup/",
  date: "2024",
  confidence: "recorded",
  services: ["backup"],
  steps: [{ call: "backup.CreateBackupVault", input: { BackupVaultName: "nightly" } }],
};

/** The problems of the record with one of its members changed, as `path problem`. */
const problemsWith = (change: object): readonly string[] =>
  problemsOf({ ...record, ...change }).map(({ path, problem }) => `${path} ${problem}`);

const step = (change: object): readonly string[] =>
  problemsWith({ steps: [{ call: "backup.ListBackupVaults", ...change }] });

test("a record without problems", () => {
  expect(problemsOf(record)).toEqual([]);
  expect(problemsOf([record, record])).toEqual([]);
  expect(readRecords(record)).toEqual([record]);
});

test.each<[string, Json]>([
  ["a text", "record"],
  ["null", null],
  ["an empty list", []],
  ["a list of texts", ["record"]],
])("%s is no record", (_what, document) => {
  expect(problemsOf(document)).toHaveLength(1);
});

test.each<[object, readonly string[]]>([
  [{ title: " " }, ["title must be a text"]],
  [{ source: undefined }, ["source must be a text"]],
  [{ date: "May 2024" }, ["date must be a date such as 2023, 2023-05 or 2023-05-17"]],
  [{ date: "2024-13" }, ["date must be a date such as 2023, 2023-05 or 2023-05-17"]],
  [{ confidence: "believed" }, ['confidence must be "recorded" or "documented"']],
  [
    { services: [] },
    [
      'services must be a list of "backup", "efs" and "fsx"',
      "steps.0.call is of backup, which is not among the services of the record",
    ],
  ],
  [{ services: ["backup", "s3"] }, ['services.1 must be "backup", "efs" or "fsx"']],
  [
    { options: { regoin: "eu-west-1" } },
    [expect.stringMatching(/^options\.regoin is no option of a record/)],
  ],
  [{ fixture: [] }, ["fixture must be an object"]],
  [{ steps: [] }, ["steps must be a list of at least one step"]],
  [{ remark: "see below" }, ["remark is no member of a record"]],
])("%j", (change, problems) => {
  expect(problemsWith(change)).toEqual(problems);
});

test.each<[object, readonly string[]]>([
  [
    { call: "CreateBackupVault" },
    ["steps.0.call must be service and operation, such as backup.CreateBackupVault"],
  ],
  [
    { call: "efs.DescribeFileSystems" },
    ["steps.0.call is of efs, which is not among the services of the record"],
  ],
  [{ outptu: {} }, ["steps.0.outptu is no member of a call"]],
  [{ input: [] }, ["steps.0.input must be an object"]],
  [
    { input: { ByCreatedAfter: { $date: "yesterday" } } },
    ["steps.0.input.ByCreatedAfter must have $date alone, with an instant in ISO 8601 form"],
  ],
  [
    { input: { Name: { $matches: "x" } } },
    ["steps.0.input.Name.$matches is no special form of an input; there is $date"],
  ],
  [{ input: { Name: "${vault}" } }, ["steps.0.input refers to ${vault}, which no step before has saved"]],
  [{ output: {}, error: { name: "Error" } }, ["steps.0 has both an output and an error"]],
  [
    { output: { $present: true } },
    ["steps.0.output must name members; a special form stands for a member only"],
  ],
  [
    { output: { A: { $match: "x" } } },
    [expect.stringMatching(/^steps\.0\.output\.A \$match is unknown; use/)],
  ],
  [
    { output: { A: { $matches: "(" } } },
    [expect.stringMatching(/^steps\.0\.output\.A \$matches must be a regular expression: /)],
  ],
  [{ output: { A: { $absent: false } } }, ["steps.0.output.A $absent must be true"]],
  [{ output: { A: [{ $length: -1 }] } }, ["steps.0.output.A.0 $length must be a whole number from 0 up"]],
  [
    { output: { A: { $contains: [{ $date: "x" }] } } },
    ["steps.0.output.A.$contains.0 $date must be an instant in ISO 8601 form"],
  ],
  [{ output: { A: { $present: true, B: 1 } } }, ["steps.0.output.A $present must be the only member"]],
  [{ error: {} }, ["steps.0.error.name must be the error's name"]],
  [{ error: { name: "A", status: "4" } }, ["steps.0.error.status must be an HTTP status"]],
  [{ error: { name: "A", Type: "Client" } }, [expect.stringMatching(/^steps\.0\.error\.Type is no member/)]],
  [
    { error: { name: "A", message: { $present: true } } },
    ['steps.0.error.message must be a text or { "$matches": "regex" }'],
  ],
  [{ save: { a: "" } }, ["steps.0.save.a must be a path into the output"]],
  [{ save: { "a b": "Arn" } }, ["steps.0.save.a b must have a name of letters, digits and _"]],
  [{ save: { a: { path: "Arn" } } }, ["steps.0.save.a must be a path into the output, or a path and a part"]],
  [{ save: { a: "Arn" }, error: { name: "A" } }, ["steps.0.save needs an output, and the call has an error"]],
  [{ in: { zone: "a" } }, ["steps.0.in.zone is neither region nor accountId"]],
  [{ poll: 3 }, ["steps.0.poll must be true or false"]],
])("a call with %j", (change, problems) => {
  expect(step(change)).toEqual(problems);
});

test.each<[unknown, string]>([
  ["settle", "steps.0 must be an object"],
  [{ settle: false }, "steps.0.settle must be true"],
  [{ advance: true }, 'steps.0.advance must be a duration such as "35 days"'],
  [
    { advance: "1 day", settle: true },
    "steps.0 must have a call, or be an advance or a settle and nothing else",
  ],
])("a step %j", (move, problem) => {
  expect(problemsWith({ steps: [move] })).toEqual([problem]);
});

test("all problems are listed at once, with the record that has them", () => {
  expect(failure(() => readRecords([record, { ...record, title: 1, date: "" }], "records.json"))).toBe(
    [
      "Cannot read records.json: it has 2 problems; correct what follows, as docs/evidence.md describes.",
      "- 1.title must be a text",
      "- 1.date must be a date such as 2023, 2023-05 or 2023-05-17",
    ].join("\n"),
  );
});
