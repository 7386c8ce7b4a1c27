import { request } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { servePages } from '../../src/web/serve-pages.js';

const pages = new Map([
  ['index.html', '<p>first</p>'],
  ['items/A~20.b.html', '<p>Ä</p>'],
]);

async function serve() {
  const server = await servePages(pages, { port: 0, policy: "default-src 'none'" });
  onTestFinished(() => server.close());
  return server;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** fetch would tidy the path before it is sent. */
function ask(address: string, path: string, options: object = {}): Promise<Answer> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('the server of pages', () => {
  it('listens on this machine only and gives pages with their type and policy', async () => {
    const { address } = await serve();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const { status, headers, text } = await ask(address, '/');
    expect([status, text]).toEqual([200, '<p>first</p>']);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect((await ask(address, '/items/A~20.b.html?x=1')).text).toBe('<p>Ä</p>');
    const head = await ask(address, '/', { method: 'HEAD' });
    expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', '12']);
  });

  it('has no way to a file of the disk', async () => {
    const { address } = await serve();
    const ways = [
      '/../../../../etc/passwd',
      '/items/../../etc/passwd',
      '/..%2f..%2fetc%2fpasswd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '//etc/passwd',
      '/etc/passwd',
      '/index.html%00.js',
      '/%',
      '/package.json',
      '/__proto__',
    ];
    for (const way of ways) expect((await ask(address, way)).status).toBe(404);
  });

  it('answers to its own name, and only to those who read', async () => {
    const { address } = await serve();
    const { port } = new URL(address);
    const status = async (options: object) => (await ask(address, '/', options)).status;
    expect(await status({ headers: { host: `localhost:${port}` } })).toBe(200);
    expect(await status({ headers: { host: `evil.example:${port}` } })).toBe(421);
    expect(await status({ headers: { host: `127.0.0.1.evil.example:${port}` } })).toBe(421);
    expect(await status({ method: 'POST' })).toBe(405);
    expect(await status({ method: 'DELETE' })).toBe(405);
  });

  it('shows other pages when told, and says when a port is taken', async () => {
    const server = await serve();
    server.show(new Map([['index.html', 'second']]));
    expect((await ask(server.address, '/')).text).toBe('second');
    const port = Number(new URL(server.address).port);
    await expect(servePages(pages, { port, policy: '' })).rejects.toThrow('EADDRINUSE');
  });
});
