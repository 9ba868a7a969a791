/** What an expression of the sources can be as a text. */
import ts from "typescript";
import { functionOf, type Service, type Sources, visit } from "./program";

/** Stands for a part of a text that depends on the call. */
export const hole = "\u0000";

/** A text, and the place in the sources that it stands at. */
export interface Text {
  readonly text: string;
  readonly at: ts.Node;
}

/** Cap on the texts of one expression: combinations of alternatives multiply. */
const mostTexts = 2_000;

export class Texts {
  readonly #sources: Sources;
  /** The arguments of calls, by the function called. */
  readonly #calls = new Map<ts.Node, ts.CallExpression[]>();

  constructor(sources: Sources, service: Service) {
    this.#sources = sources;
    for (const file of sources.filesOf(service)) visit(file, node => this.#index(node));
  }

  /** The texts that an expression can be. */
  of(expression: ts.Expression | undefined, path: readonly ts.Node[] = []): readonly Text[] {
    if (!expression || path.includes(expression) || path.length > 24) return [];
    return distinct(this.#read(expression, [...path, expression])).slice(0, mostTexts);
  }

  #index(node: ts.Node): void {
    if (!ts.isCallExpression(node)) return;
    const called = functionOf(this.#sources.declarationOf(node.expression));
    if (called) this.#calls.set(called, [...(this.#calls.get(called) ?? []), node]);
  }

  #read(node: ts.Expression, path: readonly ts.Node[]): readonly Text[] {
    if (ts.isStringLiteralLike(node)) return [{ text: node.text, at: node }];
    if (ts.isTemplateExpression(node)) return this.#template(node, path);
    if (ts.isConditionalExpression(node)) return this.#either(node.whenTrue, node.whenFalse, path);
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node)) {
      return this.of(node.expression, path);
    }
    if (ts.isBinaryExpression(node)) return this.#binary(node, path);
    if (ts.isIdentifier(node)) return this.#named(node, path);
    if (ts.isPropertyAccessExpression(node)) return this.#member(node, path);
    if (ts.isElementAccessExpression(node)) return this.#entry(node, path);
    if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(element => this.of(element, path));
    if (ts.isSpreadElement(node)) return this.of(node.expression, path);
    if (ts.isCallExpression(node)) return this.#chosen(node, path) ?? this.#returned(node, path);
    return [];
  }

  #either(one: ts.Expression, other: ts.Expression, path: readonly ts.Node[]): readonly Text[] {
    return [...this.of(one, path), ...this.of(other, path)];
  }

  #template(node: ts.TemplateExpression, path: readonly ts.Node[]): readonly Text[] {
    let texts: readonly Text[] = [{ text: node.head.text, at: node }];
    for (const { expression, literal } of node.templateSpans) {
      // A single word is a name, not a part of the sentence.
      const sentences = this.of(expression, path).filter(({ text }) => text === "" || text.includes(" "));
      const parts = sentences.some(({ text }) => text !== "") ? sentences : [{ text: hole, at: node }];
      texts = texts.flatMap(({ text, at }) =>
        parts.map(part => ({
          text: `${text}${part.text}${literal.text}`,
          at: part.text === hole ? at : part.at,
        })),
      );
      texts = texts.slice(0, mostTexts);
    }
    return texts;
  }

  #binary({ left, right, operatorToken }: ts.BinaryExpression, path: readonly ts.Node[]): readonly Text[] {
    const { kind } = operatorToken;
    if (kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken) {
      return this.#either(left, right, path);
    }
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return this.of(right, path);
    if (kind !== ts.SyntaxKind.PlusToken) return [];
    return this.of(left, path).flatMap(({ text, at }) =>
      this.of(right, path).map(part => ({ text: `${text}${part.text}`, at })),
    );
  }

  #named(node: ts.Identifier, path: readonly ts.Node[]): readonly Text[] {
    const declaration = this.#sources.declarationOf(node);
    if (!declaration) return [];
    if (ts.isVariableDeclaration(declaration)) return this.of(declaration.initializer, path);
    if (ts.isBindingElement(declaration)) return this.#destructured(declaration, path);
    return ts.isParameter(declaration) ? this.#argument(declaration, path) : [];
  }

  /** The arguments given for a parameter. */
  #argument(parameter: ts.ParameterDeclaration, path: readonly ts.Node[]): readonly Text[] {
    const { parent } = parameter;
    const position = parent.parameters.indexOf(parameter);
    const calls = this.#calls.get(parent) ?? [];
    return calls.flatMap(call => this.of(call.arguments[position] ?? parameter.initializer, path));
  }

  #member({ expression, name }: ts.PropertyAccessExpression, path: readonly ts.Node[]): readonly Text[] {
    return this.#membersOf(this.#objects(expression, path), name.text, path);
  }

  /** A variable that takes a member of an object. */
  #destructured(element: ts.BindingElement, path: readonly ts.Node[]): readonly Text[] {
    const name = element.propertyName ?? element.name;
    const { parent } = element.parent;
    const isPlain = ts.isIdentifier(name) && ts.isVariableDeclaration(parent);
    return isPlain ? this.#membersOf(this.#objects(parent.initializer, path), name.text, path) : [];
  }

  #membersOf(
    objects: readonly ts.ObjectLiteralExpression[],
    name: string,
    path: readonly ts.Node[],
  ): readonly Text[] {
    return objects.flatMap(({ properties }) =>
      properties
        .filter(property => property.name?.getText() === name)
        .flatMap(property => {
          if (ts.isPropertyAssignment(property)) return this.of(property.initializer, path);
          return ts.isShorthandPropertyAssignment(property) ? this.#shorthand(property, path) : [];
        }),
    );
  }

  #shorthand(property: ts.ShorthandPropertyAssignment, path: readonly ts.Node[]): readonly Text[] {
    const symbol = this.#sources.checker.getShorthandAssignmentValueSymbol(property);
    const [declaration] = symbol?.declarations ?? [];
    return declaration && ts.isVariableDeclaration(declaration) ? this.of(declaration.initializer, path) : [];
  }

  /** The object literals that an expression can be. */
  #objects(node: ts.Expression | undefined, path: readonly ts.Node[]): readonly ts.ObjectLiteralExpression[] {
    if (!node || path.includes(node) || path.length > 24) return [];
    const inner = [...path, node];
    if (ts.isObjectLiteralExpression(node)) return [node];
    if (ts.isParenthesizedExpression(node)) return this.#objects(node.expression, inner);
    if (ts.isConditionalExpression(node)) {
      return [node.whenTrue, node.whenFalse].flatMap(value => this.#objects(value, inner));
    }
    if (ts.isBinaryExpression(node)) {
      return [node.left, node.right].flatMap(value => this.#objects(value, inner));
    }
    if (ts.isCallExpression(node)) {
      return this.#results(node).flatMap(value => this.#objects(value, inner));
    }
    const declaration = ts.isIdentifier(node) ? this.#sources.declarationOf(node) : undefined;
    return declaration && ts.isVariableDeclaration(declaration)
      ? this.#objects(declaration.initializer, inner)
      : [];
  }

  /** An entry of a table of texts. */
  #entry(node: ts.ElementAccessExpression, path: readonly ts.Node[]): readonly Text[] {
    const declaration = this.#sources.declarationOf(node.expression);
    const table = declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    if (!table || !ts.isObjectLiteralExpression(table)) return [];
    return table.properties.flatMap(property =>
      ts.isPropertyAssignment(property) ? this.of(property.initializer, path) : [],
    );
  }

  /** What is chosen from a list: `faults.find(fault => …)`. */
  #chosen({ expression }: ts.CallExpression, path: readonly ts.Node[]): readonly Text[] | undefined {
    const chooses =
      ts.isPropertyAccessExpression(expression) && /^(find|filter|at)$/.test(expression.name.text);
    return chooses ? this.of(expression.expression, path) : undefined;
  }

  #returned(node: ts.CallExpression, path: readonly ts.Node[]): readonly Text[] {
    return this.#results(node).flatMap(value => this.of(value, path));
  }

  /** What a called function of the services returns. */
  #results(node: ts.CallExpression): readonly ts.Expression[] {
    const body = functionOf(this.#sources.declarationOf(node.expression))?.body;
    if (!body?.getSourceFile().fileName.includes("/src/services/")) return [];
    return ts.isBlock(body) ? returnsOf(body) : [body];
  }
}

function distinct(texts: readonly Text[]): readonly Text[] {
  const known = new Set<string>();
  return texts.filter(({ text, at }) => {
    const key = `${at.getSourceFile().fileName} ${at.pos} ${text}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/** The values that a function returns, without those of functions inside it. */
function returnsOf(body: ts.Block): readonly ts.Expression[] {
  const values: ts.Expression[] = [];
  const see = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node) && node.expression) values.push(node.expression);
    ts.forEachChild(node, see);
  };
  ts.forEachChild(body, see);
  return values.filter(value => !(ts.isIdentifier(value) && value.text === "undefined"));
}
