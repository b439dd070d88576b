/** The published thresholds: so many milliseconds may a deed take for 95 of 100 people. */
export const limits: Readonly<Record<string, number>> = { search: 50, open: 50, submit: 100 };
