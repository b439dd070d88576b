/** A paper could not be signed. Its message is for the record clerk. */
export class SigningFault extends Error {
  override readonly name = 'SigningFault';
}
