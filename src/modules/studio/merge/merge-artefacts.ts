import { artefactNames, type ArtefactName, type Artefacts } from '#/modules/procedure/index.ts';
import { readJson } from '../text/read-json.ts';
import { writeJson } from '../text/write-json.ts';
import type { Clash, Merged } from './clash.ts';
import { mergeJson } from './merge-json.ts';
import { mergeXml } from './merge-xml.ts';

/** A clash with the file in which it lies. */
export interface ArtefactClash extends Clash {
  readonly file: ArtefactName;
}

/** Merges two edits of the same six texts. */
export function mergeArtefacts(
  base: Artefacts,
  mine: Artefacts,
  theirs: Artefacts,
): { readonly artefacts: Artefacts; readonly clashes: readonly ArtefactClash[] } {
  const clashes: ArtefactClash[] = [];
  const merged = artefactNames.map((file) => {
    const { value, clashes: found } = mergeText(file, base[file], mine[file], theirs[file]);
    clashes.push(...found.map((clash) => ({ ...clash, file })));
    return [file, value] as const;
  });
  return { artefacts: Object.fromEntries(merged) as unknown as Artefacts, clashes };
}

function mergeText(file: ArtefactName, base: string, mine: string, theirs: string): Merged<string> {
  if (mine === theirs || base === theirs) return { value: mine, clashes: [] };
  if (base === mine) return { value: theirs, clashes: [] };
  return mergeParts(file, base, mine, theirs) ?? { value: mine, clashes: [{ place: '', theirs }] };
}

/** By the parts of the text; undefined when it has none that can be told apart. */
function mergeParts(
  file: ArtefactName,
  base: string,
  mine: string,
  theirs: string,
): Merged<string> | undefined {
  switch (file) {
    case 'rules.dmn':
      return mergeXml(base, mine, theirs, 'definitions');
    case 'process.bpmn':
      return mergeXml(base, mine, theirs, 'process');
    case 'result.typ':
      return undefined;
    case 'procedure.json':
    case 'form.json':
    case 'examples.json':
      return mergeJsonTexts(base, mine, theirs);
  }
}

function mergeJsonTexts(base: string, mine: string, theirs: string): Merged<string> | undefined {
  try {
    const { value, clashes } = mergeJson(readJson(base), readJson(mine), readJson(theirs));
    return { value: writeJson(value), clashes };
  } catch {
    return undefined;
  }
}
