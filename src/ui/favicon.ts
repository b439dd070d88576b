import { createHash } from 'node:crypto';

/** The sign of the site in tabs and bookmarks: a sheet on lacquer red above the gold line of every page's head. */
const sheet =
  '<path d="M10 6h8l5 5v11H10z" fill="#fff"/><path d="M13 13h7M13 16h7M13 19h4" stroke="#9b1c1c" stroke-width="1.5"/><path d="M6 26h20" stroke="#d9a441" stroke-width="2"/>';

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#9b1c1c"/>${sheet}</svg>`;

const hash = createHash('sha256').update(svg).digest('hex').slice(0, 10);

/** Its address, which changes with it, and what is there. */
export const favicon = { url: `/tai-nguyen/bieu-tuong-${hash}.svg`, svg } as const;

/** The same sign for the installed application: red to the edge, and small enough for every mask (W3C: the inner 80 %). */
export const appDrawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#9b1c1c"/><g transform="translate(16 16) scale(.78) translate(-16 -16)">${sheet}</g></svg>`;

/** Where a browser reads how the site is installed. */
export const manifestAddress = '/ung-dung.webmanifest';
