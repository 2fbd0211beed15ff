import { extname } from 'node:path/posix'

interface ContentType {
  readonly type: string
  /** Whether it shrinks worth the while; fonts and pictures are packed already. */
  readonly compressible: boolean
}

const byExtension: Readonly<Record<string, ContentType>> = {
  '.js': { type: 'text/javascript; charset=utf-8', compressible: true },
  '.css': { type: 'text/css; charset=utf-8', compressible: true },
  '.json': { type: 'application/json; charset=utf-8', compressible: true },
  '.html': { type: 'text/html; charset=utf-8', compressible: true },
  '.svg': { type: 'image/svg+xml', compressible: true },
  '.wasm': { type: 'application/wasm', compressible: true },
  '.tgz': { type: 'application/gzip', compressible: false },
  '.woff2': { type: 'font/woff2', compressible: false },
  '.png': { type: 'image/png', compressible: false },
  '.webp': { type: 'image/webp', compressible: false },
}

/** By the end of the name. What is not known is never run or drawn, for every answer forbids sniffing. */
export function contentTypeOf(path: string): ContentType {
  return byExtension[extname(path)] ?? { type: 'application/octet-stream', compressible: false }
}
