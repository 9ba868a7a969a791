export { type CompareOptions, compare, readRecordFile } from "./evidence/compare";
export { describeDifference } from "./evidence/describe";
export type { Connect, Connection } from "./evidence/in-process";
export { problemsOf, type RecordProblem, readRecords } from "./evidence/read-record";
export type {
  AdvanceStep,
  CallStep,
  Confidence,
  EvidenceAnswer,
  EvidenceCall,
  EvidenceFailure,
  EvidenceOptions,
  EvidencePlace,
  EvidenceRecord,
  EvidenceRefusal,
  EvidenceService,
  EvidenceStep,
  EvidenceSuccess,
  Expected,
  ExpectedError,
  ExpectedPattern,
  ExpectedText,
  Json,
  Save,
  SettleStep,
} from "./evidence/record";
export type { RecordOptions } from "./evidence/recording/options";
export { type Recording, record } from "./evidence/recording/record";
export type { Difference } from "./evidence/replay";
