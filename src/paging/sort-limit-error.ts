/** The error of an order that the gateway cannot make. */
import { GatewayError } from '../domain/errors';

/** The gateway cannot sort a list, because it cannot read the whole list within the scan limit. */
export class SortLimitError extends GatewayError {
  /** @param narrowBy the arguments that reduce the AWS calls for the list. */
  constructor(readonly narrowBy: readonly string[]) {
    const remedy =
      narrowBy.length === 0 ? 'omit orderBy' : `narrow it by ${narrowBy.join(' or ')}, or omit orderBy`;
    super(
      'SORT_LIMIT_EXCEEDED',
      `The list is too long to sort, because reading all of it would exceed the scan limit: ${remedy}.`,
    );
  }

  override get extensions(): Record<string, unknown> {
    return { code: this.code, retryable: false, narrowBy: this.narrowBy };
  }
}
