import { type Fixture, MockError, mockAws } from "aws-backup-mock";
import { fromCloudFormation } from "aws-backup-mock/infrastructure";
import fc from "fast-check";
import { readTemplate } from "../../../src/infrastructure/cloudformation/read-template";
import { atDepth } from "../../support/depth";
import { damaged, placesIn } from "../damage";
import { templateNamed } from "./templates";

/** What a slip of the keyboard, or of a program, puts in the place of a value. */
const slips: readonly unknown[] = [
  ...[null, 0, -1, "", "x", true, [], {}, [[]], "constructor", "{{resolve:ssm:x}}"],
  ...[{ Ref: "Nope" }, { Ref: 3 }, { Ref: "AWS::NoValue" }, { Condition: "x" }, { "Fn::Sup": 1 }],
  ...[{ "Fn::GetAtt": [] }, { "Fn::If": [] }, { "Fn::If": ["x", 1, 2] }, { "Fn::Join": [] }],
  ...[{ "Fn::Sub": [] }, { "Fn::Sub": "${" }, { "Fn::Sub": "${A.B}${}" }, { "Fn::Select": [null, null] }],
  ...[{ "Fn::Split": [1, 2] }, { "Fn::Cidr": ["x", 1] }, { "Fn::FindInMap": [1, 2, 3] }],
  ...[{ "Fn::ImportValue": {} }, { "Fn::ForEach::x": null }, { "Fn::Transform": 3 }, { "Fn::Base64": null }],
  ...[{ "Fn::GetAZs": [] }, { "Fn::Length": null }, { "Fn::ToJsonString": null }, { "Fn::Equals": 1 }],
];

const templates = [
  "audit.yaml",
  "cdk-shop.json",
  "file-servers.yaml",
  "parameters-and-conditions.yaml",
  "serverless.yaml",
  "tagged-resources.yaml",
].map(name => readTemplate(templateNamed(name)));

const parameters: Readonly<Record<string, string>> = {
  Stage: "prod",
  SubnetA: "subnet-aaaaaaaa",
  SubnetB: "subnet-bbbbbbbb",
};

/** The options that a template has parameters for. */
const optionsFor = ({ Parameters }: Readonly<Record<string, unknown>>) => ({
  parameters: Object.fromEntries(Object.entries(parameters).filter(([name]) => name in Object(Parameters))),
});

test("a damaged template is read or refused with an error that says where", () => {
  const cases = fc.record({
    template: fc.constantFrom(...templates),
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    slip: fc.constantFrom(...slips),
  });
  const property = fc.property(cases, ({ template, at, slip }) => {
    const document = damaged(template, Math.floor(at * placesIn(template)), slip);
    const result = readOrRefuse(Object(document), optionsFor(template));
    if (typeof result === "string") expect(result).toMatch(/^Cannot read the template[ :]/);
    else expect(() => mockAws().seed(result)).not.toThrow();
  });
  fc.assert(property, { numRuns: atDepth({ quick: 150, deep: 2_500 }) });
});

function readOrRefuse(document: object, options: ReturnType<typeof optionsFor>): Fixture | string {
  try {
    return fromCloudFormation(document, options).fixture;
  } catch (error) {
    if (error instanceof MockError) return error.message;
    throw error;
  }
}
