/** The functions of templates, by their full names. Each has a short form in YAML: `!Sub` for `Fn::Sub`. */
export const functionNames = [
  "Ref",
  "Condition",
  "Fn::And",
  "Fn::Base64",
  "Fn::Cidr",
  "Fn::Equals",
  "Fn::FindInMap",
  "Fn::GetAZs",
  "Fn::GetAtt",
  "Fn::If",
  "Fn::ImportValue",
  "Fn::Join",
  "Fn::Length",
  "Fn::Not",
  "Fn::Or",
  "Fn::Select",
  "Fn::Split",
  "Fn::Sub",
  "Fn::ToJsonString",
  "Fn::Transform",
] as const;

/** Functions of the section `Rules`, which only the console and CloudFormation itself check. */
const ruleFunctions = ["Contains", "EachMemberEquals", "EachMemberIn", "RefAll", "ValueOf", "ValueOfAll"];

export type FunctionName = (typeof functionNames)[number];

const known: ReadonlySet<string> = new Set(functionNames);

export const isFunctionName = (name: string): name is FunctionName => known.has(name);

/** The short form of a function in YAML. */
export const shortForm = (name: string): string => `!${name.replace("Fn::", "")}`;

/** The functions with a short form, by their full names. */
export const shortened: readonly string[] = [...functionNames, ...ruleFunctions.map(name => `Fn::${name}`)];
