/** What the service owns and nobody may take away, such as the plan and vault of automatic EFS backups. */
export const isReserved = (idOrName: string): boolean => idOrName.startsWith("aws/");
