import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyBlock } from '../sketch/blocks.ts';
import { sketchOf } from '../sketch/write-block.ts';
import { compileSketch } from '../sketch/play.ts';
import { proveSound } from './prove.ts';

async function flawsOf(lines: string): Promise<string[]> {
  const { faults } = proveSound(await compileSketch(lines));
  return faults.map(({ flaw, element }) => `${flaw} ${element}`);
}

const permit = (escape: string) => `
  start S
  user Receive kind=receive
  xor Accepted
  end EndRefused
  and Split
  user Appraise outcomes="good missing"
  xor Way
  on Warn host=Appraise after=P15D beside
  user Hurry
  end Warned
  user Fire outcomes="agree"
  user Traffic outcomes="agree"
  and Join
  user Approve kind=approve
  xor Approved
  user Sign kind=deliver
  end Done
  S -> Receive -> Accepted
  Accepted -> Split if outcome = "accept"
  Accepted -> EndRefused if outcome = "refuse"
  Split -> Appraise -> Way
  ${escape}
  Warn -> Hurry -> Warned
  Split -> Fire -> Join
  Split -> Traffic -> Join
  Join -> Approve -> Approved
  Approved -> Sign if outcome = "approve"
  Approved -> Receive if outcome = "return"
  Sign -> Done`;

describe('the soundness proof', () => {
  test('proves a building permit with parallel opinions, a warning and a return', async () => {
    const proof = proveSound(await compileSketch(permit('Way -> Join otherwise')));
    expect(proof).toMatchObject({ sound: true, bounded: false, faults: [] });
    expect(proof.markings).toBeLessThan(60);
  });

  test('finds the way round a parallel join that leaves the others waiting for ever', async () => {
    const flaws = await flawsOf(
      permit('Way -> EndRefused if outcome = "missing"\nWay -> Join otherwise'),
    );
    expect(flaws).toContain('stuck Join');
  });

  test('finds an outcome that leads nowhere, and names it', async () => {
    const { faults } = proveSound(
      await compileSketch(`
        start S
        user Approve kind=approve
        xor G
        end E
        end F
        S -> Approve -> G
        G -> E if outcome = "approve"
        G -> F if outcome = "refuse"`),
    );
    expect(faults.map(({ flaw, element }) => `${flaw} ${element}`)).toEqual([
      'no-way-out G',
      'dead F',
      'never-true G_to_F',
    ]);
    expect(faults[0]?.words.vi).toContain('khi kết quả là “return”');
  });

  test('finds parallel branches that meet without a join', async () => {
    const flaws = await flawsOf(`
      start S
      and Split
      user A
      user B
      xor Meet
      user C
      end E
      S -> Split -> A -> Meet
      Split -> B -> Meet
      Meet -> C -> E`);
    expect(flaws).toEqual(['unsynchronised C']);
  });

  test('finds work that multiplies without bound', async () => {
    const flaws = await flawsOf(`
      start S
      xor In
      and Split
      user A
      and Join
      user C
      end E
      user D
      S -> In -> Split -> A -> In
      Split -> D -> Join
      Split -> Join
      Join -> C -> E`);
    expect(
      flaws.some((flaw) => flaw.startsWith('unsynchronised') || flaw.startsWith('stuck')),
    ).toBe(true);
  });

  test('finds elements that are never reached', async () => {
    const flaws = await flawsOf(`
      start S
      user A
      on Broken host=A error=x
      user B
      end E
      S -> A -> E
      Broken -> B -> E`);
    expect(flaws).toEqual(['dead Broken', 'dead B']);
  });

  test('finds a loop in which nobody has to do anything', async () => {
    const flaws = await flawsOf(`
      start S
      xor In
      xor Out
      user A
      end E
      S -> In -> Out
      Out -> In if feeDue
      Out -> A otherwise
      A -> E`);
    expect(flaws).toEqual(['no-way-out In']);
  });

  test('finds a step without a role', async () => {
    expect(await flawsOf('start S\nuser A role=""\nend E\nS -> A -> E')).toEqual(['no-role A']);
  });

  test('remembers the outcome when a condition looks at it after something else was waited for', async () => {
    const flaws = await flawsOf(`
      start S
      user A outcomes="left right"
      job Print
      xor G
      user L
      user R
      end E
      S -> A -> Print -> G
      G -> L if outcome = "left"
      G -> R if outcome = "right"
      L -> E
      R -> E`);
    expect(flaws).toEqual([]);
  });

  test('says that it does not know when the bound is hit, and blames nothing', async () => {
    const branches = Array.from({ length: 12 }, (_, at) => `user T${at}`);
    const flows = branches.map((_, at) => `Split -> T${at} -> Join`);
    const wide = [
      'start S',
      'end E',
      'and Split',
      'and Join',
      ...branches,
      'S -> Split',
      ...flows,
      'Join -> E',
    ];
    const proof = proveSound(await compileSketch(wide.join('\n')), 500);
    expect(proof).toMatchObject({ sound: false, bounded: true, faults: [] });
  });

  test('ends in time however many decisions a hostile model wants to be tried', async () => {
    const steps = Array.from({ length: 40 }, (_, at) => `user T${at}`);
    const flows = steps.map((_, at) => `Split -> T${at} if feeDue and ${at} > 0`);
    const ends = steps.map((_, at) => `T${at} -> Join`);
    const lines = [
      'start S',
      'end E',
      'or Split',
      'or Join',
      ...steps,
      'S -> Split',
      ...flows,
      ...ends,
      'Join -> E',
    ];
    const started = performance.now();
    expect(proveSound(await compileSketch(lines.join('\n')), 2_000).bounded).toBe(true);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('holds for every process that is sound by its construction', async () => {
    await fc.assert(
      fc.asyncProperty(anyBlock(), async (block) => {
        const proof = proveSound(await compileSketch(sketchOf(block)), 3_000);
        expect(proof.bounded || proof.sound).toBe(true);
        expect(proof.faults).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('no longer holds once a parallel join of such a process is replaced by a plain merge', async () => {
    const withParallel = anyBlock().filter((block) => sketchOf(block).includes('\nand '));
    await fc.assert(
      fc.asyncProperty(withParallel, async (block) => {
        const lines = sketchOf(block);
        const join = /^and (N\d+join)$/m.exec(lines)![1]!;
        const broken = lines
          .replace(`and ${join}`, `xor ${join}\nuser Next`)
          .replaceAll(`${join} -> `, `${join} -> Next -> `);
        expect(proveSound(await compileSketch(broken), 3_000).sound).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});
