import assert from "node:assert";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";

/** Starts the command as a user does, and waits until it listens. */
async function serve(...args) {
  const child = spawn("npx", ["aws-backup-mock", "serve", "--port", "0", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  let said = "";
  const url = await new Promise((resolve, reject) => {
    child.on("close", code => reject(new Error(`It ended with ${code}.`)));
    child.stdout.on("data", chunk => {
      said += chunk;
      const [, listening] = /Listening at (http:\S+):/.exec(said) ?? [];
      if (listening) resolve(listening);
    });
  });
  const end = async (pid, signal) => {
    process.kill(pid, signal);
    // When all that write there have ended.
    await once(child, "close");
    return said;
  };
  return {
    ask: async (method, path, body) => {
      const response = await fetch(`${url}${path}`, { method, body: body && JSON.stringify(body) });
      const text = await response.text();
      return text && JSON.parse(text);
    },
    /** As a terminal does it: npx is told, and all that it has started. */
    interrupt: () => end(-child.pid, "SIGINT"),
    /** As a script does it that knows of npx only. */
    terminate: () => end(child.pid, "SIGTERM"),
  };
}

const namesOf = ({ BackupVaultList }) => BackupVaultList.map(({ BackupVaultName }) => BackupVaultName);

test("a world is seeded from a file, saved at the end, and goes on from there", async () => {
  const fixture = { backup: { vaults: [{ BackupVaultName: "nightly" }] } };
  writeFileSync("seed.json", JSON.stringify(fixture));
  const first = await serve("--seed", "seed.json", "--save", "world.json", "--durations", "0");
  await first.ask("PUT", "/backup-vaults/weekly", {});
  await first.ask("POST", "/_mock/clock", { advance: "35 days" });
  assert.match(await first.terminate(), /Saved the account to world\.json/);
  assert.deepEqual(JSON.parse(readFileSync("seed.json", "utf8")), fixture);

  const second = await serve("--seed", "world.json", "--save", "world.json");
  assert.deepEqual(namesOf(await second.ask("GET", "/backup-vaults")), ["nightly", "weekly"]);
  assert.deepEqual(await second.ask("GET", "/_mock/clock"), { now: "2026-02-05T00:00:00.000Z" });
  await second.ask("DELETE", "/backup-vaults/nightly");
  assert.match(await second.interrupt(), /Saved the account to world\.json/);

  const third = await serve("--seed", "world.json");
  assert.deepEqual(namesOf(await third.ask("GET", "/backup-vaults")), ["weekly"]);
  await third.terminate();
});

test("it tells how it is used", () => {
  const help = execFileSync("npx", ["aws-backup-mock", "--help"], { encoding: "utf8" });
  for (const command of ["simulate", "import", "serve", "compare"]) {
    assert.match(help, new RegExp(`^(Usage:| +) ?aws-backup-mock ${command} `, "m"));
  }
});

test("answers of the AWS CLI become a world that serve begins from", async () => {
  mkdirSync("dump");
  const BackupVaultArn = "arn:aws:backup:eu-west-1:111122223333:backup-vault:nightly";
  const vault = { BackupVaultName: "nightly", BackupVaultArn, CreationDate: 1767225600 };
  writeFileSync("dump/backup-list-backup-vaults.json", JSON.stringify({ BackupVaultList: [vault] }));
  execFileSync("npx", ["aws-backup-mock", "import", "dump", "imported.json"]);
  const { origin } = JSON.parse(readFileSync("imported.json", "utf8"));
  assert.deepEqual([origin.accountId, origin.region], ["111122223333", "eu-west-1"]);
  const server = await serve("--seed", "imported.json");
  assert.deepEqual(namesOf(await server.ask("GET", "/backup-vaults")), ["nightly"]);
  await server.terminate();
});
