import { type OperationModel, readInput } from "../../src/model/index";
import { allOperations, innerShapes, operationNamed } from "../support/model-walk";
import { cpuTime } from "./cpu-time";

const createVault = operationNamed("backup", "CreateBackupVault");
const createPlan = operationNamed("backup", "CreateBackupPlan");

describe("a hostile input", () => {
  test("cannot change a prototype through a map key or a member", () => {
    const tags: unknown = JSON.parse('{"__proto__": "polluted", "constructor": "c"}');
    const { value, violations } = readInput(createVault, { BackupVaultName: "main", BackupVaultTags: tags });
    expect(violations).toEqual([]);
    const { BackupVaultTags: kept } = value;
    expect(Object.getPrototypeOf(kept)).toBe(Object.prototype);
    expect(Object.entries(Object(kept))).toEqual([
      ["__proto__", "polluted"],
      ["constructor", "c"],
    ]);
    const sneaky: unknown = JSON.parse(
      '{"BackupVaultName": "main", "__proto__": {"EncryptionKeyArn": "arn"}}',
    );
    expect(readInput(createVault, sneaky)).toEqual({
      value: { BackupVaultName: "main" },
      violations: [],
      exact: false,
    });
  });

  test("is read from its own enumerable properties only", () => {
    const inherited: unknown = Object.create({ BackupVaultName: "main" });
    expect(readInput(createVault, inherited).violations).toMatchObject([{ kind: "required" }]);
    const hidden = Object.defineProperty({}, "BackupVaultName", { value: "main", enumerable: false });
    expect(readInput(createVault, hidden).violations).toMatchObject([{ kind: "required" }]);
  });

  test("is refused when it has a Map, a Promise, a function or a boxed value", () => {
    for (const BackupVaultTags of [new Map([["a", "b"]]), Promise.resolve({}), () => ({}), [], "tags", 5]) {
      expect(readInput(createVault, { BackupVaultName: "main", BackupVaultTags }).violations).toMatchObject([
        { kind: "type" },
      ]);
    }
    expect(readInput(createVault, { BackupVaultName: Object("main") }).violations).toMatchObject([
      { kind: "type" },
    ]);
  });

  test("does not overflow the stack when it contains itself or is deeply nested", () => {
    const rules: unknown[] = [];
    const cycle: { BackupPlan?: unknown; Rules: unknown } = { Rules: rules };
    cycle.BackupPlan = cycle;
    rules.push(cycle, rules);
    expect(() => readInput(createPlan, cycle)).not.toThrow();
    let deep: unknown = [];
    for (let level = 0; level < 100_000; level++) deep = { BackupPlan: deep, Rules: [deep], Lifecycle: deep };
    expect(readInput(createPlan, deep).violations.length).toBeGreaterThan(0);
  });

  test("cannot stall the check with a long string for a pattern that backtracks", () => {
    const version = `${"0".repeat(100_000)}\n`;
    const input = { FileSystemType: "LUSTRE", SubnetIds: [], FileSystemTypeVersion: version };
    const read = () => readInput(operationNamed("fsx", "CreateFileSystem"), input);
    expect(read().violations).toMatchObject([{ kind: "length" }]);
    expect(cpuTime(read)).toBeLessThan(500);
  });

  test("cannot recurse: no input shape contains itself", () => {
    const containsItself = (shape: OperationModel["input"], around: readonly unknown[] = []): boolean =>
      around.includes(shape) ||
      innerShapes(shape).some(inner => containsItself(Object(inner), [...around, shape]));
    expect(allOperations().filter(({ input }) => containsItself(input))).toEqual([]);
  });
});
