import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { SaveFile } from "../../src/cli/save-file";

let folder: string;
const path = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aws-backup-mock-save-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function save(name: string, text: string): Promise<void> {
  const file = await SaveFile.open(path(name));
  await file.replace([text]);
  file.close();
}

test("a new file gets the usual mode, and nothing else stays in the folder", async () => {
  await save("world.json", "new");
  expect(readFileSync(path("world.json"), "utf8")).toBe("new");
  expect(statSync(path("world.json")).mode & 0o777).toBe(0o666 & ~process.umask());
  expect(readdirSync(folder)).toEqual(["world.json"]);
});

test("a file keeps its mode", async () => {
  writeFileSync(path("world.json"), "old", { mode: 0o600 });
  await save("world.json", "new");
  expect(readFileSync(path("world.json"), "utf8")).toBe("new");
  expect(statSync(path("world.json")).mode & 0o777).toBe(0o600);
});

test.each([
  ["an existing file", true],
  ["a missing file", false],
])("symbolic links are followed to %s, and stay", async (_, exists) => {
  if (exists) writeFileSync(path("world.json"), "old");
  symlinkSync("world.json", path("second"));
  symlinkSync(path("second"), path("first"));
  await save("first", "new");
  expect(readFileSync(path("world.json"), "utf8")).toBe("new");
  expect(readlinkSync(path("first"))).toBe(path("second"));
  expect(readdirSync(folder).sort()).toEqual(["first", "second", "world.json"]);
});

test("a link that leads to itself is refused", async () => {
  symlinkSync("loop", path("loop"));
  await expect(SaveFile.open(path("loop"))).rejects.toThrow("too many symbolic links");
});

test("a device is refused", async () => {
  await expect(SaveFile.open("/dev/null")).rejects.toThrow("--save /dev/null: it is not a regular file");
});

test("a pipe is refused, also behind a link", async () => {
  spawnSync("mkfifo", [path("pipe")]);
  symlinkSync("pipe", path("link"));
  await expect(SaveFile.open(path("link"))).rejects.toThrow("it is not a regular file");
});

test("a read-only file is refused at the start, and not replaced when it becomes read-only later", async () => {
  writeFileSync(path("world.json"), "old", { mode: 0o444 });
  await expect(SaveFile.open(path("world.json"))).rejects.toThrow("the file is read-only");
  expect(readdirSync(folder)).toEqual(["world.json"]);
  chmodSync(path("world.json"), 0o644);
  const file = await SaveFile.open(path("world.json"));
  chmodSync(path("world.json"), 0o444);
  await expect(file.replace(["new"])).rejects.toThrow("the file is read-only");
  file.close();
  expect(readFileSync(path("world.json"), "utf8")).toBe("old");
  expect(readdirSync(folder)).toEqual(["world.json"]);
});

test("a name too long for a temporary file is refused at the start", async () => {
  await expect(SaveFile.open(path("x".repeat(240)))).rejects.toThrow("ENAMETOOLONG");
  expect(readdirSync(folder)).toEqual([]);
});

test("a save that fails half-way leaves the old file and no other", async () => {
  writeFileSync(path("world.json"), "old");
  const file = await SaveFile.open(path("world.json"));
  const broken = function* () {
    yield "new";
    throw new Error("no more");
  };
  await expect(file.replace(broken())).rejects.toThrow("no more");
  file.close();
  expect(readFileSync(path("world.json"), "utf8")).toBe("old");
  expect(readdirSync(folder)).toEqual(["world.json"]);
});

test("temporary files of killed saves are removed; files of others, and links, are not", async () => {
  const killed = "world.json.0123456789abcdef.aws-backup-mock.tmp";
  const others = [
    "other.json.0123456789abcdef.aws-backup-mock.tmp",
    "world.json.1234.tmp",
    "world.json.mine.aws-backup-mock.tmp",
  ];
  for (const name of [killed, ...others]) writeFileSync(path(name), "");
  symlinkSync("elsewhere", path("world.json.0000000000000000.aws-backup-mock.tmp"));
  const file = await SaveFile.open(path("world.json"));
  file.close();
  expect(readdirSync(folder).sort()).toEqual(
    [...others, "world.json.0000000000000000.aws-backup-mock.tmp"].sort(),
  );
});

describe("the lock", () => {
  const lock = () => path("world.json.lock");
  const holder = (members: object) =>
    writeFileSync(
      lock(),
      JSON.stringify({
        program: "aws-backup-mock",
        pid: process.pid,
        host: hostname(),
        token: "t",
        ...members,
      }),
    );
  /** The id of a process that has ended. */
  const deadPid = () => spawnSync(process.execPath, ["--version"]).pid;
  const minuteAgo = () => utimesSync(lock(), Date.now() / 1000 - 60, Date.now() / 1000 - 60);

  test("keeps a second user away until the first closes the file", async () => {
    const first = await SaveFile.open(path("world.json"));
    symlinkSync("world.json", path("link"));
    await expect(SaveFile.open(path("link"))).rejects.toThrow(
      `process ${process.pid} on ${hostname()} is using it`,
    );
    first.close();
    (await SaveFile.open(path("link"))).close();
    expect(existsSync(lock())).toBe(false);
  });

  test.each<[string, () => void]>([
    ["a dead process", () => holder({ pid: deadPid() })],
    ["a dead process whose id another one has now", () => holder({ started: "1" })],
    [
      "another machine that went silent",
      () => {
        holder({ host: "elsewhere" });
        minuteAgo();
      },
    ],
    [
      "a process that died while making it",
      () => {
        writeFileSync(lock(), "");
        minuteAgo();
      },
    ],
  ])("of %s is taken over", async (_, leave) => {
    leave();
    (await SaveFile.open(path("world.json"))).close();
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each<[string, () => void, string]>([
    ["of another machine that uses it", () => holder({ host: "elsewhere" }), "on elsewhere is using it"],
    ["that is being made", () => writeFileSync(lock(), ""), "another process is using it"],
    ["that is somebody's own file", () => writeFileSync(lock(), "{}"), "is not a lock of this program"],
  ])("%s is respected", async (_, leave, message) => {
    leave();
    const before = readFileSync(lock(), "utf8");
    await expect(SaveFile.open(path("world.json"))).rejects.toThrow(message);
    expect(readFileSync(lock(), "utf8")).toBe(before);
  });
});
