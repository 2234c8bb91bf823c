import type { Operand } from './operand.js';

/** The values nodes of a graph can read: its own, then those of the graphs around it. */
export class Scope {
  private readonly around: Scope | undefined;
  private readonly own = new Map<string, Operand>();

  constructor(around?: Scope) {
    this.around = around;
  }

  get(name: string): Operand | undefined {
    return this.own.get(name) ?? this.around?.get(name);
  }

  set(name: string, operand: Operand): void {
    this.own.set(name, operand);
  }

  readonly has = (name: string): boolean => this.get(name) !== undefined;
}
