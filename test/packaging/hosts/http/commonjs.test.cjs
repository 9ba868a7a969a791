const assert = require("node:assert");
const { test } = require("node:test");
const { mockAws } = require("aws-backup-mock");
const { listen } = require("aws-backup-mock/http");

test("without any client: seeded, looked at and closed over HTTP", async () => {
  const endpoint = await listen(mockAws());
  const ask = async (method, path, body) => {
    const response = await fetch(`${endpoint.url}${path}`, { method, body: body && JSON.stringify(body) });
    return response.json();
  };
  await ask("POST", "/_mock/seed", { backup: { vaults: [{ BackupVaultName: "nightly" }] } });
  const { BackupVaultList } = await ask("GET", "/backup-vaults");
  assert.deepEqual(
    BackupVaultList.map(({ BackupVaultName }) => BackupVaultName),
    ["nightly"],
  );
  await endpoint.close();
  await assert.rejects(ask("GET", "/backup-vaults"), { message: "fetch failed" });
});

test("the page and the schemas are in the package", async () => {
  const endpoint = await listen(mockAws());
  const response = await fetch(endpoint.url);
  assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
  assert.match(await response.text(), /^<!doctype html>/);
  await endpoint.close();
  assert.equal(require("aws-backup-mock/schema/fixture.json").title, "A fixture of aws-backup-mock");
  assert.ok(require("aws-backup-mock/schema/control.json").$defs.next);
});
