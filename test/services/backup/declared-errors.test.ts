import { serviceModel } from "../../../src/model/index";
import { clientsOf, sdkClass, send } from "../../support/any-command";
import { sharedAccount } from "../../support/every-operation";
import { operationNamed } from "../../support/model-walk";
import { refusal } from "../../support/refusal";
import { accessPointProvocations } from "./declared-errors/access-points";
import { auditProvocations } from "./declared-errors/audit";
import { jobProvocations } from "./declared-errors/jobs";
import { planProvocations } from "./declared-errors/plans";
import { pointProvocations } from "./declared-errors/points";
import type { Fault, OutsideProvocation, Provocation, Provocations } from "./declared-errors/provocations";
import { restoreTestingProvocations } from "./declared-errors/restore-testing";
import { settingProvocations, vaultProvocations } from "./declared-errors/vaults";
import { outside, richWorld } from "./world";

const provocations: Provocations = {
  ...auditProvocations,
  ...jobProvocations,
  ...planProvocations,
  ...pointProvocations,
  ...restoreTestingProvocations,
  ...settingProvocations,
  ...vaultProvocations,
};

/** Declared errors that no input or state causes. `aws.on` can cause them. */
const unprovokable: Readonly<Record<string, readonly Fault[]>> = {
  // These lists name no resource that could be missing or unknown.
  ListBackupPlans: ["MissingParameterValue", "ResourceNotFound"],
  ListBackupPlanTemplates: ["MissingParameterValue", "ResourceNotFound"],
  ListBackupVaults: ["MissingParameterValue", "ResourceNotFound"],
  // A filter that matches nothing leaves the list empty. It does not name a resource that has to exist.
  ListRestoreJobs: ["MissingParameterValue", "ResourceNotFound"],
  // AWS was recorded to answer with other errors if there is no such vault or selection.
  DeleteBackupVault: ["ResourceNotFound"],
  DeleteBackupVaultAccessPolicy: ["ResourceNotFound"],
  GetBackupSelection: ["ResourceNotFound"],
  // AWS does not document when these requests are invalid.
  CreateBackupAccessPoint: ["InvalidRequest"],
  DeleteBackupAccessPoint: ["InvalidRequest"],
  DescribeBackupAccessPoint: ["InvalidRequest"],
  CreateLogicallyAirGappedBackupVault: ["InvalidRequest"],
  // Changes are instantaneous here, so they never conflict. AWS does not document when they do.
  UpdateRestoreTestingPlan: ["Conflict"],
  UpdateRestoreTestingSelection: ["Conflict"],
};

const model = serviceModel("backup");
const isServerFault = (name: string): boolean => model.error(name)?.fault === "server";

const rows = Object.entries({ ...provocations, ...accessPointProvocations }).flatMap(([operation, faults]) =>
  Object.entries<Provocation | OutsideProvocation>(faults).map(
    ([fault, provoke]) => [operation, fault, provoke] as const,
  ),
);
const world = sharedAccount(async () => {
  const made = await richWorld();
  const clients = clientsOf(made.aws);
  return Object.assign(made, { clients, outsiders: clientsOf(made.aws.in({ accountId: outside })) });
});

test.each([...model.operationNames()])("every error that %s declares has a provocation", operation => {
  const declared = operationNamed("backup", operation).errors.filter(name => !isServerFault(name));
  const here = rows.filter(([name]) => name === operation).map(([, fault]) => fault);
  const all = [...here, ...(unprovokable[operation] ?? [])].map(fault => `${fault}Exception`);
  expect(all.sort()).toEqual([...declared].sort());
});

test.each(rows)("%s: %sException", async (operation, fault, provoke) => {
  const { aws, clients, outsiders } = world();
  const [from, act] = "outside" in provoke ? [outsiders, provoke.outside] : [clients, provoke];
  const input = await act(world());
  const error = await refusal({ aws }, () => send(from, "backup", operation, input));
  expect({ name: error.name, message: error.message }).toEqual({
    name: `${fault}Exception`,
    message: expect.stringMatching(/\S/),
  });
  expect(error).toBeInstanceOf(sdkClass("backup", `${fault}Exception`));
});
