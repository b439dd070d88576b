import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Tinos is the metric twin of Times New Roman, which Decree 30/2020 asks for in official papers;
 * Be Vietnam Pro is the face of the platform's own letters. Typst reads TTF, not WOFF.
 */
const faces = [
  'tinos/400Regular/Tinos_400Regular',
  'tinos/400Regular_Italic/Tinos_400Regular_Italic',
  'tinos/700Bold/Tinos_700Bold',
  'tinos/700Bold_Italic/Tinos_700Bold_Italic',
  'be-vietnam-pro/400Regular/BeVietnamPro_400Regular',
  'be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold',
  'be-vietnam-pro/700Bold/BeVietnamPro_700Bold',
];

export function readFonts(): Buffer[] {
  return faces.map((face) => readFileSync(require.resolve(`@expo-google-fonts/${face}.ttf`)));
}
