import { ask, form } from '#/platform/form/index.ts';
import type { Route } from '#/platform/http/index.ts';
import { isRefusal, refuse } from '#/platform/refusal.ts';
import { say, text } from '#/values/text.ts';
import { withRequirements, writeLiteral } from '../../dmn/columns.ts';
import { cellOf } from '../../dmn/decisions.ts';
import { checkedFeel } from '../../sentence/condition-form.ts';
import { home, placeHref } from '../places.ts';
import { sectionRoutes } from '../section.ts';
import type { Workbench } from '../workbench.ts';
import { dmnWords, openDecision } from './open-decision.ts';
import { here, titleOf } from './rules-page.tsx';

const words = {
  rules: text('Quy tắc', 'Rules'),
  lead: text(
    'Một công thức FEEL. Dùng được answers (các câu trả lời), channel, submittedOn, territory, beneficiary, variant và các bảng khác.',
    'A FEEL formula over answers, channel, submittedOn, territory, beneficiary, variant and other decisions.',
  ),
} as const;

const questions = form({
  formula: ask.textarea({ label: text('Công thức', 'Formula'), required: true, maxLength: 10_000 }),
});

/** The page of a decision that is one formula. */
export function formulaRoutes(workbench: Workbench): Route[] {
  return sectionRoutes(workbench, `${home}/:id/${here}/:bang/cong-thuc`, (visit, bench) => {
    const opened = openDecision(bench, visit.params['bang']);
    if (isRefusal(opened)) return opened;
    const { xml, decision, names } = opened;
    const { literal } = decision;
    if (literal === undefined) return refuse('studio.no-place');
    const list = placeHref(bench.draft.id, here);
    return {
      title: say(visit.lang, titleOf(decision)),
      lead: words.lead,
      here,
      back: { href: list, title: say(visit.lang, words.rules) },
      form: questions,
      answers: { formula: cellOf(xml, literal).text },
      file: 'rules.dmn',
      apply({ answers }) {
        const formula = String(answers['formula']);
        if (squeezed(formula) === squeezed(cellOf(xml, literal).text)) return { text: xml };
        const read = checkedFeel(formula, 'formula', names);
        if ('wrong' in read) return read;
        const written = withRequirements(writeLiteral(xml, literal, formula), decision.name);
        const fault = dmnWords(written);
        return fault === undefined ? { text: written } : { wrong: { formula: fault } };
      },
      goTo: () => list,
    };
  });
}

/** Boxes of forms lose indentation, which means nothing in FEEL: what differs only by it was not changed. */
function squeezed(formula: string): string {
  return formula.replace(/\s+/g, ' ').trim();
}
