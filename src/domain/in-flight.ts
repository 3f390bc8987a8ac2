/**
 * Collections of short-lived objects. A Set or Map that many objects enter and leave keeps them, and all that they refer
 * to, until a major garbage collection: V8 replaces its table again and again, and each old table refers to its members
 * and to the next table (docs/adr/0038-short-lived-objects.md).
 */

/** A set of objects in their order. A removal takes time in proportion to the older members. */
export class InFlightSet<Member> {
  private readonly members: Member[] = [];

  get size(): number {
    return this.members.length;
  }

  get oldest(): Member | undefined {
    return this.members[0];
  }

  get newest(): Member | undefined {
    return this.members.at(-1);
  }

  /** Adds a member, which the set must not contain. */
  add(member: Member): void {
    this.members.push(member);
  }

  delete(member: Member): void {
    const index = this.members.indexOf(member);
    if (index >= 0) this.members.splice(index, 1);
  }

  /** The members now. Changes of the set do not change the returned list. */
  toArray(): Member[] {
    return [...this.members];
  }
}

interface Entry<Value> {
  value: Value | undefined;
}

/** A map by text, in the order of the additions. */
export class InFlightMap<Value extends object> {
  private readonly entries = new Map<string, Entry<Value>>();

  get size(): number {
    return this.entries.size;
  }

  get(key: string): Value | undefined {
    return this.entries.get(key)?.value;
  }

  /** The key and the value that were added before all others. */
  get oldest(): readonly [string, Value] | undefined {
    for (const [key, { value }] of this.entries) if (value !== undefined) return [key, value];
    return undefined;
  }

  set(key: string, value: Value): void {
    this.delete(key);
    this.entries.set(key, { value });
  }

  delete(key: string): void {
    const entry = this.entries.get(key);
    if (entry === undefined) return;
    // Old tables of the Map refer to the entry.
    entry.value = undefined;
    this.entries.delete(key);
  }

  clear(): void {
    for (const entry of this.entries.values()) entry.value = undefined;
    this.entries.clear();
  }
}
