import { eventTypeProblem, MockError, matches, quoted, sentence, suggestion } from "../core/basics";
import type { BusEvent, World } from "../core/world";
import type { PartialInput } from "./stub-types";

/** Any part of an event: `{ "detail-type": "Backup Job State Change", detail: { state: "FAILED" } }`. */
export type EventFilter = PartialInput<BusEvent>;

const members: { readonly [Name in keyof BusEvent]: true } = {
  version: true,
  id: true,
  "detail-type": true,
  source: true,
  account: true,
  time: true,
  region: true,
  resources: true,
  detail: true,
};

/** The events that have at least what a filter says, oldest first. Refuses a filter that no event can pass. */
export function filteredEvents(world: World, filter: EventFilter = {}): readonly BusEvent[] {
  const unknown = Object.keys(filter).find(name => !Object.hasOwn(members, name));
  const problem =
    unknown === undefined
      ? eventTypeProblem(filter["detail-type"], world.eventTypes)
      : `events have no member ${quoted(unknown)}; ${suggestion(unknown, Object.keys(members))}`;
  if (problem !== undefined) {
    throw new MockError("InvalidOption", sentence(`Cannot filter the events: ${problem}`));
  }
  return [...world.state.events].filter(event => matches(filter, event));
}
