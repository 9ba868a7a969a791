import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../src/cli/run";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aws-backup-mock-compare-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
};

async function command(...args: readonly string[]) {
  let out = "";
  let err = "";
  const code = await run(["compare", ...args], {
    out: text => {
      out += text;
    },
    err: text => {
      err += text;
    },
  });
  return { code, out, err };
}

const vaultIs = (title: string, BackupVaultName: string) => ({
  title,
  source: "example/records",
  date: "2024",
  confidence: "recorded",
  services: ["backup"],
  steps: [
    { call: "backup.CreateBackupVault", input: { BackupVaultName: "nightly" }, output: { BackupVaultName } },
  ],
});
const right = vaultIs("A vault is called as it was asked to be", "nightly");
const wrong = vaultIs("A vault is called otherwise", "weekly");

test("records that hold are counted, of all files", async () => {
  expect(await command(file("one.json", right), file("many.json", [right, right]))).toEqual({
    code: 0,
    out: "3 of 3 records hold.\n",
    err: "",
  });
});

test("differences are printed, and the exit status is 1", async () => {
  expect(await command(file("mixed.json", [right, wrong]))).toEqual({
    code: 1,
    out: [
      "✗ A vault is called otherwise (example/records)",
      "step 1 (backup.CreateBackupVault), output.BackupVaultName:",
      '  expected "weekly"',
      '  received "nightly"',
      "",
      "1 of 2 records hold.",
      "",
    ].join("\n"),
    err: "",
  });
});

test("what is no record is said with its problems, and the exit status is 2", async () => {
  const { code, out, err } = await command(file("other.json", { ...right, date: "May" }));
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("- date must be a date such as 2023, 2023-05 or 2023-05-17");
});

test("a file that is not there, an unknown option, and no file at all", async () => {
  expect(await command(join(folder, "missing.json"))).toMatchObject({ code: 2, out: "" });
  expect(await command("--fast", file("one.json", right))).toMatchObject({ code: 2, out: "" });
  expect(await command()).toEqual({
    code: 2,
    out: "",
    err: "aws-backup-mock: compare takes at least one file of records; see aws-backup-mock --help\n",
  });
});

test("the help tells of it", async () => {
  let help = "";
  await run(["--help"], { out: text => (help += text), err: () => {} });
  expect(help).toMatch(/^ +aws-backup-mock compare <file>\.\.\.$/m);
});
