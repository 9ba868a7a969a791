/** Whether an OpenZFS file system has a standby server. */
export const isHighlyAvailable = (deployment: string | undefined): boolean =>
  deployment === "MULTI_AZ_1" || deployment?.startsWith("SINGLE_AZ_HA") === true;
