import { callAsJson, placeAsJson } from "../json-views";
import { control } from "./control";

const newest = { is: "count", about: "How many of the newest to list. Default: all that are kept." } as const;

/** The newest items of a list, oldest first. */
const newestOf = <T>(items: readonly T[], count: number | undefined): readonly T[] =>
  count === undefined ? items : items.slice(Math.max(items.length - count, 0));

/** The controls that show what exists and what happened. */
export const historyControls = [
  control({
    path: "state",
    kind: "show",
    what: "show the state",
    about: "The state, as lists of records by service; instants in epoch milliseconds.",
    members: {},
    run: (_, { at }) => placeAsJson(at),
  }),
  control({
    path: "calls",
    kind: "read",
    what: "list the calls",
    about: "The calls so far, oldest first.",
    members: {
      service: { is: "text", about: "Only those of this service: `backup`, `efs` or `fsx`." },
      operation: { is: "text", about: "Only those of this operation: `StartBackupJob`." },
      newest,
    },
    run: ({ service, operation, newest: count }, { aws }) => {
      const calls = aws
        .calls()
        .filter(call => service === undefined || call.service === service)
        .filter(call => operation === undefined || call.operation === operation);
      return newestOf(calls, count).map(callAsJson);
    },
  }),
  control({
    path: "events",
    kind: "read",
    what: "list the events",
    about: "The newest EventBridge events, oldest first.",
    members: {
      detailType: { is: "text", about: "Only those of this `detail-type`: `Backup Job State Change`." },
      newest,
    },
    run: ({ detailType, newest: count }, { aws }) =>
      newestOf(aws.events(detailType === undefined ? {} : { "detail-type": detailType }), count),
  }),
  control({
    path: "explain",
    kind: "read",
    what: "explain a plan",
    about: "Says rule by rule what a backup plan will do, what it can never do in this account, and why.",
    members: { backupPlanId: { is: "text", required: true, about: "The id or ARN of the plan." } },
    run: ({ backupPlanId }, { at }) => at.explain(backupPlanId),
  }),
];
