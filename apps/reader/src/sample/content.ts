/** The sample's text, written for it: nobody's name, address or number. */
export interface SheetLine {
  readonly text: string;
  /** Left end of the baseline, in the sheet's pixels. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight?: number;
  readonly face: 'serif' | 'italic' | 'sans';
  readonly ink?: string;
}

/** A piece of paper lying on the picture, turned by `degrees` clockwise about its top left corner. */
export interface Sheet {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly degrees: number;
  readonly paper: string;
  readonly lines: readonly SheetLine[];
  /** Where a fold crosses the sheet, from its top. */
  readonly fold?: number;
  /** A rubber stamp has an inked frame and no paper. */
  readonly frame?: string;
}

/** The ink of a line that names none. */
export const defaultInk: string = '#2a2a33';
const stampInk = '#a8323a';

function paragraph(x: number, y: number, texts: readonly string[]): SheetLine[] {
  return texts.map((text, i) => ({ text, x, y: y + 47 * i, size: 29, face: 'serif' }));
}

const letter: Sheet = {
  x: 84,
  y: 48,
  width: 1052,
  height: 1436,
  degrees: -0.7,
  paper: '#f7f3e8',
  fold: 745,
  lines: [
    {
      text: 'Harbour Lane Allotments',
      x: 92,
      y: 132,
      size: 48,
      weight: 700,
      face: 'serif',
      ink: '#1f4a3c',
    },
    {
      text: 'Plot Office, 12 Quay Street, Wexmouth',
      x: 94,
      y: 180,
      size: 23,
      face: 'sans',
      ink: '#3c4844',
    },
    { text: '14 March 2025', x: 94, y: 248, size: 26, face: 'serif' },
    { text: 'Notice to all plot holders', x: 92, y: 334, size: 37, weight: 650, face: 'serif' },
    ...paragraph(92, 404, [
      'The water will be turned off on Saturday 29 March',
      'between 8:30 and 16:45 while the main pipe is renewed.',
      'Please fill your cans the evening before. The two taps',
      'beside the orchard stay open all day.',
    ]),
    { text: '周六停水，请提前储水。', x: 92, y: 610, size: 31, weight: 450, face: 'sans' },
    ...paragraph(92, 682, [
      'Seed potatoes have arrived: $2.40 a kilo, 47 bags.',
      'Collect them from the red shed, Monday to Friday.',
    ]),
    {
      text: 'Margaret Oduya, secretary',
      x: 92,
      y: 806,
      size: 33,
      weight: 500,
      face: 'italic',
      ink: '#27407a',
    },
    {
      text: 'Questions: plots@harbourlane.example or 01632 960417',
      x: 94,
      y: 872,
      size: 19,
      face: 'sans',
    },
    {
      text: 'Printed on the back of old seed lists to save paper.',
      x: 94,
      y: 904,
      size: 17,
      face: 'sans',
    },
  ],
};

const stamp: Sheet = {
  x: 716,
  y: 250,
  width: 318,
  height: 116,
  degrees: -7,
  paper: 'transparent',
  frame: stampInk,
  lines: [
    { text: 'RECEIVED', x: 54, y: 53, size: 44, weight: 800, face: 'sans', ink: stampInk },
    { text: '17/03/2025', x: 80, y: 96, size: 29, weight: 600, face: 'sans', ink: stampInk },
  ],
};

const receipt: Sheet = {
  x: 520,
  y: 1006,
  width: 470,
  height: 372,
  degrees: 4.5,
  paper: '#fdfdfb',
  lines: [
    { text: 'RED SHED STORES', x: 92, y: 66, size: 30, weight: 700, face: 'sans' },
    { text: 'Seed potatoes, 5 kg: $12.00', x: 44, y: 128, size: 24, face: 'sans' },
    { text: 'Green twine, 100 m: $3.75', x: 44, y: 172, size: 24, face: 'sans' },
    { text: 'Hand fork, used: $6.20', x: 44, y: 216, size: 24, face: 'sans' },
    { text: 'Total $21.95', x: 44, y: 272, size: 30, weight: 700, face: 'sans' },
    { text: 'Paid by card, receipt No. 004718', x: 44, y: 326, size: 19, face: 'sans' },
  ],
};

const label: Sheet = {
  x: 118,
  y: 1122,
  width: 322,
  height: 166,
  degrees: -5,
  paper: '#e9d9ae',
  lines: [
    { text: 'Plot 31 B', x: 40, y: 74, size: 44, weight: 700, face: 'serif' },
    { text: 'runner beans & dill', x: 42, y: 122, size: 27, face: 'italic' },
  ],
};

/** All sheets, the undermost first. */
export const sheets: readonly Sheet[] = [letter, stamp, label, receipt];
