/** Colours of the drawing. */
export const palette = {
  ground: '#e9ecef',
  panel: '#ffffff',
  title: '#1c2530',
  quiet: '#66717d',
  text: '#1c2530',
} as const;

/** How sure a reading is, as shown: a colour for its box and its number. */
export interface Grade {
  readonly colour: string;
  readonly label: string;
  /** Confidences from here on. */
  readonly from: number;
}

/** From sure to doubtful. */
export const grades: readonly [Grade, Grade, Grade] = [
  { colour: '#0a8f6a', label: '95% and more', from: 0.95 },
  { colour: '#c07a12', label: '80% to 95%', from: 0.8 },
  { colour: '#c8323f', label: 'less than 80%', from: 0 },
];

/** The grade of a confidence between 0 and 1. */
export function gradeOf(confidence: number): Grade {
  return grades.find(({ from }) => confidence >= from) ?? grades[2];
}
