/** The scope of a call: AWS keeps the data of each account and region separate. */

/** One account in one region. */
export interface Scope {
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
}

export const DEFAULT_SCOPE: Scope = { account: '111122223333', region: 'us-east-1' };

const ACCOUNT_ID = /^\d{12}$/;

/** The account of a long-term access key id: the key id itself if it has 12 digits, otherwise the default account. */
export function accountOfAccessKey(accessKeyId: string): string {
  return ACCOUNT_ID.test(accessKeyId) ? accessKeyId : DEFAULT_SCOPE.account;
}

/** One state per account and region, created at the first use. */
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
