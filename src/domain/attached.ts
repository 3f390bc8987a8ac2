/** Values attached to short-lived objects. */

/**
 * A value per object, in a property that no other code can name. A WeakMap that lives longer than its keys keeps their
 * values, and all that these refer to, in every minor garbage collection.
 */
export class Attached<Key extends object, Value> {
  private readonly property = Symbol('attached');

  get(key: Key): Value | undefined {
    return (key as Record<symbol, Value | undefined>)[this.property];
  }

  set(key: Key, value: Value): void {
    (key as Record<symbol, Value | undefined>)[this.property] = value;
  }

  delete(key: Key): void {
    (key as Record<symbol, Value | undefined>)[this.property] = undefined;
  }
}
