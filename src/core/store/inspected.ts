/** Node's `console.log` calls this method for what to print. Without it, private members print as nothing. */
export const inspected = Symbol.for("nodejs.util.inspect.custom");
