import { defaultPlace, MockError, quoted, readPlace } from "../../core/basics";
import { isObject, type Members } from "../../seeding/members";
import { Assumptions } from "../assumptions";
import type { Wording } from "../entry";
import { refuseUnknownOptions } from "../options";
import { withoutOrphans } from "../orphans";
import type { Infrastructure } from "../result";
import { WorldBuilder } from "../world-builder";
import { collect } from "./collect";
import { macrosOf } from "./macros";
import { type ParameterValue, readParameters } from "./parameters";
import { readTemplate } from "./read-template";
import { Stack } from "./stack";

/** How a template is deployed. */
export interface CloudFormationOptions {
  /** The values of parameters, by name. Default: the defaults in the template. Those of AWS Systems Manager are the values, not the names under which it keeps them. */
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
  /** The values that other stacks export, by the name of the export. Default: made-up ones. */
  readonly imports?: Readonly<Record<string, string>>;
  /** The Region of the stack: that of the mock to seed. Default: `us-east-1`. */
  readonly region?: string;
  /** The account of the stack: that of the mock to seed. Default: `123456789012`. */
  readonly accountId?: string;
  /** The name of the stack, with which generated names begin. Default: `stack`. */
  readonly stackName?: string;
}

const optionNames: { readonly [Name in keyof Required<CloudFormationOptions>]: true } = {
  parameters: true,
  imports: true,
  region: true,
  accountId: true,
  stackName: true,
};

function readOptions(options: CloudFormationOptions) {
  refuseUnknownOptions("read the template", options, optionNames);
  const { parameters = {}, imports = {}, stackName = "stack" } = options;
  const { region = defaultPlace.region, accountId = defaultPlace.accountId } = readPlace({
    region: options.region,
    accountId: options.accountId,
  });
  return { parameters, imports, stackName, place: { region, accountId } };
}

/**
 * Reads a CloudFormation template: an object, such as CDK's `Template.fromStack(stack).toJSON()`, or text in JSON or
 * YAML with short forms. The fixture has the resources of AWS Backup, Amazon EFS and Amazon FSx, and with ARN and tags
 * those of other services that AWS Backup protects. What only a deployment knows has a made-up value in the right form,
 * the same each time.
 *
 * Throws a {@link MockError} with the code `InvalidInfrastructure` for what is not a template, and for a template that
 * AWS would refuse: one error lists every problem by logical id. Throws one with `InvalidOption` for a wrong option.
 *
 * @example
 * const { fixture, skipped } = fromCloudFormation(readFileSync("backup.yaml", "utf8"), { parameters: { Stage: "prod" } });
 * aws.seed(fixture);
 */
export function fromCloudFormation(
  template: object | string,
  options: CloudFormationOptions = {},
): Infrastructure {
  const { parameters, imports, stackName, place } = readOptions(options);
  const document = readTemplate(template);
  const builder = new WorldBuilder("the template", place);
  const values = readParameters(document["Parameters"], parameters, place, builder.problems);
  const stack = new Stack(document, { place, stackName, imports, parameters: values }, builder);
  for (const macro of macrosOf(document)) {
    builder.warn("Transform", `the macro ${macro} does not run; what it would add is missing`);
  }
  const created = Object.entries(stack.resources).flatMap(([logicalId, declaration]) =>
    isCreated(logicalId, declaration, stack, builder) ? [logicalId] : [],
  );
  const collected = new Map(created.map(id => [id, collect(stack.deployed(id), builder)]));
  // The collections have evaluated all properties, so that all references are known.
  const { names, circle } = stack.references.order(created);
  if (circle) reportCircle(circle, builder);
  const inOrder = names.flatMap(id => collected.get(id) ?? []);
  const entries = withoutOrphans(inOrder, words.document, builder);
  for (const { list, item, origin } of entries) builder.add(list, item, origin);
  new Assumptions(entries, words, place, builder).add();
  return builder.finish();
}

const words: Wording = {
  document: "template",
  rule: index => `BackupPlan.BackupPlanRule[${index}]`,
  targetVault: "TargetBackupVault",
  airGappedVault: "TargetLogicallyAirGappedBackupVaultArn",
  copies: "CopyActions",
  tieredVault: "BackupVaultName",
  selected: "BackupSelection.Resources",
};

/** Whether a resource is part of the stack. Checks its declaration beside the properties. */
function isCreated(logicalId: string, declaration: unknown, stack: Stack, builder: WorldBuilder): boolean {
  if (!isObject(declaration) || typeof declaration["Type"] !== "string") {
    builder.problems.add(logicalId, "a resource is an object with the text Type; correct it");
    return false;
  }
  if (!stack.isCreated(logicalId)) {
    builder.skip(
      logicalId,
      declaration["Type"],
      `its condition ${String(declaration["Condition"])} is false`,
    );
    return false;
  }
  for (const target of dependencies(declaration)) {
    if (Object.hasOwn(stack.resources, target)) stack.references.add(logicalId, target);
    else
      builder.problems.add(
        `${logicalId}.DependsOn`,
        `${quoted(target)} does not exist in the template; add it`,
        logicalId,
      );
  }
  return true;
}

function dependencies({ DependsOn }: Members): readonly string[] {
  const names: readonly unknown[] = Array.isArray(DependsOn) ? DependsOn : [DependsOn];
  return names.filter(name => typeof name === "string");
}

function reportCircle(circle: readonly string[], { problems }: WorldBuilder): void {
  const [first = ""] = circle;
  problems.add(first, `circular references: ${circle.join(" → ")}; take one of them away`);
}
