import { columnsOf, partsOf } from '#/platform/form/records.ts';
import { AskLeaf } from './ask-leaf.tsx';
import type { AskProps } from './ask-props.ts';
import { AskRecord } from './ask-record.tsx';
import { AskRows } from './ask-rows.tsx';

/**
 * Draws one question of any kind with what was typed and what is wrong with it. The input (or its first box) has the
 * posted name as its id, so that an error summary can lead to it.
 */
export function Ask(props: AskProps) {
  if (partsOf(props.question) !== undefined) return <AskRecord {...props} />;
  if (columnsOf(props.question) !== undefined) return <AskRows {...props} />;
  return <AskLeaf {...props} />;
}
