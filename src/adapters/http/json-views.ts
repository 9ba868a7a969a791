import type { Call } from "../../core/calls";
import { serviceNames } from "../../model";
import type { ServedPlace } from "./served-mock";

/** The tables of a place as lists of records, in the order of creation. */
export function placeAsJson({ state }: ServedPlace): object {
  const { accountId, region, now } = state;
  const services = serviceNames.map(service => {
    const tables = Object.entries(state[service]).map(([name, table]) => [name, [...table.values()]]);
    return [service, Object.fromEntries(tables)];
  });
  return { accountId, region, now: new Date(now), ...Object.fromEntries(services) };
}

/** A call whose error is a plain object: JSON leaves out the name and message of an `Error`. */
export function callAsJson({ error, ...call }: Call): object {
  if (!error) return call;
  return { ...call, error: { ...error, name: error.name, message: error.message } };
}
