import { expect, test } from 'vitest';
import { demoOffice } from '../../../../test/journeys/office.ts';
const office = demoOffice();
test('x', async () => { const p = await office().signedIn('mot-cua-1'); console.log(p.path, p.status, p.words.slice(0,300)); expect(1).toBe(1); });
