/** Whether an error of Node has this code, such as `ENOENT`. */
export const hasCode = (thrown: unknown, code: string): boolean =>
  typeof thrown === "object" && thrown !== null && "code" in thrown && thrown.code === code;
