// In minutes. A job has to start within its start window and complete within its completion window. Both begin when
// the job is created.

export const defaultStartWindow = 480;
export const defaultCompletionWindow = 10_080;
export const shortestStartWindow = 60;
/** The longest window of either kind: 100 years. */
export const longestWindow = 52_560_000;
