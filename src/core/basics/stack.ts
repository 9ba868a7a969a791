/** More than V8's 10, which the frames of a package can fill. */
const mostFrames = 50;

/** Whether this code is an installed package. A bundle, or these sources, cannot be told apart from a test by their paths. */
const isInstalled = typeof __filename === "string" && /[\\/]node_modules[\\/]/.test(__filename);

const isFrame = (line: string): boolean => /^\s+at /.test(line);
const isOfOthers = (frame: string): boolean =>
  /[\\/]node_modules[\\/]|node:|\((<anonymous>|native)\)$/.test(frame);

/** A stack without the frames before the first one outside of packages. Unchanged if there is no such frame. */
export function withoutFirstPackages(stack: string, message: string): string {
  const lines = stack.split("\n");
  const start = message.split("\n").length;
  const own = lines.findIndex((line, index) => index >= start && isFrame(line) && !isOfOthers(line));
  return own < 0 ? stack : [...lines.slice(0, start), ...lines.slice(own)].join("\n");
}

/**
 * Lets the stack of a new error begin at the user's line, which test runners show. Some of them, such as jest, leave out the
 * frames of packages themselves; vitest, mocha and `node:test` do not.
 */
export function beginAtUser(error: Error): void {
  if (!isInstalled) return;
  const { stackTraceLimit } = Error;
  // Where `Error` is frozen, the limit stays as it is.
  Reflect.set(Error, "stackTraceLimit", Math.max(stackTraceLimit, mostFrames));
  Error.captureStackTrace(error);
  Reflect.set(Error, "stackTraceLimit", stackTraceLimit);
  const { stack } = error;
  if (stack !== undefined) error.stack = withoutFirstPackages(stack, error.message);
}
