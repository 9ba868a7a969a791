import { MockError, matches, quoted, sentence, suggestion } from "../../../core/basics";
import { isObject, serviceNames } from "../../../model";
import type { ServedPlace } from "../served-mock";
import { control } from "./control";

const mostListed = 1_000;

/** The control that lists the records of one kind, page by page. */
export const recordControls = [
  control({
    path: "records",
    kind: "read",
    what: "list the records",
    about: `The records of a kind, oldest first: the newest that match, up to ${mostListed}. \`from\` is the position of the first, to list those before it.`,
    members: {
      kind: { is: "text", required: true, about: "The kind, as in the state: `backup.recoveryPoints`." },
      match: {
        is: "object",
        about: "What the records must have, as in the state. Default: all of the kind.",
      },
      newest: { is: "count", about: "How many to list. Default: 100." },
      before: { is: "count", about: "Only those before this position among the records that match." },
      countBy: { is: "texts", about: "Members to count all that match by." },
      sum: { is: "text", about: "With `countBy`: the member to add up." },
    },
    run: ({ kind, match, newest = 100, before, countBy, sum }, { at }) => {
      const all = recordsOf(at, kind);
      const matching = match === undefined ? all : all.filter(record => matches(match, record));
      const end = Math.min(before ?? matching.length, matching.length);
      const from = Math.max(end - Math.min(newest, mostListed), 0);
      return {
        kind,
        size: all.length,
        matching: matching.length,
        from,
        records: matching.slice(from, end),
        ...(countBy && { counts: countsOf(matching, countBy, sum) }),
      };
    },
  }),
  control({
    path: "places",
    kind: "show",
    what: "list the places",
    about: "The accounts and Regions that hold something, and the mock's own.",
    members: {},
    run: (_, { aws }) => {
      const { accountId, region, places } = aws.state;
      const names = new Set([`${accountId}/${region}`, ...Object.keys(places)]);
      return [...names].map(name => {
        const [account, place] = name.split("/");
        return { accountId: account, region: place };
      });
    },
  }),
];

function recordsOf({ state }: ServedPlace, kind: string): readonly object[] {
  const kinds = new Map<string, { values(): Iterable<object> }>(
    serviceNames.flatMap(service =>
      Object.entries(state[service]).map(([name, each]) => [`${service}.${name}`, each] as const),
    ),
  );
  const table = kinds.get(kind);
  if (table) return [...table.values()];
  const why = `unknown kind ${quoted(kind)}; ${suggestion(kind, kinds.keys())}`;
  throw new MockError("InvalidOption", sentence(`Cannot list the records: ${why}`));
}

/** How many records have the same values of some members, the largest groups first. */
function countsOf(
  records: readonly object[],
  names: readonly string[],
  sum: string | undefined,
): readonly object[] {
  const groups = new Map<string, { readonly values: object; count: number; sum: number }>();
  for (const record of records) {
    const values = names.map(name => memberOf(record, name));
    const key = JSON.stringify(values);
    let group = groups.get(key);
    if (!group) {
      group = {
        values: Object.fromEntries(names.map((name, index) => [name, values[index]])),
        count: 0,
        sum: 0,
      };
      groups.set(key, group);
    }
    group.count++;
    if (sum !== undefined) group.sum += Number(memberOf(record, sum) ?? 0) || 0;
  }
  return [...groups.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ values, count, sum: total }) => ({ ...values, count, ...(sum !== undefined && { sum: total }) }));
}

const memberOf = (record: object, name: string): unknown =>
  isObject(record) && Object.hasOwn(record, name) ? record[name] : undefined;
