import type { ArtefactName, Artefacts, Example } from '#/modules/procedure/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { say, text, type Lang } from '#/values/text.ts';
import { paperScope } from '../conditions.ts';
import { artefactWords } from '../draft-words.ts';
import { readEditable } from '../editable.ts';
import { SpanFault } from '../text/spans.ts';
import { compareFacts, comparePapers } from './compare-facts.ts';
import { compareForms, comparePrecheck } from './compare-form.ts';
import { compareLines } from './compare-lines.ts';
import { compareProcesses } from './compare-process.ts';
import { compareRules } from './compare-rules.ts';
import { changed, compareLists, type Difference, type Differences } from './difference.ts';

const words = {
  papers: text('Giấy tờ', 'Papers'),
  precheck: text('Hỏi trước khi nộp', 'Questions before filing'),
  whole: text('Văn bản {file}', 'Text of {file}'),
  example: text('Ví dụ', 'Example'),
} as const;

/** Everything that is not as it was, part by part, in words. Parts without differences are left out. */
export function compareArtefacts(before: Artefacts, after: Artefacts, lang: Lang): Differences[] {
  const readBoth = <F extends 'procedure.json' | 'form.json' | 'examples.json'>(file: F) => {
    const [was, now] = [readEditable(file, before), readEditable(file, after)];
    return isRefusal(was) || isRefusal(now) ? undefined : { was, now };
  };
  const facts = readBoth('procedure.json');
  const form = readBoth('form.json');
  const examples = readBoth('examples.json');
  const whole = (file: ArtefactName) => linesOf(file, before, after, lang);
  const all: Differences[] = [
    {
      title: artefactWords['procedure.json'],
      list:
        facts === undefined ? whole('procedure.json') : compareFacts(facts.was, facts.now, lang),
    },
    {
      title: words.papers,
      list:
        facts === undefined
          ? []
          : comparePapers(facts.was, facts.now, paperScope(facts.now, form?.now).subjects, lang),
    },
    {
      title: words.precheck,
      list:
        facts === undefined
          ? []
          : comparePrecheck(facts.was.eligibility ?? [], facts.now.eligibility ?? [], lang),
    },
    {
      title: artefactWords['form.json'],
      list: form === undefined ? whole('form.json') : compareForms(form.was, form.now, lang),
    },
    { title: artefactWords['rules.dmn'], list: xmlOr(whole, 'rules.dmn', before, after, lang) },
    {
      title: artefactWords['process.bpmn'],
      list: xmlOr(whole, 'process.bpmn', before, after, lang),
    },
    {
      title: artefactWords['result.typ'],
      list: compareLines(before['result.typ'], after['result.typ'], lang),
    },
    {
      title: artefactWords['examples.json'],
      list:
        examples === undefined
          ? whole('examples.json')
          : compareExamples(examples.was, examples.now, lang),
    },
  ];
  return all.filter(({ list }) => list.length > 0);
}

function xmlOr(
  whole: (file: ArtefactName) => Difference[],
  file: 'rules.dmn' | 'process.bpmn',
  before: Artefacts,
  after: Artefacts,
  lang: Lang,
): Difference[] {
  if (before[file] === after[file]) return [];
  try {
    const compare = file === 'rules.dmn' ? compareRules : compareProcesses;
    const list = compare(before[file], after[file], lang);
    return list.length > 0 ? list : whole(file);
  } catch (error) {
    if (error instanceof SpanFault) return whole(file);
    throw error;
  }
}

/** Where a part cannot be taken apart, its lines are compared. */
function linesOf(
  file: ArtefactName,
  before: Artefacts,
  after: Artefacts,
  lang: Lang,
): Difference[] {
  const title = say(lang, words.whole).replace('{file}', file);
  return compareLines(before[file], after[file], lang).map((one) => ({
    ...one,
    place: `${title}, ${one.place}`,
  }));
}

function compareExamples(
  before: readonly Example[],
  after: readonly Example[],
  lang: Lang,
): Difference[] {
  return compareLists(before, after, ({ title }) => title, {
    whole: ({ title }) => ({ place: say(lang, words.example), words: title }),
    inside: (was, now) => {
      const { title } = now;
      return [
        ...changed(title, JSON.stringify(was.expect), JSON.stringify(now.expect)),
        ...changed(title, JSON.stringify(was.given), JSON.stringify(now.given)),
      ];
    },
  });
}
