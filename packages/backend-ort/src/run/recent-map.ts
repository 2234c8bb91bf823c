/** A map that keeps the `limit` entries used last. */
export class RecentMap<V> {
  private readonly limit: number;
  private readonly entries = new Map<string, V>();

  constructor(limit: number) {
    this.limit = Math.max(1, limit);
  }

  /** The entry under `key`, made when there is none; it counts as used now. */
  take(key: string, make: () => V): V {
    const value = this.entries.get(key) ?? make();
    this.entries.delete(key);
    this.entries.set(key, value);
    if (this.entries.size > this.limit) {
      // A Map iterates in the order of insertion: the first key is the one unused the longest.
      const [oldest] = this.entries.keys();
      this.entries.delete(oldest!);
    }
    return value;
  }

  clear(): void {
    this.entries.clear();
  }
}
