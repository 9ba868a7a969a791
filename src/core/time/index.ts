export { Agenda, type DraftAgenda, type ScheduledStep, type TableAddress } from "./agenda";
export { Clock, type ClockMode, type Passage, type Timeline } from "./clock";
export { held, keptHeld, type Next, nextOf, type Timed } from "./next";
export { SystemClock } from "./system-clock";
export { Tally } from "./tally";
export {
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
export { Waiters } from "./waiters";
