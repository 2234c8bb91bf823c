/** Gives out names that no other value of the model has. */
export class Names {
  private readonly taken: Set<string>;
  private readonly counts = new Map<string, number>();

  /** @param reserved names of the graph's inputs and outputs, which nothing else may take */
  constructor(reserved: Iterable<string>) {
    this.taken = new Set(reserved);
    // An empty name marks an absent operand.
    this.taken.add('');
  }

  fresh(wish: string): string {
    let name = wish;
    let count = this.counts.get(wish) ?? 1;
    while (this.taken.has(name)) name = `${wish}_${++count}`;
    this.counts.set(wish, count);
    this.taken.add(name);
    return name;
  }
}
