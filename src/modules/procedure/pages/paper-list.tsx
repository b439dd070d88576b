import type { ComponentChildren } from 'preact';
import { fill, say, type Lang } from '#/values/text.ts';
import type { Paper } from '../catalogue.ts';
import { reuseSource } from '../reuse.ts';
import { copiesOf, paperGroups } from './labels.ts';
import { startWords } from './start-words.ts';

export interface PaperListProps {
  readonly lang: Lang;
  readonly papers: readonly Paper[];
  /** More words under a paper: why it is needed. */
  readonly noteOf?: ((paper: Paper) => ComponentChildren) | undefined;
}

/** Papers by what one does with them: fill in, hand in, show, nothing at all. */
export function PaperList({ lang, papers, noteOf }: PaperListProps) {
  return (
    <>
      {Object.entries(paperGroups).map(([group, title]) => {
        const within = papers.filter((paper) => paper.group === group);
        if (within.length === 0) return null;
        return (
          <section key={group}>
            <h3>{say(lang, title)}</h3>
            <ul class="papers">
              {within.map((paper) => (
                <PaperItem key={paper.code} lang={lang} paper={paper}>
                  {noteOf?.(paper)}
                </PaperItem>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function PaperItem({
  lang,
  paper,
  children,
}: {
  lang: Lang;
  paper: Paper;
  children: ComponentChildren;
}) {
  const copies = say(lang, copiesOf(paper));
  const isAsked = paper.group !== 'LOOKED_UP';
  const isConditional =
    children === undefined && isAsked && paper.group !== 'FORM' && paper.when !== undefined;
  const needed = [
    ...(isAsked && copies !== '' ? [copies] : []),
    ...(isConditional ? [say(lang, startWords.conditional)] : []),
  ];
  return (
    <li class="paper">
      <strong>{say(lang, paper.name)}</strong>
      {needed.length > 0 && <p class="soft">{needed.join(' · ')}</p>}
      {paper.note && <p>{say(lang, paper.note)}</p>}
      {isAsked && paper.reuseFrom !== null && (
        <p class="soft">
          {say(lang, fill(startWords.reuse, { source: say(lang, reuseSource(paper.reuseFrom)) }))}
        </p>
      )}
      {children}
    </li>
  );
}
