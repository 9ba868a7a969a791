/** The refusals in the sources of a service, and the operations that can answer with them. */
import ts from "typescript";
import { type Service, type Sources, visit } from "./program";
import { Reach } from "./reach";
import { hole, Texts } from "./texts";

/** A text that a service can refuse a request with. */
export interface Refusal {
  readonly text: string;
  readonly operations: ReadonlySet<string>;
}

export function refusalsOf(sources: Sources, service: Service): readonly Refusal[] {
  const texts = new Texts(sources, service);
  const operationsAt = new Reach(sources, service).operations();
  const found = new Map<string, Set<string>>();
  for (const file of sources.filesOf(service)) {
    visit(file, node => {
      const message = messageOf(sources, node);
      if (!message) return;
      const users = operationsAt(node);
      for (const { text, at } of texts.of(message)) {
        // A text that is only the id of what is missing says nothing.
        if (!/[a-z]/i.test(text.replaceAll(hole, ""))) continue;
        const known = found.get(text) ?? new Set();
        const origins = operationsAt(at);
        for (const operation of users) if (origins.includes(operation)) known.add(operation);
        found.set(text, known);
      }
    });
  }
  return [...found].map(([text, users]) => ({ text, operations: users }));
}

/** The message of an error of AWS that an expression makes: the argument for the parameter `message`. */
function messageOf(sources: Sources, node: ts.Node): ts.Expression | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === "AwsError") return node.arguments?.[1];
  if (!ts.isCallExpression(node)) return undefined;
  const signature = sources.checker.getResolvedSignature(node);
  if (!signature || sources.checker.typeToString(signature.getReturnType()) !== "AwsError") return undefined;
  const position = signature.getParameters().findIndex(({ name }) => name === "message");
  return position < 0 ? undefined : node.arguments[position];
}
