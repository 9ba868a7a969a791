/** Why a job fails, as the job says it. */
export interface JobFault {
  readonly category: string;
  readonly message: string;
}

/** Something that a job was finished with, or because of. */
export interface JobIssue {
  readonly category: string;
  readonly message: string;
}
