// `npm run sbom`: the bill of materials (CycloneDX 1.6) of this installation on standard output.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sbomOf, type Lock } from './sbom-of.ts';

const lock = readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8');
console.log(JSON.stringify(sbomOf(JSON.parse(lock) as Lock), null, 2));
