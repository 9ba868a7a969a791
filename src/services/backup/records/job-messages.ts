/** A message that a job ends with, and the category that the job shows for it. */
export interface JobMessage {
  readonly category: string;
  readonly message: string;
}

/** Why a job fails. */
export interface Fault {
  readonly fault: JobMessage;
}

export const fault = (category: string, message: string): Fault => ({ fault: { category, message } });
