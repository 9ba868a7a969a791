import { quoted } from "../../core/basics";
import { isObject, type Members } from "../../seeding/members";
import { cannotRead } from "../problems";
import { describeOther } from "./other-documents";
import { readYaml } from "./yaml-text";

const what = "the template";

/** Deeper than any template that AWS accepts. */
const deepest = 200;

/** A template from an object, or from text in JSON or YAML. Throws an error that says what the input is otherwise. */
export function readTemplate(source: unknown): Members {
  const document = typeof source === "string" ? readText(source) : source;
  // `aws cloudformation get-template` wraps the template.
  const template =
    isObject(document) && document["TemplateBody"] !== undefined ? document["TemplateBody"] : document;
  if (template !== document) return readTemplate(template);
  if (!isObject(template)) throw cannotRead(what, "", notAnObject(source, template));
  if (!isObject(template["Resources"])) throw cannotRead(what, "", describeOther(template));
  if (Object.keys(template["Resources"]).length === 0) {
    throw cannotRead(what, "Resources", "it is empty, and AWS refuses a template without resources; add one");
  }
  checkDepth(template);
  return template;
}

function readText(text: string): unknown {
  if (!text.trimStart().startsWith("{")) return readYaml(text);
  try {
    return JSON.parse(text);
  } catch {
    // The YAML reader reads JSON as well, and knows the line. It also accepts flow maps with short forms.
    return readYaml(text);
  }
}

const notAnObject = (source: unknown, read: unknown): string =>
  typeof source === "string" && typeof read === "string" && !source.includes("\n")
    ? `${quoted(source)} is not a template; if it is the name of a file, pass the text of the file`
    : `it is ${Array.isArray(read) ? "a list" : quoted(read)}, not an object with Resources; pass a template as object or text`;

function checkDepth(template: Members): void {
  let level: unknown[] = [template];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) {
      throw cannotRead(what, "", "it is nested too deeply or contains itself; pass a plain document");
    }
    // Values that several places share are visited once a level, so that sharing cannot multiply the work.
    const inside = level.flatMap(value =>
      typeof value === "object" && value !== null ? Object.values(value) : [],
    );
    level = [...new Set(inside.filter(value => typeof value === "object"))];
  }
}
