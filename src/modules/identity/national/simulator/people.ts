/** An invented person of the simulated VNeID. */
export interface SimulatedPerson {
  readonly citizenPid: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly accountLevel: 1 | 2;
  readonly accountType: 'PERSON' | 'ORGANISATION';
}

/** Who can be chosen: demo persons whom the commune knows, and some whom it does not. Numbers of 000 belong to nobody. */
export const people: readonly SimulatedPerson[] = [
  person('000192000001', 'NGUYỄN THỊ BÌNH', '27/03/1992'),
  person('000068000002', 'THẠCH SA RƯƠNE', '05/11/1968'),
  person('000301000201', 'TRƯƠNG MỸ HOA', '19/05/2001'),
  { ...person('000085000202', 'LÂM QUỐC BẢO', '30/08/1985'), accountLevel: 1 },
];

function person(citizenPid: string, fullName: string, birthDate: string): SimulatedPerson {
  return { citizenPid, fullName, birthDate, accountLevel: 2, accountType: 'PERSON' };
}
