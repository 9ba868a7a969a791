/** `true` if two types are identical. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles only for `true`: `check<Same<A, B>>()`. */
export function check<_IsTrue extends true>(): void {}
