/**
 * Vietnamese typed while the input method was off: Telex "ddawng kys" and VNI "d9a8ng ky1" keep the keys of the
 * accents in the text. Returns the folded syllable that was meant, or nothing when no such keys are seen.
 */
export function readRawKeys(syllable: string): string | undefined {
  return readTelex(syllable) ?? readVni(syllable);
}

function readTelex(syllable: string): string | undefined {
  if (!/^[a-z]+$/.test(syllable)) return undefined;
  const meant = syllable
    .replace(/^dd/, 'd')
    .replace(/(aa|ee|oo)/, (pair) => pair[0]!)
    .replace(/([aou])w/g, '$1')
    .replace(/w/g, 'u')
    .replace(/(?<=[aeiouy][a-z]*)[sfrxj]$/, '');
  return meant === syllable ? undefined : meant;
}

function readVni(syllable: string): string | undefined {
  if (!/^[a-z]+[1-9][a-z0-9]*$/.test(syllable) || !/[aeiouy]/.test(syllable)) return undefined;
  return syllable.replace(/[1-9]/g, '');
}
