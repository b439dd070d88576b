/**
 * When new moons fall and where the sun stands, by the series of Jean Meeus (Astronomical Formulae for Calculators,
 * 1985), good to about two minutes. Days are Julian day numbers, reckoned from midnight at UTC+7.
 */

const zone = 7 / 24;

/** The day of the k-th new moon after the one of 1 January 1900. */
export function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const t2 = t * t;
  const t3 = t2 * t;
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t2);
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
  const correction =
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * node) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * node + sun) -
    0.0004 * sin(2 * node - sun) -
    0.0006 * sin(2 * node + moon) +
    0.001 * sin(2 * node - moon) +
    0.0005 * sin(2 * moon + sun);
  const dynamical = -0.000278 + 0.000265 * t + 0.000262 * t2;
  return Math.floor(mean + correction - dynamical + 0.5 + zone);
}

/** The number of the last new moon on or before a day, give or take one. */
export function moonNear(day: number): number {
  return Math.floor((day - 2415021) / 29.530588853);
}

/** The twelfth of its path in which the sun stands as a day begins: 0 from the spring equinox, 9 from the winter solstice. */
export function sunSector(day: number): number {
  const t = (day - 2451545.5 - zone) / 36525;
  const t2 = t * t;
  const anomaly = 357.5291 + 35999.0503 * t - 0.0001559 * t2 - 0.00000048 * t2 * t;
  const mean = 280.46645 + 36000.76983 * t + 0.0003032 * t2;
  const longitude =
    mean +
    (1.9146 - 0.004817 * t - 0.000014 * t2) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.00029 * sin(3 * anomaly);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

function sin(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}
