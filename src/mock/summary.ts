import { type Place, placeOfKey, samePlace } from "../core/basics";
import type { CallLog } from "../core/calls";
import type { PlaceState, World } from "../core/world";

/** A mock in a few lines for `console.log`: where and when it is, and how much it holds in each place. */
export function summaryOf(name: string, world: World, calls: CallLog, at: Place): string {
  const { places, now, events, inFlight } = world.state;
  const lines = Object.entries(places).map(([key, state]) => {
    const isOwn = samePlace(placeOfKey(key), at);
    return { isOwn, lines: contentOf(state).map(line => (isOwn ? line : `${line} (in ${key})`)) };
  });
  return [
    `${name} (account ${at.accountId}, ${at.region}, ${new Date(now).toISOString()})`,
    ...lines.filter(({ isOwn }) => isOwn).flatMap(own => own.lines),
    ...lines.filter(({ isOwn }) => !isOwn).flatMap(other => other.lines),
    `  ${calls.all().length} calls, ${events.count} events, ${inFlight} in flight`,
  ].join("\n");
}

/** `  backup: 2 vaults, 35 recoveryPoints`, with the names of `aws.state`. */
const contentOf = (place: PlaceState): readonly string[] =>
  Object.entries(place).flatMap(([service, tables]) => {
    const sizes = Object.entries(tables).flatMap(([table, { size }]) =>
      size > 0 ? [`${size} ${table}`] : [],
    );
    return sizes.length > 0 ? [`  ${service}: ${sizes.join(", ")}`] : [];
  });
