import { mockAws } from "aws-backup-mock";
import { AccountReader } from "../../../src/infrastructure/account/reader";
import { Calls } from "../../../src/infrastructure/account/calls";
import { Pace } from "../../../src/infrastructure/account/pace";
import { Random } from "../../properties/generators/random";
import { isComplete, randomInput } from "../../properties/generators/inputs";
import { weightedOperations } from "../../properties/model/operations";
import { Harness } from "../../properties/scenarios/harness";
import { atDepth } from "../../support/depth";
import { clientsOf, importMock } from "./world-of-account";
import type { MockAws } from "aws-backup-mock";

async function answersOf(aws: MockAws) {
  const calls = new Map();
  for (const [service, client] of Object.entries(clientsOf(aws))) {
    calls.set(service, await Calls.of(service as never, client as never, new Pace(Infinity)));
  }
  const { answers } = await new AccountReader(calls, true, () => {}).read();
  return new Map(answers.map(a => [`${a.service}.${a.operation} ${JSON.stringify(a.input)}`, a.output]));
}

test("x", async () => {
  const counts = new Map<string, number>();
  for (let seed = 1; seed <= Number(process.env["N"] ?? 6); seed++) {
    const random = new Random(seed);
    const harness = new Harness("manual");
    await harness.populate(new Random(seed));
    for (let i = 0; i < 40; i++) {
      const { model } = random.pick(weightedOperations);
      const input = randomInput(model, harness.context(0, random));
      if (isComplete(model, input)) await harness.send(0, model, input);
    }
    await harness.aws.clock.advance("2 days");
    const aws = harness.aws;
    const { fixture, skipped, warnings } = await importMock(aws, { everyPoint: true });
    for (const s of [...skipped.map(s => `SKIP ${s.type} ${s.reason}`), ...warnings.map(w => `WARN ${w.where} ${w.text}`)]) {
      const k = s.replace(/[0-9a-f-]{8,}/g, "#").slice(0, 200);
      counts.set(k, (counts.get(k) ?? 0) + 1);
    }
    const other = mockAws({ ...fixture.origin, clock: "manual" });
    other.seed(fixture);
    const [one, two] = [await answersOf(aws), await answersOf(other)];
    let key0 = ""; const diff = (a: unknown, b: unknown, path: string, whole: unknown = a): void => { 
      if (Array.isArray(a) && Array.isArray(b)) { const id = (x: unknown) => { const t = JSON.stringify(x); const m = /"(BackupVaultName|RecoveryPointArn|VolumeId|FileSystemId|MountTargetId|BackupJobId|CopyJobId|RestoreJobId|Key|ResourceArn|SelectionId|ResourceARN)":"[^"]*"/.exec(t); return (t.includes('"RecoveryPointArn":') ? /"RecoveryPointArn":"[^"]*"/.exec(t)?.[0] : m?.[0]) ?? t; };
        a = [...a].sort((x, y) => id(x) < id(y) ? -1 : 1); b = [...(b as unknown[])].sort((x, y) => id(x) < id(y) ? -1 : 1); }
      if (typeof a === "object" && a && typeof b === "object" && b) {
        for (const n of new Set([...Object.keys(a), ...Object.keys(b)])) diff(Reflect.get(a, n), Reflect.get(b, n), `${path}.${Array.isArray(a) ? "[]" : n}`, Array.isArray(a) ? Reflect.get(a, n) : whole);
      } else if (!Object.is(a, b)) {
        const k = `${path}: ${JSON.stringify(a)?.slice(0, 60)} | ${JSON.stringify(b)?.slice(0, 60)}`.replace(/[0-9a-f-]{8,}/g, "#");
        const kk = path; counts.set("DIFF " + kk, (counts.get("DIFF " + kk) ?? 0) + 1);
        if ((counts.get("DIFF " + kk) ?? 0) < 2) counts.set("   e.g. " + k + JSON.stringify(whole)?.slice(0, 1800) + key0, 0);
      }
    };
    for (const key of new Set([...one.keys(), ...two.keys()])) { key0 = key; diff(one.get(key), two.get(key), key.split(" ")[0] ?? ""); }
  }
  console.log([...counts].map(([k, n]) => `${n} ${k}`).join("\n"));
}, 600000);
