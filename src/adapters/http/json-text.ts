/** A piece is written when it is this long, in characters. */
const pieceLength = 65_536;

/**
 * The JSON text of a value in pieces, for values whose text may be longer than a string can be. The items of each list are
 * written one by one, and each of them as a whole.
 */
export function* jsonText(value: unknown): Generator<string, void> {
  let piece = "";
  for (const part of parts(value)) {
    piece += part;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

function* parts(value: unknown): Generator<string, void> {
  if (Array.isArray(value)) {
    let separator = "[";
    for (const item of value) {
      yield `${separator}${JSON.stringify(item) ?? "null"}`;
      separator = ",";
    }
    yield separator === "[" ? "[]" : "]";
  } else if (typeof value !== "object" || value === null) {
    yield JSON.stringify(value) ?? "null";
  } else if ("toJSON" in value && typeof value.toJSON === "function") {
    yield* parts(value.toJSON());
  } else {
    yield* members(value);
  }
}

function* members(value: object): Generator<string, void> {
  let separator = "{";
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined || typeof member === "function") continue;
    yield `${separator}${JSON.stringify(name)}:`;
    yield* parts(member);
    separator = ",";
  }
  yield separator === "{" ? "{}" : "}";
}
