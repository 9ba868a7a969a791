import { MockError } from "../../../core/basics";
import type { ServedMock, ServedOutcome } from "../served-mock";
import { type ControlContext, control } from "./control";
import type { BodyOf, Members } from "./members";
import { setStub } from "./stub";

/** How the next work ends. */
const outcome = {
  fails: { is: "text", about: "It fails with this message." },
  state: { is: "text", about: "With `fails`: the state in which it fails. Default: the usual one." },
  takes: { is: "duration", about: "How long it takes." },
  transfers: { is: "count", about: "How many bytes the job transfers." },
} as const satisfies Members;

const endings = ["fails", "takes", "transfers"] as const;

const record = { is: "text", required: true, about: "The id or ARN of a resource or job." } as const;

/** The controls of what goes wrong. */
export const faultControls = [
  control({
    path: "next",
    kind: "change",
    what: "set the next outcome",
    about: "Sets how the next work on a record of a kind ends, or how long it takes.",
    members: {
      kind: { is: "text", required: true, about: "The kind of record, as in the state: `efs.mountTargets`." },
      match: { is: "object", about: "What the record must have. Default: any record of the kind." },
      ...outcome,
    },
    someOf: endings,
    run: (body, { aws, at }) => setOutcome(aws, body, () => at.next(body.kind, body.match)),
  }),
  control({
    path: "nextJob",
    kind: "change",
    what: "set the outcome of the next job",
    about: "Sets how the next job of AWS Backup that matches ends, or how long it takes.",
    members: {
      type: {
        is: "text",
        about: "`backup`, `copy`, `restore`, `scan` or `index`, or a type of resource such as `EFS`.",
      },
      resourceArn: { is: "text", about: "The ARN of the resource that is backed up." },
      backupVaultName: {
        is: "text",
        about: "The vault that the job writes to; of a restore, that it reads from.",
      },
      ...outcome,
    },
    someOf: endings,
    run: ({ type, resourceArn, backupVaultName, ...how }, { aws, at }) =>
      setOutcome(aws, how, () => at.nextJob({ type, resourceArn, backupVaultName })),
  }),
  control({
    path: "hold",
    kind: "change",
    what: "hold",
    about: "Keeps a resource or job in its state until it is released.",
    members: { id: record },
    run: ({ id }, { aws }) => {
      aws.hold(id);
      return {};
    },
  }),
  control({
    path: "release",
    kind: "change",
    what: "release",
    about: "Ends a hold; what came due meanwhile happens now.",
    members: { id: record },
    run: ({ id }, { aws }) => {
      aws.release(id);
      return {};
    },
  }),
  control({
    path: "stub",
    kind: "change",
    what: "stub",
    about: "Answers the calls of an operation, or those whose input matches, with an output or an error.",
    members: {
      operation: { is: "text", required: true, about: "The operation: `StartBackupJob`." },
      service: {
        is: "text",
        about: "`backup`, `efs` or `fsx`. Needed if several have an operation of this name.",
      },
      input: { is: "object", about: "Part of the input of the calls to answer. Default: all calls." },
      resolves: {
        is: "object",
        about: "The output, as the service would send it; dates as epoch seconds or ISO 8601.",
      },
      rejects: {
        is: "textOrObject",
        about:
          "The error: its name, or an object with `name`, `message` and the further members of the error.",
      },
      once: { is: "flag", about: "`true`: answers the next call only. Default: every call." },
      delays: { is: "duration", about: "How long the answer takes, on the mock's clock." },
    },
    oneOf: ["resolves", "rejects"],
    run: (body, { aws }) => {
      setStub(aws, body);
      return {};
    },
  }),
  control({
    path: "pending",
    kind: "show",
    what: "list what is pending",
    about:
      "The outcomes, stubs for one call and delays that nothing has used, each with what missed it most closely.",
    members: {},
    run: (_, { aws }: ControlContext) => aws.pending(),
  }),
];

/** Sets all parts of an outcome, or none of them. */
function setOutcome(
  aws: ServedMock,
  { fails, state, takes, transfers }: BodyOf<typeof outcome>,
  next: () => ServedOutcome,
): object {
  if (state !== undefined && fails === undefined) {
    throw new MockError(
      "InvalidOption",
      "Cannot set the next outcome: only what fails ends in a state; give fails.",
    );
  }
  const before = aws.snapshot();
  try {
    const set = next();
    if (fails !== undefined) set.fails?.(fails, { ...(state !== undefined && { state }) });
    if (takes !== undefined) set.takes?.(takes);
    if (transfers !== undefined) set.transfers?.(transfers);
    return {};
  } catch (refusal) {
    aws.rollback(before);
    throw refusal;
  }
}
