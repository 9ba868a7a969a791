import type { Call } from "../../core/calls";
import { serviceNames } from "../../model";
import type { ServedPlace } from "./served-mock";

/** What there is in a place, as plain lists of records in the order of their creation. */
export function shownPlace({ state }: ServedPlace): object {
  const { accountId, region, now } = state;
  const services = serviceNames.map(service => {
    const tables = Object.entries(state[service]).map(([name, table]) => [name, [...table.values()]]);
    return [service, Object.fromEntries(tables)];
  });
  return { accountId, region, now: new Date(now), ...Object.fromEntries(services) };
}

/** A call with its error, which JSON would leave out, as its facts. */
export function shownCall({ error, ...call }: Call): object {
  if (!error) return call;
  return { ...call, error: { ...error, name: error.name, message: error.message } };
}
