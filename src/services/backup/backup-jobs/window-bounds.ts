// In minutes. A start window is the time in which a job has to start; a completion window, the time in which it has to
// complete; both begin with the job.

export const defaultStartWindow = 480;
export const defaultCompletionWindow = 10_080;
export const shortestStartWindow = 60;
/** The longest that either window can be: 100 years. */
export const longestWindow = 52_560_000;
