const symbol = /^[A-Za-z_][\w.]*$/;
const longest = 64;

/** Gives the named dimensions of a file names that dimension expressions can hold, one each. */
export class Symbols {
  private readonly byParam = new Map<string, string>();
  private readonly taken = new Set<string>();

  /** The symbol of a `dim_param`; equal names give equal symbols. */
  of(param: string): string {
    let found = this.byParam.get(param);
    if (found === undefined) {
      found = this.fresh(param);
      this.byParam.set(param, found);
    }
    return found;
  }

  /** A symbol no dimension has yet, for an extent the file leaves open. */
  fresh(wish: string): string {
    const letters = wish.slice(0, longest).replace(/[^\w.]/g, '_');
    const base = symbol.test(letters) ? letters : `_${letters}`;
    let name = base;
    for (let count = 2; this.taken.has(name); count++) name = `${base}_${count}`;
    this.taken.add(name);
    return name;
  }
}
