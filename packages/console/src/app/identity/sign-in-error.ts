/** A failed sign-in, in words. */
export class SignInError extends Error {
  /**
   * @param path the address that the user wanted, if it is known
   * @param needsUser true when the issuer only has to ask the user, such as for a password
   */
  constructor(
    message: string,
    readonly path: string | undefined,
    readonly needsUser: boolean,
  ) {
    super(message);
    this.name = 'SignInError';
  }
}
