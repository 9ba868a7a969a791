import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { transformSync } from "@swc/core";

const source = readFileSync(join(__dirname, "../../examples/everyday.test.ts"), "utf8");

/** The tests of the file, by name. */
const tests = new Map(
  [...source.matchAll(/^test\("(.+)", async \(\) => \{\n(?:.*\n)*?\}\);\n/gm)].map(([text, name = ""]) => [
    name,
    text,
  ]),
);

/** The mistake that makes each test fail: what is written, and what is written in its place. */
const mistakes: readonly (readonly [name: string, written: string, wrong: string])[] = [
  ["400 nights leave the backups of 35 days", "{ times: 35 }", "{ times: 36 }"],
  ["grandfather, father and son: 7 days, 5 weeks, 12 months", "[7, 5, 12]", "[7, 4, 12]"],
  [
    "a locked vault keeps backups, and refuses those that are kept too short",
    'toHaveBackupJob({ State: "FAILED" }, { times: 1 })',
    'toHaveBackupJob({ State: "FAILED" }, { times: 2 })',
  ],
  ["copies over Regions and accounts", 'BackupVaultName: "copies", Policy', 'BackupVaultName: "copies"'],
  [
    "a failed job reaches the listener that alerts",
    '"Backup Job State Change"',
    '"Backup Job Status Change"',
  ],
  ["resources that no plan protects are found", "not.toHaveProtected", "toHaveProtected"],
  ["a restore drill: the latest backup can be restored", "Metadata }", "}"],
  ["an ONTAP volume grows", "SizeInMegabytes: 2048 } }]", "SizeInMegabytes: 1024 } }]"],
  ["a file system is replicated into another Region", '"eu-west-1" }],', '"eu-west-9" }],'],
  [
    "a throttled call is made again, and a poll loop sees every state",
    "toHaveReceivedCommandTimes(StartBackupJobCommand, 2)",
    "toHaveReceivedCommandTimes(StartBackupJobCommand, 1)",
  ],
];

/** Runs one test of the file, with a mistake in it. Resolves to the message of its failure. */
async function failureOf(name: string, written: string, wrong: string): Promise<string> {
  const text = tests.get(name) ?? "";
  if (!text.includes(written)) throw new Error(`${name} does not contain ${written}.`);
  const { code } = transformSync(source.replace(text, text.replace(written, wrong)), {
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
    module: { type: "commonjs" },
  });
  const found = new Map<string, () => Promise<void>>();
  let prepare = () => {};
  const register = (title: string, run: () => Promise<void>) => found.set(title, run);
  const setUp = (run: () => void) => {
    prepare = run;
  };
  const load: unknown = new Function("require", "exports", "test", "beforeEach", code);
  if (typeof load === "function") load(require, {}, register, setUp);
  prepare();
  try {
    await found.get(name)?.();
  } catch (thrown) {
    return stripVTControlCharacters(thrown instanceof Error ? thrown.message : String(thrown));
  }
  throw new Error(`${name} passes with ${wrong}.`);
}

test("there are ten everyday tests, none longer than fifteen lines", () => {
  expect([...tests.keys()]).toEqual(mistakes.map(([name]) => name));
  for (const text of tests.values()) expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(15);
});

test.each(mistakes)("%s: a mistake explains itself", async (name, written, wrong) => {
  const message = await failureOf(name, written, wrong);
  expect(message).toMatchSnapshot();
  expect(message.split("\n").length).toBeLessThanOrEqual(40);
});
