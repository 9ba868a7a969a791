import type { Place } from "../core/basics";
import { checkedInstant, type EpochMs } from "../core/time";
import type { View, World, WorldState } from "../core/world";
import type { ResourceSeed } from "../seeding/resources";
import { seed } from "../seeding/seed";
import { Course } from "./course";

/** What happened in a branch of the world, and the states that it began and ended with. */
export interface Branch {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly start: View;
  readonly end: View;
  readonly course: Course;
}

/** What to run in the branch. */
export interface BranchOrder {
  readonly world: World;
  readonly state: WorldState;
  readonly place: Place;
  /** How far, in milliseconds. */
  readonly length: number;
  /** The resources that only the branch has. */
  readonly resources: readonly ResourceSeed[];
  /** Called now and then with the part that is done, from 0 to 1. */
  readonly progress: ((done: number) => void) | undefined;
}

/** Steps per transaction, as many as a move of the clock takes; fewer where progress is shown. */
const batch = 10_000;
const smallBatch = 1_000;

/** Lets time pass in a branch of the world. The world itself does not move. */
export async function runBranch(order: BranchOrder): Promise<Branch> {
  const { world, state, place, length, resources, progress } = order;
  const course = new Course();
  const branch = world.branch(state, course.watch);
  if (resources.length > 0) seed(branch, place, { resources });
  const start = branch.view();
  const from = branch.now;
  const to = checkedInstant(from + length);
  course.begin(start);
  while (branch.now < to || (branch.nextDue ?? Number.POSITIVE_INFINITY) <= to) {
    branch.pass(to, progress ? smallBatch : batch);
    progress?.(length === 0 ? 1 : (branch.now - from) / length);
    await branch.otherTasks();
  }
  return { from, to, start, end: branch.view(), course };
}
