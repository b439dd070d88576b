import { signs, type Clause, type Literal, type Sentence } from './sentence.ts';

/** The FEEL text of a sentence, as `readSentence` reads it back. */
export function writeFeel({ join, clauses }: Sentence): string {
  return clauses.map(writeClause).join(` ${join} `);
}

function writeClause({ subject, relation, values }: Clause): string {
  const list = () => `list contains([${values.map(writeLiteral).join(', ')}], ${subject})`;
  switch (relation) {
    case 'answered':
      return `${subject} != null`;
    case 'unanswered':
      return `${subject} = null`;
    case 'one-of':
      return list();
    case 'none-of':
      return `not(${list()})`;
    case 'under-age':
      return `${subject} + duration("P${values[0]!.text}Y") > submittedOn`;
    case 'of-age':
      return `${subject} + duration("P${values[0]!.text}Y") <= submittedOn`;
    case 'is':
    case 'is-not':
    case 'more':
    case 'at-least':
    case 'less':
    case 'at-most':
      return `${subject} ${signs[relation]} ${writeLiteral(values[0]!)}`;
  }
}

/** A value as FEEL writes it. */
export function writeLiteral({ type, text }: Literal): string {
  switch (type) {
    case 'text':
      return JSON.stringify(text);
    case 'day':
      return `date(${JSON.stringify(text)})`;
    case 'number':
    case 'flag':
      return text;
  }
}
