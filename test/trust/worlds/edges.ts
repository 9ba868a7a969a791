import type { ServiceName } from "../../../src/model/index";

/** Where a kind of thing keeps its state, and how it may move on: `A > B > C` is an edge from A to B and one to C from B. */
interface StateFacts {
  readonly member: string;
  readonly paths: readonly string[];
}

const lifecycle = (...paths: readonly string[]): StateFacts => ({ member: "Lifecycle", paths });
const lifeCycleState = (...paths: readonly string[]): StateFacts => ({ member: "LifeCycleState", paths });
const status = (...paths: readonly string[]): StateFacts => ({ member: "Status", paths });

const deployment: StateFacts = {
  member: "DeploymentStatus",
  paths: [
    "CREATE_IN_PROGRESS > COMPLETED > UPDATE_IN_PROGRESS > COMPLETED > DELETE_IN_PROGRESS",
    "CREATE_IN_PROGRESS > FAILED > DELETE_IN_PROGRESS",
    "UPDATE_IN_PROGRESS > FAILED",
  ],
};

/** The edges that the services document, by table. */
const documented: Readonly<Record<string, StateFacts>> = {
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
      // A job that was set to end so.
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
    // Asked for the other way before it came to an end.
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
  ),
};

type Edges = ReadonlyMap<string, ReadonlySet<string>>;

/** How the things of a table move. */
export interface StateRules {
  readonly member: string;
  /** From a state to those that come right after it. */
  readonly direct: Edges;
  /** From a state to all that may ever come after it. */
  readonly reachable: Edges;
}

function edgesOf(paths: readonly string[]): Map<string, Set<string>> {
  const edges = new Map<string, Set<string>>();
  for (const path of paths) {
    const states = path.split(" > ");
    for (const [index, from] of states.entries()) {
      const to = states[index + 1];
      const after = edges.get(from) ?? new Set();
      if (to !== undefined) after.add(to);
      edges.set(from, after);
    }
  }
  return edges;
}

function closureOf(direct: Edges): Map<string, Set<string>> {
  const closure = new Map<string, Set<string>>();
  for (const from of direct.keys()) {
    const found = new Set<string>();
    const open = [from];
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      for (const next of direct.get(state) ?? []) {
        if (found.has(next)) continue;
        found.add(next);
        open.push(next);
      }
    }
    closure.set(from, found);
  }
  return closure;
}

const rules = new Map<string, StateRules>(
  Object.entries(documented).map(([table, { member, paths }]) => {
    const direct = edgesOf(paths);
    return [table, { member, direct, reachable: closureOf(direct) }];
  }),
);

/** Members that tell a state, whatever the service. */
const stateMembers = ["LifeCycleState", "Lifecycle", "State", "Status", "VaultState", "DeploymentStatus"];

/** The rules of a table whose records have a state; a table with states and no rules is a hole in this file. */
export function stateRules(service: ServiceName, table: string, record: object): StateRules | undefined {
  const known = rules.get(`${service}.${table}`);
  if (known) return known;
  const told = stateMembers.find(member => typeof Reflect.get(record, member) === "string");
  // What waits in the state PENDING for the only thing that can happen to it has no edges.
  if (told === undefined || table === "pendingRestoreTests") return undefined;
  throw new Error(
    `${service}.${table} has the state ${told}, and no edges are documented for it in edges.ts.`,
  );
}
