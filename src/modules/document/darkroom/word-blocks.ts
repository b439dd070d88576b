import type { Block, Run } from './order.ts';

/** The parts of a text, from the plain HTML that the reader of Word files makes of it (no scripts, no styles). */
export function readBlocks(html: string): Block[] {
  const reader = new Reader();
  for (const [token] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    if (token.startsWith('</')) reader.close(token.slice(2, -1));
    else if (token.startsWith('<')) reader.open(/^<([a-z0-9]+)/.exec(token)?.[1] ?? '', token);
    else reader.say(decoded(token));
  }
  return reader.blocks;
}

class Reader {
  readonly blocks: Block[] = [];
  #runs: Run[] = [];
  #bold = 0;
  #italic = 0;
  #rows: Run[][][] | undefined;

  open(tag: string, token: string): void {
    if (tag === 'strong') this.#bold += 1;
    if (tag === 'em') this.#italic += 1;
    if (tag === 'br' || (tag === 'p' && this.#rows && this.#runs.length > 0)) this.say('\n');
    if (tag === 'img') this.#picture(token);
    if (tag === 'li' || (tag === 'p' && !this.#rows)) this.#end('paragraph');
    if (tag === 'table') this.#rows ??= [];
    if (tag === 'tr') this.#rows?.push([]);
  }

  close(tag: string): void {
    if (tag === 'strong') this.#bold -= 1;
    if (tag === 'em') this.#italic -= 1;
    if (tag === 'td' || tag === 'th') this.#rows?.at(-1)?.push(this.#taken());
    if (tag === 'table') this.#table();
    if (this.#rows) return;
    if (tag === 'p') this.#end('paragraph');
    if (tag === 'li') this.#end('item');
    const level = /^h([1-6])$/.exec(tag)?.[1];
    if (level) this.#end('heading', Number(level));
  }

  say(text: string): void {
    const bold = this.#bold > 0 || undefined;
    this.#runs.push({ text, bold, italic: this.#italic > 0 || undefined });
  }

  #taken(): Run[] {
    const runs = this.#runs;
    this.#runs = [];
    return runs;
  }

  #end(kind: 'paragraph' | 'item' | 'heading', level = 1): void {
    const runs = this.#taken();
    if (runs.every((run) => run.text.trim() === '')) return;
    this.blocks.push(kind === 'heading' ? { kind, level, runs } : { kind, runs });
  }

  #picture(token: string): void {
    const name = /src="([^"]+)"/.exec(token)?.[1];
    if (name === undefined) return;
    const words = decoded(/alt="([^"]*)"/.exec(token)?.[1] ?? '');
    this.blocks.push({ kind: 'picture', name, words });
  }

  #table(): void {
    const rows = this.#rows?.filter((row) => row.length > 0) ?? [];
    this.#rows = undefined;
    const columns = Math.max(0, ...rows.map((row) => row.length));
    if (columns > 0) this.blocks.push({ kind: 'table', columns, rows });
  }
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&amp;': '&',
};

function decoded(text: string): string {
  return text.replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity);
}
