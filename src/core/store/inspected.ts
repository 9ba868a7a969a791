/** By this name `console.log` of Node asks an object what to show of it; without it, private members show as nothing. */
export const inspected = Symbol.for("nodejs.util.inspect.custom");
