/**
 * The text of each class of the recognition network: nothing for the CTC blank, then the dictionary's
 * lines in order, then the space, which the file leaves out.
 *
 * @param file the contents of `ppocr_keys_v1.txt`, one entry a line
 */
export function dictionary(file: string): string[] {
  const entries = file.split(/\r?\n/);
  if (entries.at(-1) === '') entries.pop();
  return ['', ...entries, ' '];
}
