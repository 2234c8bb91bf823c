import { describe, expect, it } from 'vitest';
import { fileNames } from './write-outputs.js';

describe('names of output files', () => {
  it('keep nothing that means something in a path, and stay apart', () => {
    const names = ['y', '../../etc/passwd', 'a/b', 'a:b', 'A_B', '', '..', 'é', 'x'.repeat(300)];
    expect([...fileNames(names).values()]).toEqual([
      'y.npy',
      '__.._etc_passwd.npy',
      'a_b.npy',
      'a_b_2.npy',
      'A_B_3.npy',
      '_.npy',
      '__2.npy',
      '__3.npy',
      `${'x'.repeat(100)}.npy`,
    ]);
  });
});
