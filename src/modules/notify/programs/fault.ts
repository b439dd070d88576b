/** An error in the shape of GOV.UK Notify's interface; thrown inside the interface, answered at its door. */
export class ApiFault extends Error {
  readonly status: number;
  readonly errors: readonly { readonly error: string; readonly message: string }[];
  constructor(status: number, error: string, ...messages: string[]) {
    super(messages[0] ?? error);
    this.name = 'ApiFault';
    this.status = status;
    this.errors = messages.map((message) => ({ error, message }));
  }
}

export function validationFault(...messages: string[]): ApiFault {
  return new ApiFault(400, 'ValidationError', ...messages);
}
