import { readFixture } from "../control-input";
import { control } from "./control";
import { applyMergePatch } from "./merge-patch";

const name = { is: "text", required: true, about: "The name of the snapshot." } as const;

/** The controls that make, change and compare worlds. */
export const worldControls = [
  control({
    path: "reset",
    kind: "change",
    what: "reset",
    about: "Returns to the start of the mock; with `serve --seed`, to the seeded world.",
    members: {},
    run: (_, { aws }) => {
      aws.reset();
      return {};
    },
  }),
  control({
    path: "seed",
    kind: "change",
    what: "seed",
    about: "Seeds a fixture completely, or nothing. Returns what was made, with ids and ARNs.",
    members: {},
    document: "fixture",
    run: (_, { at, content }) => at.seed(readFixture(content)),
  }),
  control({
    path: "snapshot",
    kind: "change",
    what: "take a snapshot",
    about: "Keeps the present world under a name, to return to or to compare with.",
    members: { name },
    run: (body, { aws, snapshots }) => {
      snapshots.keep(body.name, aws.snapshot());
      return { name: body.name, now: new Date(aws.state.now) };
    },
  }),
  control({
    path: "snapshots",
    kind: "show",
    what: "list the snapshots",
    about: "The names of the snapshots, oldest first.",
    members: {},
    run: (_, { snapshots }) => snapshots.names,
  }),
  control({
    path: "rollback",
    kind: "change",
    what: "roll back",
    about: "Returns to a snapshot, with everything that was pending then. Recorded calls stay.",
    members: { name },
    run: (body, { aws, snapshots }) => {
      aws.rollback(snapshots.named(body.name));
      return { now: new Date(aws.state.now) };
    },
  }),
  control({
    path: "changes",
    kind: "read",
    what: "list the changes",
    about: "What was added, changed and removed since a snapshot, by service and table.",
    members: { since: { ...name, about: "The name of the snapshot to compare with." } },
    run: ({ since }, { at, snapshots }) => at.changes(snapshots.named(since)),
  }),
  control({
    path: "edit",
    kind: "change",
    what: "edit",
    about:
      "Changes a record into a state that a client cannot cause. The patch is a JSON Merge Patch (RFC 7396): null removes a member, lists are replaced as a whole. Instants are epoch milliseconds, as in `/_mock/state`.",
    members: {
      kind: { is: "text", required: true, about: "The kind of record, as in the state: `fsx.fileSystems`." },
      key: { is: "text", required: true, about: "The record: its key, or its ARN." },
      patch: { is: "object", required: true, about: "The members to change." },
    },
    run: ({ kind, key, patch }, { at }) => {
      at.edit(kind, key, draft => applyMergePatch(draft, patch));
      return {};
    },
  }),
];
