import type { FastifyRequest } from 'fastify';
import { expect, test } from 'vitest';
import type { Log } from '../log.ts';
import { noticeUnnamedProxy } from './unnamed-proxy.ts';

function request(peer: string, ip: string, forwarded?: string): FastifyRequest {
  const headers = { 'x-forwarded-for': forwarded };
  return { socket: { remoteAddress: peer }, ip, headers } as unknown as FastifyRequest;
}

test('a proxy that the settings do not name is told once; named ones and direct callers are not', () => {
  const told: unknown[] = [];
  const notice = noticeUnnamedProxy({
    warn: (facts: unknown) => told.push(facts),
  } as unknown as Log);
  notice(request('192.0.2.1', '192.0.2.1'));
  notice(request('127.0.0.1', '203.0.113.5', '203.0.113.5'));
  expect(told).toEqual([]);
  notice(request('10.0.0.5', '10.0.0.5', '203.0.113.5'));
  notice(request('10.0.0.6', '10.0.0.6', '203.0.113.5'));
  expect(told).toEqual([{ peer: '10.0.0.5' }]);
});
