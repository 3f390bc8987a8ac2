/** Whose data a call is about: the account and region that AWS keeps apart. */

/** One account in one region. */
export interface Scope {
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
}

export const DEFAULT_SCOPE: Scope = { account: '111122223333', region: 'us-east-1' };

const ACCOUNT_ID = /^\d{12}$/;

/** The account that an access key id stands for: itself when it is 12 digits, else the default account. */
export function accountOfAccessKey(accessKeyId: string): string {
  return ACCOUNT_ID.test(accessKeyId) ? accessKeyId : DEFAULT_SCOPE.account;
}

/** One state per (account, region), made on first use. */
export class Regional<State> {
  readonly #states = new Map<string, State>();
  readonly #make: (scope: Scope) => State;

  constructor(make: (scope: Scope) => State) {
    this.#make = make;
  }

  get(scope: Scope): State {
    const key = `${scope.account}/${scope.region}`;
    let state = this.#states.get(key);
    if (state === undefined) {
      state = this.#make(scope);
      this.#states.set(key, state);
    }
    return state;
  }
}
