import { MockError, mockAws } from "aws-backup-mock";
import { fromTerraformPlan, type TerraformInfrastructure } from "aws-backup-mock/infrastructure";
import fc from "fast-check";
import { atDepth } from "../../support/depth";
import { damaged, placesIn } from "../damage";
import { audit, countedModule, fileServers, fileSystemModule, mappedModule } from "./plans";

const slips: readonly unknown[] = [
  ...[null, 0, -1, 1e9, "", "x", "*", true, false, [], {}, [[]], [null], "constructor", "__proto__"],
  ...["arn:aws:s3:::b", "module.", 'module.a["', "aws_efs_file_system.files.id", "each.value", "var.x"],
  ...[{ references: [] }, { references: [3, "var."] }, { constant_value: { a: 1 } }, { references: "x" }],
];

test("a damaged plan is read or refused with an error that says where", () => {
  const cases = fc.record({
    plan: fc.constantFrom(audit, countedModule, fileServers, fileSystemModule, mappedModule),
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    slip: fc.constantFrom(...slips),
  });
  const property = fc.property(cases, ({ plan, at, slip }) => {
    const document = damaged(plan, Math.floor(at * placesIn(plan)), slip);
    const result = readOrRefuse(Object(document));
    if (typeof result === "string") expect(result).toMatch(/^Cannot read the Terraform plan[ :]/);
    else expect(() => mockAws(result.place).seed(result.fixture)).not.toThrow();
  });
  fc.assert(property, { numRuns: atDepth({ quick: 150, deep: 2_500 }) });
});

function readOrRefuse(document: object): TerraformInfrastructure | string {
  try {
    return fromTerraformPlan(document);
  } catch (error) {
    if (error instanceof MockError) return error.message;
    throw error;
  }
}
