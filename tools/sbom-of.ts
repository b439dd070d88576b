import { createHash } from 'node:crypto';

/** An entry of package-lock.json, version 3. */
interface Locked {
  readonly version?: string;
  readonly name?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Lock {
  readonly name: string;
  readonly version: string;
  readonly packages: Readonly<Record<string, Locked>>;
}

/** The bill of materials of an installation (CycloneDX 1.6), made from the lock alone: the same lock, the same bill. */
export function sbomOf(lock: Lock) {
  const places = Object.entries(lock.packages).filter(
    ([place, { version, link }]) => place !== '' && version !== undefined && !link,
  );
  const refs = new Map(
    places.map(([place, entry]) => [place, purlOf(nameOf(place, entry), entry)]),
  );
  const root = `pkg:npm/${lock.name}@${lock.version}`;
  const components = new Map(
    places.map(([place, entry]) => [refs.get(place)!, componentOf(nameOf(place, entry), entry)]),
  );
  const edges = new Map<string, Set<string>>([[root, new Set()]]);
  for (const [place, entry] of [['', lock.packages['']!] as const, ...places]) {
    const from = place === '' ? root : refs.get(place)!;
    const to = edges.get(from) ?? new Set<string>();
    for (const name of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) {
      const found = resolve(place, name, refs);
      if (found !== undefined) to.add(found);
    }
    edges.set(from, to);
  }
  return {
    bomFormat: 'CycloneDX' as const,
    specVersion: '1.6' as const,
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(lock))}`,
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': root, name: lock.name, version: lock.version },
    },
    components: [...components.values()],
    dependencies: [...edges].map(([ref, to]) => ({ ref, dependsOn: [...to].toSorted() })),
  };
}

function nameOf(place: string, { name }: Locked): string {
  return name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** Package URL; the @ of a scope is percent-encoded (purl specification, npm). */
function purlOf(name: string, { version }: Locked): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version!}`;
}

function componentOf(name: string, entry: Locked) {
  const { version, integrity, license, dev, optional } = entry;
  const purl = purlOf(name, entry);
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version: version!,
    purl,
    scope: dev ? 'excluded' : optional ? 'optional' : 'required',
    ...(license !== undefined && { licenses: [licenseOf(license)] }),
    ...(integrity !== undefined && { hashes: hashesOf(integrity) }),
  };
}

function licenseOf(license: string) {
  return /[\s()]/.test(license) ? { expression: license } : { license: { name: license } };
}

const algorithms: Readonly<Record<string, string>> = {
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
};

/** Subresource integrity as hexadecimal hashes. */
function hashesOf(integrity: string) {
  return integrity.split(/\s+/).map((one) => {
    const [algorithm = '', digest = ''] = one.split(/-(.*)/s);
    const content = Buffer.from(digest, 'base64').toString('hex');
    return { alg: algorithms[algorithm] ?? algorithm, content };
  });
}

/** As Node finds a package: in the nearest node_modules on the way up. */
function resolve(place: string, name: string, refs: ReadonlyMap<string, string>) {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const found = refs.get(at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`);
    if (found !== undefined || at === '') return found;
    if (!at.includes('/node_modules/')) return refs.get(`node_modules/${name}`);
  }
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
