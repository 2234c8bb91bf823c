import { letterLimit, type Polynomial, sortedTerms, type Term, tooLarge } from './polynomial.js';

/** The one spelling of a polynomial; reading it back gives the same polynomial. */
export function printPolynomial(p: Polynomial): string {
  let text = '';
  for (const term of sortedTerms(p)) {
    const negative = term.coefficient < 0;
    const leading = text === '';
    const body = printTerm(
      { ...term, coefficient: Math.abs(term.coefficient) },
      leading && negative,
    );
    if (leading) text = negative ? `-${body}` : body;
    else text += ` ${negative ? '-' : '+'} ${body}`;
  }
  if (text.length > letterLimit) throw tooLarge(`has over ${letterLimit} letters`);
  return text === '' ? '0' : text;
}

/** `-` and `*` bind as tightly as `//`, so a quotient beside either stands in parentheses. */
function printTerm({ coefficient, atoms }: Term, negated: boolean): string {
  if (atoms.length === 0) return String(coefficient);
  if (atoms.length === 1 && coefficient === 1 && !negated) return atoms[0]!.text;
  const factors = atoms.map(({ text, quotient }) => (quotient === undefined ? text : `(${text})`));
  return (coefficient === 1 ? factors : [String(coefficient), ...factors]).join('*');
}
