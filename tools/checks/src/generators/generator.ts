/** Something that writes files of this repository from other files of it. */
export interface Generator {
  /** Said in the check when a file is stale. */
  readonly name: string;
  /**
   * The files it makes: path relative to the root → text. The text is formatted with oxfmt
   * before it is written or compared.
   */
  generate(): Promise<ReadonlyMap<string, string>>;
}
