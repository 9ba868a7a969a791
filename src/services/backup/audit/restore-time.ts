import type { ResourceJudging } from "./resource-judging";

export const meetsRestoreTime: ResourceJudging = () => () => undefined;
