import { stampOf, verifyStamp, type Stamper } from '#/platform/pades/index.ts';
import type { Anchor } from './anchor.ts';

/** Anchors in time stamps (RFC 3161). What the authority answered is checked before it is kept: it might have stamped something else. */
export function timeStampAnchor(place: string, stamper: Stamper): Anchor {
  return {
    place,
    async anchor(note) {
      const data = Buffer.from(note);
      const proof = await stampOf(stamper, data);
      return { note, proof, at: verifyStamp(proof, data).at };
    },
  };
}
