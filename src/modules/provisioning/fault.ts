/** Why a SCIM request is not done: status and, where RFC 7644 (3.12, table 9) has one, the scimType. */
export class ScimFault extends Error {
  readonly status: number;
  readonly scimType: string | undefined;
  constructor(status: number, detail: string, scimType?: string) {
    super(detail);
    this.name = 'ScimFault';
    this.status = status;
    this.scimType = scimType;
  }
}

/** What was sent is wrong, in one of the ways that RFC 7644 names. */
export function badRequest(
  scimType:
    | 'invalidFilter'
    | 'invalidPath'
    | 'invalidSyntax'
    | 'invalidValue'
    | 'mutability'
    | 'noTarget'
    | 'tooMany',
  detail: string,
): ScimFault {
  return new ScimFault(400, detail, scimType);
}
