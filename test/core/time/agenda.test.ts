import { Agenda, hour, minute } from "../../../src/core/time";

const jobs = { place: "123456789012/us-east-1", service: "backup", table: "backupJobs" } as const;

/** An agenda with steps at these instants, numbered in the order given. */
function agendaWith(...instants: readonly number[]) {
  const draft = Agenda.empty.draft();
  const table = draft.numberOf(jobs);
  for (const [index, at] of instants.entries()) draft.add({ at, order: index + 1 }, table, index + 1);
  return draft.sealed();
}

/** A draft in a pass until an instant, with its first step taken, which is the pass's "now". */
function inPassUntil(until: number, agenda: Agenda) {
  const draft = agenda.draft();
  const first = draft.due(until);
  if (first) draft.remove({ at: first.at, order: first.sequence });
  const table = draft.numberOf(jobs);
  const add = (at: number, order: number) => {
    const when = { at, order };
    draft.add(when, table, order);
    return when;
  };
  /** Takes all steps that are due, and returns their numbers. */
  const rest = () => {
    const taken: number[] = [];
    for (let step = draft.due(until); step; step = draft.due(until)) {
      taken.push(step.sequence);
      draft.remove({ at: step.at, order: step.sequence });
    }
    return taken;
  };
  return { draft, add, rest };
}

const numbers = (agenda: Agenda) => [...agenda.entries()].map(([, { sequence }]) => sequence);

test("steps scheduled during a pass are taken in their order among those planned before", () => {
  const { add, rest } = inPassUntil(10 * hour, agendaWith(0, 20 * minute, 5 * hour));
  add(30 * minute, 4);
  add(10 * minute, 5);
  add(5 * hour, 6);
  add(6 * hour, 7);
  expect(rest()).toEqual([5, 2, 4, 3, 6, 7]);
});

test("at one instant, the step that was scheduled first comes first", () => {
  const { add, rest } = inPassUntil(hour, agendaWith(0, minute));
  add(minute, 3);
  add(minute, 4);
  expect(rest()).toEqual([2, 3, 4]);
});

test("a step that is removed before it is due is not taken", () => {
  const { draft, add, rest } = inPassUntil(hour, agendaWith(0, 40 * minute));
  const removed = [add(10 * minute, 3), add(20 * minute, 4), add(30 * minute, 5)];
  for (const when of removed.slice(1)) draft.remove(when);
  draft.remove({ at: 40 * minute, order: 2 });
  expect(rest()).toEqual([3]);
});

test("what a pass leaves is on the agenda after it, without the removed", () => {
  const { draft, add } = inPassUntil(hour, agendaWith(0, 2 * hour));
  add(10 * minute, 3);
  draft.remove(add(20 * minute, 4));
  add(3 * hour, 5);
  const agenda = draft.sealed();
  expect(numbers(agenda)).toEqual([3, 2, 5]);
  expect(agenda.first).toBe(10 * minute);
});

test("a pass takes many steps in order", () => {
  const { add, rest } = inPassUntil(hour, agendaWith(0));
  // 37 and 1,000 have no common divisor, so this is a shuffle of 1 to 999.
  for (let index = 1; index < 1000; index++) add((index * 37) % 1000, index + 1);
  const taken = rest();
  const instants = taken.map(order => ((order - 1) * 37) % 1000);
  expect(instants).toEqual(Array.from({ length: 999 }, (_, index) => index + 1));
});
