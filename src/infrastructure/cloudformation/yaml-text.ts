import {
  type CollectionTag,
  type Document,
  isScalar,
  LineCounter,
  parseAllDocuments,
  type ScalarTag,
  visit,
  YAMLMap,
} from "yaml";
import { quoted, suggestion } from "../../core/basics";
import { cannotRead } from "../problems";
import { functionNames, shortened, shortForm } from "./function-names";

const what = "the template";

/** An anchor may be used this often, nested uses multiplied. */
const mostAliases = 1_000;

/** Each short form takes a text, a list or a map, and becomes the object that the long form is. */
const shortForms: (ScalarTag | CollectionTag)[] = shortened.flatMap(name => {
  const tag = shortForm(name);
  const wrapped = (value: unknown) => {
    const map = new YAMLMap();
    map.set(name, value);
    return map;
  };
  return [
    { tag, resolve: (text: string) => ({ [name]: text }) },
    { tag, collection: "seq" as const, resolve: wrapped },
    { tag, collection: "map" as const, resolve: wrapped },
  ];
});

/** Reads YAML, or JSON that is broken. Throws an error with the line and column of the first problem. */
export function readYaml(text: string): unknown {
  const lines = new LineCounter();
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `line ${line}, column ${col}`;
  };
  try {
    const documents = parseAllDocuments(text, {
      customTags: shortForms,
      lineCounter: lines,
      merge: true,
      prettyErrors: false,
    });
    const [document, second] = Array.isArray(documents) ? documents : [];
    if (!document) throw cannotRead(what, "", "the text is empty; give the text of a template");
    checkSyntax(document, at);
    // The caller says what a document is that is not a template.
    if (second && document.has("Resources")) {
      throw cannotRead(
        what,
        at(second.range[0]),
        "a second document begins here; give one template at a time",
      );
    }
    keepUnusualNumbers(document);
    return document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    if (error instanceof ReferenceError) {
      throw cannotRead(what, "", `an anchor is used more than ${mostAliases} times; write the values out`);
    }
    if (error instanceof RangeError) throw cannotRead(what, "", "the text is nested too deeply; flatten it");
    throw error;
  }
}

function checkSyntax({ errors, warnings }: Document.Parsed, at: (offset: number) => string): void {
  const [error] = errors;
  if (error?.message.includes("call stack")) throw new RangeError(error.message);
  if (error) throw cannotRead(what, at(error.pos[0]), `${error.message}; correct the text there`);
  const unknown = warnings.find(({ code }) => code === "TAG_RESOLVE_FAILED");
  if (!unknown) return;
  const tag = /(![^\s,]*)$/.exec(unknown.message)?.[1] ?? unknown.message;
  throw cannotRead(
    what,
    at(unknown.pos[0]),
    `unknown function ${quoted(tag)}; ${suggestion(tag, functionNames.map(shortForm))}`,
  );
}

/** Keeps the text of numbers that JavaScript would write in another way, such as `012345678901` and `1.0`. */
function keepUnusualNumbers(document: Document.Parsed): void {
  visit(document, {
    Scalar(_, node) {
      if (!isScalar(node) || typeof node.value !== "number") return;
      if (node.source !== undefined && String(node.value) !== node.source) node.value = node.source;
    },
  });
}
