import { arn } from "../../../core/basics";
import type { Next } from "../../../core/time";
import { type BackupAccount, type BackupView, read, write } from "../account/account";
import { alreadyExists, conflict, invalidParameter, limitExceeded, notFound } from "../account/errors";
import { pageOf } from "../account/paging";
import { type ControlDocument, controlKey, controlsKey, type Framework } from "../records/frameworks";
import { putTags, removeTags } from "../tags/tags";
import { controlFault } from "./controls";

function frameworkNamed({ backup }: BackupView, name: string): Framework {
  const framework = backup.frameworks.get(name);
  if (!framework) throw notFound(`Cannot find framework with name: ${name}`);
  return framework;
}

/** A framework that can be changed: no deployment is in progress. */
function changeableFramework(account: BackupView, name: string): Framework {
  const framework = frameworkNamed(account, name);
  if (framework.DeploymentStatus.endsWith("_IN_PROGRESS")) {
    throw conflict(
      `Framework ${name} cannot be changed: its deployment status is ${framework.DeploymentStatus}.`,
    );
  }
  return framework;
}

/** Validates the controls of a framework. */
function checkControls(account: BackupAccount, name: string, controls: readonly ControlDocument[]): void {
  if (controls.length === 0) throw invalidParameter("A framework must have at least one control.");
  for (const control of controls) {
    const fault = controlFault(control);
    if (fault !== undefined) throw invalidParameter(fault);
  }
  const texts = new Set(controls.map(controlKey));
  if (texts.size < controls.length) throw invalidParameter("A framework cannot have the same control twice.");
  checkOtherFrameworks(account, name, controls);
}

/** A framework cannot have the same controls as another one, and the number of all controls is limited. */
function checkOtherFrameworks(
  account: BackupAccount,
  name: string,
  controls: readonly ControlDocument[],
): void {
  const { backup, place } = account;
  for (const twin of backup.frameworks.by("controls", controlsKey(controls))) {
    if (twin.FrameworkName === name) continue;
    throw alreadyExists(
      `Controls in framework ${twin.FrameworkName} from account ${place.accountId} already exist.`,
      { Arn: twin.FrameworkArn },
    );
  }
  const limit = account.quota("frameworkControls");
  let count = controls.length;
  for (const other of backup.frameworks) {
    if (other.FrameworkName !== name) count += other.FrameworkControls.length;
  }
  if (count > limit) throw limitExceeded(`The maximum number of controls in all frameworks is ${limit}.`);
}

export const createFramework = write<"CreateFramework">((input, account) => {
  const { backup, place, now, ids } = account;
  const { FrameworkName, FrameworkControls, FrameworkDescription, FrameworkTags, IdempotencyToken } = input;
  const taken = backup.frameworks.get(FrameworkName);
  if (taken && IdempotencyToken !== undefined && taken.IdempotencyToken === IdempotencyToken) return taken;
  if (taken) {
    throw alreadyExists(`Framework with name ${FrameworkName} already exists.`, { Arn: taken.FrameworkArn });
  }
  const limit = account.quota("frameworks");
  if (backup.frameworks.size >= limit) throw limitExceeded(`The maximum number of frameworks is ${limit}.`);
  checkControls(account, FrameworkName, FrameworkControls);
  const framework: Framework = {
    FrameworkName,
    FrameworkArn: arn("backup", place, `framework:${FrameworkName}-${ids.uuid()}`),
    FrameworkDescription,
    FrameworkControls,
    CreationTime: now,
    DeploymentStatus: "CREATE_IN_PROGRESS",
    IdempotencyToken,
  };
  putTags(account, framework.FrameworkArn, FrameworkTags);
  return backup.frameworks.insert({ ...framework, next: deploying(account, framework, "complete") });
});

/** The step that ends a deployment. */
const deploying = (account: BackupAccount, framework: Framework, step: keyof typeof frameworkSteps): Next =>
  account.inFlight(step, account.duration("frameworkDeployment", framework));

/** AWS Config is assumed to record everything. The status is unavailable while controls are deployed or deleted. */
const statusOf = ({ DeploymentStatus }: Framework): string =>
  DeploymentStatus === "COMPLETED" || DeploymentStatus === "UPDATE_IN_PROGRESS" ? "ACTIVE" : "UNAVAILABLE";

export const describeFramework = read<"DescribeFramework">(({ FrameworkName }, account) => {
  const framework = frameworkNamed(account, FrameworkName);
  return { ...framework, FrameworkStatus: statusOf(framework) };
});

export const listFrameworks = read<"ListFrameworks">((input, { backup }) => {
  const { items, token } = pageOf(backup.frameworks.all(), input);
  return {
    Frameworks: items.map(framework => ({
      ...framework,
      NumberOfControls: framework.FrameworkControls.length,
    })),
    NextToken: token,
  };
});

export const updateFramework = write<"UpdateFramework">((input, account) => {
  const { FrameworkName, FrameworkControls, FrameworkDescription, IdempotencyToken } = input;
  const current = frameworkNamed(account, FrameworkName);
  const { updateTokens = [] } = current;
  if (IdempotencyToken !== undefined && updateTokens.includes(IdempotencyToken)) return current;
  const framework = changeableFramework(account, FrameworkName);
  if (FrameworkControls) checkControls(account, FrameworkName, FrameworkControls);
  return account.backup.frameworks.change(framework, {
    FrameworkDescription: FrameworkDescription ?? framework.FrameworkDescription,
    FrameworkControls: FrameworkControls ?? framework.FrameworkControls,
    DeploymentStatus: "UPDATE_IN_PROGRESS",
    updateTokens: IdempotencyToken === undefined ? updateTokens : [...updateTokens, IdempotencyToken],
    next: deploying(account, framework, "complete"),
  });
});

export const deleteFramework = write<"DeleteFramework">(({ FrameworkName }, account) => {
  const framework = changeableFramework(account, FrameworkName);
  account.backup.frameworks.change(framework, {
    DeploymentStatus: "DELETE_IN_PROGRESS",
    next: deploying(account, framework, "remove"),
  });
  return {};
});

/** The timed steps of frameworks. */
export const frameworkSteps = {
  complete(framework: Framework, { backup }: BackupAccount): void {
    backup.frameworks.change(framework, { DeploymentStatus: "COMPLETED", next: undefined });
  },

  remove(framework: Framework, account: BackupAccount): void {
    account.backup.frameworks.remove(framework.FrameworkName);
    removeTags(account, framework.FrameworkArn);
  },
};
