/** In two seconds of the test a minute passes: pauses between attempts and leases of the dead end while it waits. */
const speed = 30;

/** The time of installations that began together; every process reckons the same. */
export function fastTime(epoch: number, start: Date): () => Date {
  return () => new Date(start.getTime() + (Date.now() - epoch) * speed);
}
