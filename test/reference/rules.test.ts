import { existsSync, readFileSync } from "node:fs";
import { efsOperations } from "../../src/services/efs/operations";
import { fsxOperations } from "../../src/services/fsx/operations";
import efsRules from "./efs.json";
import fsxRules from "./fsx.json";

/** A rule that the API reference states and the constraints of the API's model do not hold. */
interface Rule {
  readonly operation: string;
  /** Left out if the rule concerns the operation as a whole. */
  readonly member?: string;
  readonly rule: string;
  /** The file with a test of the rule. */
  readonly testedIn?: string;
  /** Where docs/fidelity.md tells of a difference: words from there. */
  readonly fidelity?: string;
}

const services: readonly [name: string, operations: object, rules: readonly Rule[]][] = [
  ["efs", efsOperations, efsRules],
  ["fsx", fsxOperations, fsxRules],
];

const fidelity = readFileSync("docs/fidelity.md", "utf8").replaceAll(/\s+/g, " ");

/** Whether the evidence of a rule exists. */
const isShown = ({ testedIn, fidelity: words }: Rule): boolean =>
  testedIn === undefined
    ? words !== undefined && fidelity.includes(words)
    : words === undefined && existsSync(testedIn);

test.each(services)("%s: every operation is covered, in order", (_service, operations, rules) => {
  expect([...new Set(rules.map(({ operation }) => operation))]).toEqual(Object.keys(operations));
});

test.each(services)(
  "%s: every rule has a test or stands in docs/fidelity.md",
  (_service, _operations, rules) => {
    expect(rules.filter(rule => !isShown(rule))).toEqual([]);
  },
);
