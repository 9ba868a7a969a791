export { type Account, type AccountView, accountOf, viewOf } from "./account";
export { type EditTarget, edit } from "./editing";
export type { BusEvent, EventDetail, EventLog } from "./events";
export { hold, release } from "./holding";
export { type AnyKind, type Description, type Failure, type Kind, type Kinds, stateOf } from "./kind";
export type { EventListener, Invocation, Runtime } from "./listeners";
export { matchProblem } from "./match-check";
export {
  type Handler,
  type OperationName,
  type OperationTable,
  type OutputOf,
  operationsOf,
} from "./operation";
export type { OutcomeTarget, PendingOutcome, SetOutcome } from "./pending-outcomes";
export { runOperation } from "./run-operation";
export { type AnyService, type DurationOf, type DurationSetting, defineService } from "./service";
export type { ServiceRef, Shape } from "./shape";
export { readSnapshot, Snapshot, type SnapshotDocument } from "./snapshot";
export type { PlaceState, WorldState } from "./state";
export type { Stored } from "./stored";
export { Transaction } from "./transaction";
export { View } from "./view";
export { type Watch, type Watchers, watchOf } from "./watching";
export { World } from "./world";
export type { WorldContext } from "./world-context";
