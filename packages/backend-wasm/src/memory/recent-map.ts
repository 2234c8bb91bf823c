/** A map that keeps the `limit` entries used last, and tells of those it lets go. */
export class RecentMap<V> {
  readonly limit: number;
  private readonly entries = new Map<string, V>();

  private readonly onForget: (value: V) => void;

  constructor(limit: number, onForget: (value: V) => void = () => {}) {
    this.limit = Math.max(1, limit);
    this.onForget = onForget;
  }

  get size(): number {
    return this.entries.size;
  }

  /** The entry under `key`, made when there is none; it counts as used now. */
  take(key: string, make: () => V): V {
    const value = this.entries.get(key) ?? make();
    this.entries.delete(key);
    this.entries.set(key, value);
    if (this.entries.size > this.limit) {
      // A Map iterates in the order of insertion: the first key is the one unused the longest.
      for (const [oldest, forgotten] of this.entries) {
        this.entries.delete(oldest);
        this.onForget(forgotten);
        break;
      }
    }
    return value;
  }

  clear(): void {
    for (const value of this.entries.values()) this.onForget(value);
    this.entries.clear();
  }
}
