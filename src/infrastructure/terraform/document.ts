import { isObject, type Members, memberOf } from "../members";
import { cannotRead } from "../problems";

/** A parsed plan or state, as `terraform show -json` prints it. */
export interface TerraformDocument {
  /** `values` of a state, `planned_values` of a plan; without resources if the state is empty. */
  readonly root: Members;
  /** A state has no changes, no configuration and no variables. */
  readonly isPlan: boolean;
  readonly document: Members;
}

const invalid = (is: string, todo: string) => cannotRead("the Terraform plan", "", `${is}; ${todo}`);

const showPlan =
  "run `terraform plan -out=plan.out` and `terraform show -json plan.out > plan.json`, and pass plan.json";
const showState = "run `terraform show -json > state.json` in its directory, and pass state.json";

/** Reads the output of `terraform show -json` or `tofu show -json`, parsed or as text. Throws what else it is. */
export function readDocument(input: unknown): TerraformDocument {
  const document = typeof input === "string" ? parsed(input) : input;
  if (!isObject(document)) {
    throw invalid("it is no object", `pass the output of \`terraform show -json\`: ${showPlan}`);
  }
  refuse(otherDocument(document));
  const { format_version: version, planned_values: planned, values } = document;
  if (typeof version === "string" && Number.parseInt(version, 10) > 1) {
    throw invalid(
      `its format_version is ${version}`,
      "pass a plan of format 0.x or 1.x, of Terraform up to 1.x",
    );
  }
  const root = memberOf(planned ?? values, "root_module");
  return { document, isPlan: planned !== undefined, root: isObject(root) ? root : {} };
}

function parsed(text: string): unknown {
  const bare = text.replace(/^\uFEFF/, "");
  refuse(otherText(bare));
  try {
    return JSON.parse(bare);
  } catch (error) {
    throw invalid(`it is no JSON: ${error instanceof Error ? error.message : String(error)}`, showPlan);
  }
}

function refuse(found: Other | undefined): void {
  if (found) throw invalid(found[0], found[1]);
}

/** What a document is, and what to do with it. */
type Other = readonly [is: string, todo: string];

const texts: readonly (readonly [form: RegExp, ...Other])[] = [
  [/^\s*$/, "it is empty", showPlan],
  [
    /^PK[^\w\s]{2}/,
    "it is a plan in Terraform's own format",
    "run `terraform show -json plan.out > plan.json`, and pass plan.json",
  ],
  [/^\s*\{"@level"/, "it is a log of `terraform plan -json`", showPlan],
  [/^\s*[{[]/, "", ""],
  [
    /^(AWSTemplateFormatVersion|Resources)\s*:/m,
    "it is a CloudFormation template",
    "pass it to fromCloudFormation",
  ],
  [/^(apiVersion|kind)\s*:/m, "it is a Kubernetes manifest", showPlan],
  [
    /(Terraform|OpenTofu) (will perform|used the selected providers)|No changes\. Your infrastructure/,
    "it is a plan as Terraform prints it for people",
    showPlan,
  ],
  [
    /^\s*(resource|data|module|provider|variable|output|locals|terraform|moved|import)\b[^\n:]*\{/m,
    "it is a Terraform configuration (.tf)",
    showPlan,
  ],
];

const otherText = (text: string): Other | undefined => other(texts.find(([form]) => form.test(text)));

const other = (row: readonly [unknown, ...Other] | undefined): Other | undefined =>
  row && row[1] !== "" ? [row[1], row[2]] : undefined;

const has = (document: Members, ...names: readonly string[]): boolean =>
  names.every(name => document[name] !== undefined);

const objects: readonly (readonly [is: (document: Members) => boolean, ...Other])[] = [
  [document => has(document, "planned_values") || has(document, "values", "format_version"), "", ""],
  [
    document => has(document, "version", "lineage") || has(document, "version", "serial", "resources"),
    "it is a state file (terraform.tfstate)",
    showState,
  ],
  [
    document => has(document, "AWSTemplateFormatVersion") || isCloudFormation(document["Resources"]),
    "it is a CloudFormation template",
    "pass it to fromCloudFormation",
  ],
  [document => has(document, "apiVersion", "kind"), "it is a Kubernetes manifest", showPlan],
  [
    document => has(document, "BackupPlan") || has(document, "BackupPlanId"),
    "it is an answer of `aws backup get-backup-plan`",
    "pass it to fromAwsCli",
  ],
  [
    document => has(document, "provider_schemas"),
    "it is the output of `terraform providers schema -json`",
    showPlan,
  ],
  [document => has(document, "@level"), "it is a log of `terraform plan -json`", showPlan],
  [
    document => has(document, "resource") || has(document, "terraform"),
    "it is a Terraform configuration in JSON (.tf.json)",
    showPlan,
  ],
  [document => !has(document, "format_version"), "it has neither planned_values nor values", showPlan],
  [
    document => has(document, "resource_changes") || has(document, "configuration"),
    "its planned_values are missing",
    showPlan,
  ],
];

const isCloudFormation = (resources: unknown): boolean =>
  isObject(resources) &&
  Object.values(resources).some(resource => isObject(resource) && String(resource["Type"]).includes("::"));

const otherDocument = (document: Members): Other | undefined =>
  other(objects.find(([matches]) => matches(document)));
