// Runs on any Node from 20 on: installs what is missing and hands over to the Node that the project is written for.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'node_modules', '.installed');

// Not `npm ci`: it refuses where a registry mirror lacks the optional packages of other platforms.
const installFlags = [
  'install',
  '--no-save',
  '--include=dev',
  '--include=optional',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];

/** Installs the packages of package-lock.json when they are not there as it says. Install scripts are not needed. */
export function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Đang cài các gói cần thiết (chỉ lần đầu)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, installFlags, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('Không cài được các gói. Hãy kiểm tra mạng tới kho npm rồi chạy lại.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

/**
 * Adds the optional packages that npm leaves out under an old Node: tests run the machine of a chain (Hardhat's), whose
 * program asks for Node 22. Where npm did not call us, or has no such package, the tests that need it are skipped.
 */
export function addOptionalPackages() {
  const npm = process.env.npm_execpath;
  if (!npm || Number(process.versions.node.split('.')[0]) >= 22) return;
  const folder = join(root, 'node_modules', '@nomicfoundation');
  if (existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('edr-'))) return;
  spawnSync(node24(), [npm, ...installFlags], { cwd: root, stdio: 'inherit' });
}

/** The program of Node 24: this one, or the one that came as a package. */
export function node24() {
  if (Number(process.versions.node.split('.')[0]) === 24) return process.execPath;
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const packaged = join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', file);
  if (existsSync(packaged)) return packaged;
  console.error(
    `Cần Node 24. Máy này có Node ${process.version} và không có gói Node 24 cho ${system}-${process.arch}.`,
  );
  process.exit(1);
}

/**
 * Flags with which Node runs the project's TypeScript from its root folder. The heap grows by small steps: left alone,
 * V8 takes several times what it needs on a large machine, and the program has to live beside its database on a small one.
 */
export const nodeFlags = JSON.parse(readFileSync(join(root, 'tools', 'node-flags.json'), 'utf8'));

/** Runs Node 24, hands it our signals, and ends as it ended. */
export function runNode24(args, environment = {}) {
  const child = spawn(node24(), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  if (process.env.npm_lifecycle_event) endWithParent(child);
  // A terminal sends Ctrl-C to the whole group; the child has its own copy then and ends in order.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

/** npm does not hand a SIGTERM on: when npm is gone, so shall the program be, in order. */
function endWithParent(child) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500).unref();
}
