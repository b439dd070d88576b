/** The lines on which a template begins a loop, counted from 1: one that never ends runs in one of them. */
export function linesOfLoops(template: string): number[] {
  return template
    .split('\n')
    .flatMap((line, at) =>
      /(?:^|[^\p{L}\w-])(?:for|while)\s/u.test(withoutComment(line)) ? [at + 1] : [],
    );
}

function withoutComment(line: string): string {
  return line.replace(/(^|[^:])\/\/.*/, '$1');
}
