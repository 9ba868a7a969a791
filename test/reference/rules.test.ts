import { existsSync, readFileSync } from "node:fs";
import { efsOperations } from "../../src/services/efs/operations";
import { fsxOperations } from "../../src/services/fsx/operations";
import { inputPaths } from "../support/echoed-input";
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

const services: readonly [name: "efs" | "fsx", operations: object, rules: readonly Rule[]][] = [
  ["efs", efsOperations, efsRules],
  ["fsx", fsxOperations, fsxRules],
];

const fidelity = readFileSync("docs/fidelity.md", "utf8").replaceAll(/\s+/g, " ");

/** Whether the test of a rule, or the words about it, exist. */
const isShown = ({ testedIn, fidelity: words }: Rule): boolean =>
  testedIn === undefined
    ? words !== undefined && fidelity.includes(words)
    : words === undefined && existsSync(testedIn);

describe.each(services)("the rules of the API reference of %s", (service, operations, rules) => {
  test("cover every operation", () => {
    expect([...new Set(rules.map(({ operation }) => operation))]).toEqual(Object.keys(operations));
  });

  test("name members of the input", () => {
    const paths = new Map(
      Object.keys(operations).map(name => [
        name,
        inputPaths(service, name).map(path => path.replaceAll("[]", "")),
      ]),
    );
    const isKnown = ({ operation, member }: Rule): boolean =>
      member === undefined ||
      paths.get(operation)?.some(path => path === member || path.startsWith(`${member}.`)) === true;
    expect(rules.filter(rule => !isKnown(rule))).toEqual([]);
  });

  test("have a test each, or stand in docs/fidelity.md", () => {
    expect(rules.filter(rule => !isShown(rule))).toEqual([]);
  });
});
