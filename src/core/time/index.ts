export { Agenda, type DraftAgenda, type DueStep, type ScheduledStep, type TableAddress } from "./agenda";
export { type Alarm, Alarms } from "./alarms";
export {
  Clock,
  type ClockMode,
  type EventCondition,
  type MoveOptions,
  type Passage,
  type Timeline,
  type UntilOptions,
} from "./clock";
export { held, isWork, keptHeld, type Next, nextOf, outcomeOf, type Timed } from "./next";
export type { Outcome } from "./outcome";
export { SystemClock } from "./system-clock";
export { Tally } from "./tally";
export {
  checkedInstant,
  type Duration,
  day,
  type EpochMs,
  epochMs,
  hour,
  type Instant,
  isOneDuration,
  milliseconds,
  minute,
  second,
} from "./time";
