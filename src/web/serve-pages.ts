import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site in memory: text by path. There is no way from an address to a file of the disk. */
export type Pages = ReadonlyMap<string, string>;

export interface PageServer {
  /** `http://127.0.0.1:4173/` */
  readonly address: string;
  /** Shows other pages from now on. */
  show(pages: Pages): void;
  close(): Promise<void>;
}

const host = '127.0.0.1';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
};

/**
 * Serves pages to this machine only.
 *
 * @param port 0 takes any that is free
 * @throws the system's error when the port is taken
 */
export async function servePages(
  pages: Pages,
  { port, policy }: { readonly port: number; readonly policy: string },
): Promise<PageServer> {
  let shown = pages;
  const server = createServer((request, response) => answer(request, response, shown, policy));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://${host}:${taken}/`,
    show(next) {
      shown = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  pages: Pages,
  policy: string,
): void {
  const { method = '', url = '/' } = request;
  const send = (status: number, type: string, text: string) => {
    response.writeHead(status, {
      'content-type': type,
      'content-length': Buffer.byteLength(text),
      'content-security-policy': `${policy}; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    response.end(method === 'HEAD' ? '' : text);
  };
  const plain = 'text/plain; charset=utf-8';
  const path = readPath(url);
  const text = pages.get(path);
  if (!isOwnName(request.headers.host)) {
    // A page elsewhere could give this machine a name of its own and read what is shown here.
    send(421, plain, 'not the name of this server\n');
  } else if (method !== 'GET' && method !== 'HEAD') {
    send(405, plain, 'only GET and HEAD\n');
  } else if (text === undefined) {
    send(404, plain, 'there is no such page\n');
  } else {
    send(200, types[path.slice(path.lastIndexOf('.') + 1)] ?? plain, text);
  }
}

function isOwnName(name: string | undefined): boolean {
  return name !== undefined && /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(name);
}

function readPath(url: string): string {
  const [path = ''] = url.slice(1).split(/[?#]/);
  try {
    return decodeURIComponent(path) || 'index.html';
  } catch {
    return '';
  }
}
