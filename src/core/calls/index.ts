export {
  type AnsweredBy,
  type Call,
  CallLog,
  callOf,
  type LoggedCall,
  type RecordCalls,
  type SentCommand,
  shown,
} from "./call-log";
export { clockText, dateText, isLongPassage, oneLine, subjectOf } from "./call-text";
export { deepCopy } from "./copy";
export { type Answer, Dispatcher, type IncomingCall } from "./dispatch";
export { answerPage } from "./page-tokens";
export {
  type CalledOperation,
  type Fake,
  StubRule,
  Stubs,
  type Unstubbed,
  type UnusedAnswer,
} from "./stubs";
