import type { Call, Job, PointCount, Problem, Rule } from "./api";
import { Empty, Panel, State } from "./parts";
import { bytes, count, counted, nameOf, recordName, relative, shortTime, stepName } from "./texts";
import type { World } from "./world";

interface Shown {
  readonly world: World;
}

/** The counts of one vault: all points, those in cold storage, and their size. */
export function totalsOf(counts: readonly PointCount[]): { count: number; cold: number; size: number } {
  return {
    count: counts.reduce((total, each) => total + each.count, 0),
    cold: counts.reduce((total, each) => total + (each.StorageClass === "COLD" ? each.count : 0), 0),
    size: counts.reduce((total, each) => total + each.sum, 0),
  };
}

export function Vaults({
  world,
  chosen,
  choose,
}: Shown & { chosen: string | undefined; choose: (vault: string | undefined) => void }) {
  const { vaults, points } = world;
  return (
    <Panel id="vaults" title="Vaults" note={counted(vaults.size, "vault")}>
      {vaults.size === 0 ? (
        <Empty>There is no vault here yet.</Empty>
      ) : (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col" class="number">
                  Points
                </th>
                <th scope="col" class="number">
                  Cold
                </th>
                <th scope="col" class="number">
                  Size
                </th>
              </tr>
            </thead>
            <tbody>
              {vaults.records.map(
                ({ BackupVaultName: name, VaultType, Locked, MinRetentionDays, MaxRetentionDays }) => {
                  const total = totalsOf((points.counts ?? []).filter(each => each.BackupVaultName === name));
                  return (
                    <tr key={name}>
                      <td>
                        <button
                          type="button"
                          class="link"
                          aria-pressed={chosen === name}
                          title="Show its points only"
                          onClick={() => choose(chosen === name ? undefined : name)}
                        >
                          {name}
                        </button>
                        {VaultType !== "BACKUP_VAULT" && (
                          <span class="badge">
                            {recordName(VaultType.toLowerCase().replaceAll("_", " "))}
                          </span>
                        )}
                        {Locked && (
                          <span class="badge">{`locked, ${MinRetentionDays ?? 1} to ${MaxRetentionDays ?? "∞"} d`}</span>
                        )}
                      </td>
                      <td class="number">{count(total.count)}</td>
                      <td class="number">{count(total.cold)}</td>
                      <td class="number">{bytes(total.size)}</td>
                    </tr>
                  );
                },
              )}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

const jobsShown = 14;

export function Jobs({ world }: Shown) {
  const { backupJobs, copyJobs, restoreJobs, now } = world;
  const all = [
    ...backupJobs.records.map(job => ({ kind: "backup", job })),
    ...copyJobs.records.map(job => ({ kind: "copy", job })),
    ...restoreJobs.records.map(job => ({ kind: "restore", job })),
  ].sort((a, b) => b.job.CreationDate - a.job.CreationDate);
  const size = backupJobs.size + copyJobs.size + restoreJobs.size;
  return (
    <Panel
      id="jobs"
      title="Jobs"
      note={size > jobsShown ? `the newest of ${count(size)}` : counted(size, "job")}
    >
      {size === 0 ? (
        <Empty>No job has begun yet.</Empty>
      ) : (
        <ul class="rows">
          {all.slice(0, jobsShown).map(({ kind, job }) => (
            <JobRow key={idOf(job)} kind={kind} job={job} now={now} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

const idOf = ({ BackupJobId, CopyJobId, RestoreJobId }: Job): string =>
  BackupJobId ?? CopyJobId ?? RestoreJobId ?? "";

function JobRow({ kind, job, now }: { kind: string; job: Job; now: number }) {
  const { ResourceArn, SourceResourceArn, BackupVaultName, DestinationBackupVaultArn, StatusMessage } = job;
  const vault = BackupVaultName ?? (DestinationBackupVaultArn && nameOf(DestinationBackupVaultArn));
  return (
    <li>
      <div class="row">
        <State>{job.State ?? job.Status ?? ""}</State>
        <span class="what" title={idOf(job)}>
          {`${kind} of ${nameOf(ResourceArn ?? SourceResourceArn ?? job.ResourceType ?? "")}`}
          {vault && <span class="quiet">{` → ${vault}`}</span>}
        </span>
        <span class="when" title={relative(job.CreationDate, now)}>
          {shortTime(job.CreationDate)}
        </span>
      </div>
      {StatusMessage && <div class="message">{StatusMessage}</div>}
    </li>
  );
}

const ProblemList = ({ problems }: { readonly problems: readonly Problem[] }) => (
  <ul class="problems">
    {problems.map(({ code, message }) => (
      <li key={code + message}>
        <span aria-hidden="true">⚠</span> {message}
      </li>
    ))}
  </ul>
);

export function Plans({ world }: Shown) {
  const { plans, planCount, now } = world;
  const note =
    planCount > plans.length
      ? `the newest ${plans.length} of ${count(planCount)}`
      : counted(planCount, "plan");
  return (
    <Panel id="plans" title="Plans" note={note}>
      {plans.length === 0 && <Empty>There is no backup plan here yet.</Empty>}
      {plans.map(({ backupPlanId, backupPlanName, rules, problems }) => (
        <article key={backupPlanId} class="plan">
          <h3 title={backupPlanId}>{backupPlanName}</h3>
          <ProblemList problems={problems} />
          {rules.map(rule => (
            <RuleOf key={rule.ruleName} rule={rule} now={now} />
          ))}
        </article>
      ))}
    </Panel>
  );
}

function RuleOf({ rule, now }: { rule: Rule; now: number }) {
  const kept = [
    ...(rule.moveToColdStorageAfterDays === undefined
      ? []
      : [`cold after ${rule.moveToColdStorageAfterDays} d`]),
    rule.deleteAfterDays === undefined ? "kept for good" : `kept ${rule.deleteAfterDays} d`,
  ].join(", ");
  const [first, ...others] = rule.nextRuns;
  return (
    <div class="rule">
      <div class="row">
        <strong>{rule.ruleName}</strong>
        <code>{rule.schedule}</code>
        <span class="quiet">{`→ ${rule.targetBackupVaultName}, ${kept}, ${counted(rule.resources.length, "resource")}`}</span>
      </div>
      <div class="runs">
        {first === undefined ? (
          "No run will make a backup."
        ) : (
          <>
            {"Next "}
            <time dateTime={first} title={shortTime(first)}>
              {relative(Date.parse(first), now)}
            </time>
            {[first, ...others].map(run => (
              <span key={run} class="chip">
                {shortTime(run)}
              </span>
            ))}
          </>
        )}
      </div>
      <ProblemList problems={rule.problems} />
    </div>
  );
}

export function FileSystems({ world: { efs, fsx } }: Shown) {
  const all = [
    ...efs.records.map(each => ({
      id: each.FileSystemId,
      name: each.Name,
      type: "EFS",
      state: each.LifeCycleState,
      size: bytes(each.SizeInBytes?.Value ?? 0),
    })),
    ...fsx.records.map(each => ({
      id: each.FileSystemId,
      name: undefined,
      type: `FSx for ${each.FileSystemType}`,
      state: each.Lifecycle,
      size: bytes((each.StorageCapacity ?? 0) * 1024 ** 3),
    })),
  ];
  return (
    <Panel id="file-systems" title="File systems" note={counted(efs.size + fsx.size, "file system")}>
      {all.length === 0 ? (
        <Empty>There is no file system here yet.</Empty>
      ) : (
        <ul class="rows">
          {all.map(({ id, name, type, state, size }) => (
            <li key={id} class="row">
              <State>{state}</State>
              <span class="what">
                {name ?? id}
                <span class="quiet">{name === undefined ? ` ${type}` : ` ${id} · ${type}`}</span>
              </span>
              <span class="when">{size}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export function Coming({ world: { agenda, now } }: Shown) {
  return (
    <Panel id="coming" title="What comes next" note={counted(agenda.size, "change")}>
      {agenda.steps.length === 0 ? (
        <Empty>Nothing will happen by itself.</Empty>
      ) : (
        <ol class="rows">
          {agenda.steps.map(({ at, place, table, key, step }) => (
            <li key={`${place} ${table} ${key} ${step}`} class="row">
              <time class="due" dateTime={new Date(at).toISOString()} title={shortTime(at)}>
                {relative(at, now)}
              </time>
              <span class="what" title={`${key} in ${place}`}>
                {stepName(step)} <span class="quiet">{`${recordName(table)} ${nameOf(key)}`}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

export function Calls({ world: { calls } }: Shown) {
  return (
    <Panel id="calls" title="Calls" note="newest first">
      {calls.length === 0 ? (
        <Empty>No call has been made yet. Point a client at this address.</Empty>
      ) : (
        <ul class="rows calls">
          {calls.map((call, index) => (
            <CallRow key={`${calls.length - index} ${call.time} ${call.operation}`} call={call} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function CallRow({ call }: { readonly call: Call }) {
  const { time, service, operation, error, answeredBy, input, output } = call;
  return (
    <li>
      <details>
        <summary class="row">
          <span class={error ? "state bad" : "state good"}>
            <span aria-hidden="true">{error ? "✕" : "✓"}</span> {error ? error.name : "ok"}
          </span>
          <span class="what">
            {operation} <span class="quiet">{service}</span>
            {answeredBy !== "model" && <span class="badge">{answeredBy}</span>}
          </span>
          <span class="when">{shortTime(time)}</span>
        </summary>
        {error && <div class="message">{error.message}</div>}
        <pre>{JSON.stringify(error ? { input } : { input, output }, undefined, 2)}</pre>
      </details>
    </li>
  );
}
