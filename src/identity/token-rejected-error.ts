/** A rejected token. The reason goes to the log only; clients receive UnauthenticatedError without a reason. */
export class TokenRejectedError extends Error {
  /** @param reason must not contain any part of the token. */
  constructor(readonly reason: string) {
    super(`The token was rejected: ${reason}.`);
  }
}
