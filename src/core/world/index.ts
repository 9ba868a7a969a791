export { type Account, type AccountView, accountOf, viewOf } from "./account";
export type { BusEvent, EventDetail, EventLog } from "./events";
export { hold, release } from "./holding";
export type { EventListener, Invocation, ListenerScope } from "./listeners";
export {
  type Handler,
  type OperationName,
  type OperationTable,
  type OutputOf,
  operationsOf,
} from "./operation";
export { runOperation } from "./run-operation";
export { type AnyService, type DurationOf, type DurationSetting, defineService } from "./service";
export type { ServiceRef, Shape } from "./shape";
export { readSnapshot, Snapshot, type SnapshotDocument } from "./snapshot";
export type { PlaceState, WorldState } from "./state";
export type { Stored } from "./stored";
export { Transaction } from "./transaction";
export { View } from "./view";
export { World } from "./world";
export type { WorldContext } from "./world-context";
