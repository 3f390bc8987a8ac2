/** Why a token is not taken: for the log. Whoever sent it learns nothing of it. */
export class TokenRejectedError extends Error {
  /** `reason` must hold nothing of the token. */
  constructor(readonly reason: string) {
    super(`The token is refused: ${reason}.`);
  }
}
