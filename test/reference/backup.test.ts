import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { serviceModel } from "../../src/model/index";
import { pageOf } from "../docs/page";
import { richWorld } from "../services/backup/world";
import { clientsOf, send } from "../support/any-command";
import { sharedAccount } from "../support/every-operation";
import { refused } from "../support/refusal";
import { accessPointRules } from "./backup/access-points";
import { auditRules } from "./backup/audit";
import { jobRules } from "./backup/jobs";
import { listRules } from "./backup/lists";
import { planRules } from "./backup/plans";
import { pointRules } from "./backup/points";
import { restoreTestingRules } from "./backup/restore-testing";
import type { ReferenceRules, Rule } from "./backup/rules";
import { settingRules } from "./backup/settings";
import { vaultRules } from "./backup/vaults";

const ofClient: ReferenceRules = {
  ...auditRules,
  ...jobRules,
  ...listRules,
  ...planRules,
  ...pointRules,
  ...restoreTestingRules,
  ...settingRules,
  ...vaultRules,
};
const rules: Readonly<Record<string, readonly Rule[]>> = { ...ofClient, ...accessPointRules };

const world = sharedAccount(async () => {
  const made = await richWorld();
  return Object.assign(made, { clients: clientsOf(made.aws) });
});

const tests = join(__dirname, "..");
const fidelity = pageOf("fidelity.md").replaceAll(/\s+/g, " ");

test("the pass through the reference covers every operation", () => {
  const covered = Object.keys(rules).filter(operation => rules[operation]?.length);
  expect(covered.sort()).toEqual([...serviceModel("backup").operationNames()].sort());
});

const rows = Object.entries(rules).flatMap(([operation, all]) =>
  all.map(rule => [operation, rule.member, rule.rule, rule] as const),
);

test("what shows a rule elsewhere is there", () => {
  const lost = rows
    .filter(([, , , rule]) => !isThere(rule))
    .map(([operation, member, text]) => [operation, member, text]);
  expect(lost).toEqual([]);
});

function isThere(rule: Rule): boolean {
  if ("fidelity" in rule) return fidelity.includes(rule.fidelity);
  if ("record" in rule) return existsSync(join(tests, "evidence/backup", `${rule.record}.json`));
  if (!("file" in rule)) return true;
  const text = readFileSync(join(tests, "services/backup", rule.file), "utf8");
  return text.includes(`"${rule.title}`);
}

const judged = rows.flatMap(([operation, member, text, rule]) =>
  "fault" in rule ? [[operation, member, text, rule] as const] : [],
);

test.each(judged)("%s, %s: %s", async (operation, _member, _text, { fault, accepted, refused: broken }) => {
  const { aws, clients } = world();
  const call = (input: object) => send(clients, "backup", operation, input);
  const start = aws.snapshot();
  for (const make of broken) {
    const input = await make(world());
    await refused({ aws }, () => call(input), { name: `${fault}Exception` });
    aws.rollback(start);
  }
  for (const make of accepted) {
    await call(await make(world()));
    aws.rollback(start);
  }
  expect(broken.length).toBeGreaterThan(0);
  expect(accepted.length).toBeGreaterThan(0);
});
