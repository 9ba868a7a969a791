import type { ServiceName } from "../../../src/model/index";

/** The member that holds a record's state, and its transitions: `A > B > C` allows A to B and B to C. */
interface StateMachine {
  readonly member: string;
  readonly paths: readonly string[];
}

const lifecycle = (...paths: readonly string[]): StateMachine => ({ member: "Lifecycle", paths });
const lifeCycleState = (...paths: readonly string[]): StateMachine => ({ member: "LifeCycleState", paths });
const status = (...paths: readonly string[]): StateMachine => ({ member: "Status", paths });

const deployment: StateMachine = {
  member: "DeploymentStatus",
  paths: [
    "CREATE_IN_PROGRESS > COMPLETED > UPDATE_IN_PROGRESS > COMPLETED > DELETE_IN_PROGRESS",
    "CREATE_IN_PROGRESS > FAILED > DELETE_IN_PROGRESS",
    "UPDATE_IN_PROGRESS > FAILED",
  ],
};

/** The transitions that the services document, by table. */
const documented: Readonly<Record<string, StateMachine>> = {
  "backup.vaults": { member: "VaultState", paths: ["CREATING > AVAILABLE", "CREATING > FAILED"] },
  "backup.backupJobs": {
    member: "State",
    paths: [
      "CREATED > RUNNING > COMPLETED",
      "CREATED > PENDING > RUNNING > PARTIAL",
      "CREATED > FAILED",
      "PENDING > FAILED",
      "RUNNING > FAILED",
      "CREATED > EXPIRED",
      "PENDING > EXPIRED",
      "RUNNING > EXPIRED",
      "CREATED > ABORTING > ABORTED",
      "PENDING > ABORTING",
      "RUNNING > ABORTING",
      // A test can make a job end as aborted.
      "RUNNING > ABORTED",
    ],
  },
  "backup.copyJobs": {
    member: "State",
    paths: [
      "CREATED > RUNNING > COMPLETED",
      "RUNNING > PARTIAL",
      "RUNNING > FAILED",
      "CREATED > FAILED",
      "RUNNING > COMPLETING > COMPLETED",
    ],
  },
  "backup.restoreJobs": status(
    "PENDING > RUNNING > COMPLETED",
    "RUNNING > FAILED",
    "PENDING > FAILED",
    "RUNNING > ABORTED",
    "PENDING > ABORTED",
  ),
  "backup.recoveryPoints": status(
    "CREATING > COMPLETED > EXPIRED",
    "CREATING > PARTIAL > EXPIRED",
    "CREATING > AVAILABLE > STOPPED > EXPIRED",
    "AVAILABLE > EXPIRED",
    "COMPLETED > PARTIAL",
    "COMPLETED > STOPPED",
    "COMPLETED > DELETING",
    "PARTIAL > DELETING",
    "EXPIRED > DELETING",
  ),
  "backup.pointIndexes": {
    member: "IndexStatus",
    paths: [
      "PENDING > ACTIVE > DELETING",
      "PENDING > FAILED > DELETING",
      "PENDING > DELETING",
      "FAILED > PENDING",
    ],
  },
  "backup.legalHolds": status("CREATING > ACTIVE > CANCELING > CANCELED"),
  "backup.accessPoints": status("CREATING > AVAILABLE > DELETING", "CREATING > DELETING"),
  "backup.frameworks": deployment,
  "backup.reportPlans": deployment,
  "backup.reportJobs": status("CREATED > RUNNING > COMPLETED", "RUNNING > FAILED", "CREATED > FAILED"),
  "backup.scanJobs": {
    member: "State",
    paths: [
      "CREATED > RUNNING > COMPLETED",
      "RUNNING > COMPLETED_WITH_ISSUES",
      "RUNNING > FAILED",
      "CREATED > FAILED",
      "RUNNING > CANCELED",
      "CREATED > CANCELED",
    ],
  },
  "efs.fileSystems": lifeCycleState(
    "creating > available > updating > available > deleting",
    "creating > deleting",
    "updating > deleting",
    "creating > error",
  ),
  "efs.mountTargets": lifeCycleState(
    "creating > available > updating > available > deleting",
    "creating > deleting",
  ),
  "efs.accessPoints": lifeCycleState(
    "creating > available > updating > available > deleting",
    "creating > deleting",
  ),
  "efs.backupPolicies": status(
    "ENABLING > ENABLED > DISABLING > DISABLED > ENABLING",
    // The setting was changed again before the first change was complete.
    "ENABLING > DISABLING > ENABLING",
  ),
  "fsx.fileSystems": lifecycle(
    "CREATING > AVAILABLE > UPDATING > AVAILABLE > DELETING",
    "CREATING > FAILED > DELETING",
    "CREATING > DELETING",
    "UPDATING > DELETING",
    "AVAILABLE > MISCONFIGURED > AVAILABLE",
    "MISCONFIGURED > DELETING",
    "MISCONFIGURED_UNAVAILABLE > AVAILABLE",
    "MISCONFIGURED_UNAVAILABLE > DELETING",
    "MISCONFIGURED_UNAVAILABLE > UPDATING",
  ),
  "fsx.backups": lifecycle(
    "CREATING > AVAILABLE",
    "PENDING > CREATING > TRANSFERRING > AVAILABLE",
    "COPYING > AVAILABLE",
    "CREATING > FAILED",
  ),
  "fsx.aliases": lifecycle(
    "CREATING > AVAILABLE > DELETING",
    "CREATING > DELETING",
    "CREATING > CREATE_FAILED",
  ),
  "fsx.administrativeActions": status(
    "PENDING > IN_PROGRESS > COMPLETED",
    "IN_PROGRESS > UPDATED_OPTIMIZING > COMPLETED",
    "IN_PROGRESS > FAILED",
    "PENDING > CANCELLED",
  ),
  "fsx.volumes": lifecycle(
    "CREATING > CREATED > DELETING",
    "CREATING > DELETING",
    "CREATING > AVAILABLE > DELETING",
    "CREATING > FAILED",
    "CREATED > MISCONFIGURED > CREATED",
  ),
  "fsx.storageVirtualMachines": lifecycle(
    "CREATING > CREATED > DELETING",
    "CREATED > MISCONFIGURED > CREATED",
    "CREATING > FAILED > DELETING",
    "CREATING > DELETING",
  ),
  "fsx.snapshots": lifecycle("PENDING > CREATING > AVAILABLE > DELETING", "CREATING > DELETING"),
  "fsx.associations": lifecycle(
    "CREATING > AVAILABLE > UPDATING > AVAILABLE > DELETING",
    "AVAILABLE > MISCONFIGURED > UPDATING",
    "UPDATING > DELETING",
    "MISCONFIGURED > DELETING",
    "CREATING > FAILED > DELETING",
    "UPDATING > FAILED",
  ),
  "fsx.tasks": lifecycle(
    "PENDING > EXECUTING > SUCCEEDED",
    "EXECUTING > FAILED",
    "PENDING > CANCELING > CANCELED",
    "EXECUTING > CANCELING",
  ),
  "fsx.fileCaches": lifecycle("CREATING > AVAILABLE > UPDATING > AVAILABLE > DELETING", "CREATING > FAILED"),
  "fsx.s3AccessPoints": lifecycle(
    "CREATING > AVAILABLE > DELETING",
    "CREATING > DELETING",
    "AVAILABLE > UPDATING > AVAILABLE",
    "CREATING > FAILED > DELETING",
    "CREATING > MISCONFIGURED > DELETING",
  ),
};

type Transitions = ReadonlyMap<string, ReadonlySet<string>>;

/** The allowed transitions of a table's records. */
export interface TransitionRules {
  readonly member: string;
  /** The states that can directly follow a state. */
  readonly direct: Transitions;
  /** The states that can follow a state after any number of transitions. */
  readonly reachable: Transitions;
}

function transitionsOf(paths: readonly string[]): Map<string, Set<string>> {
  const transitions = new Map<string, Set<string>>();
  for (const path of paths) {
    const states = path.split(" > ");
    for (const [index, from] of states.entries()) {
      const to = states[index + 1];
      const after = transitions.get(from) ?? new Set();
      if (to !== undefined) after.add(to);
      transitions.set(from, after);
    }
  }
  return transitions;
}

function closureOf(direct: Transitions): Map<string, Set<string>> {
  const closure = new Map<string, Set<string>>();
  for (const from of direct.keys()) {
    const reached = new Set<string>();
    const open = [from];
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      for (const next of direct.get(state) ?? []) {
        if (reached.has(next)) continue;
        reached.add(next);
        open.push(next);
      }
    }
    closure.set(from, reached);
  }
  return closure;
}

const rules = new Map<string, TransitionRules>(
  Object.entries(documented).map(([table, { member, paths }]) => {
    const direct = transitionsOf(paths);
    return [table, { member, direct, reachable: closureOf(direct) }];
  }),
);

/** Members that hold a state in any of the services. */
const stateMembers = ["LifeCycleState", "Lifecycle", "State", "Status", "VaultState", "DeploymentStatus"];

/** The rules of a table whose records have a state. Throws if records have a state and this file has no rules for them. */
export function transitionRules(
  service: ServiceName,
  table: string,
  record: object,
): TransitionRules | undefined {
  const known = rules.get(`${service}.${table}`);
  if (known) return known;
  const member = stateMembers.find(member => typeof Reflect.get(record, member) === "string");
  // These records stay PENDING until they are removed.
  if (member === undefined || table === "pendingRestoreTests") return undefined;
  throw new Error(
    `Failed to check ${service}.${table}: its records have a ${member}; add their transitions to model/transitions.ts.`,
  );
}
