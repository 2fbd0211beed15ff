import { useFiles } from '@sonaqor/module'
import { save } from '@sonaqor/ui'
import { useEffect, useRef, useState } from 'react'
import type { AuditFilter } from './audit-filter.ts'
import { checkExport, type Manifest } from './export-check.ts'

export type ExportFormat = 'jsonl' | 'csv'

/** A file that was found whole, and what it is called. */
export interface Exported {
  readonly name: string
  readonly content: Blob
  readonly manifest: Manifest
}

/** How far a file has come, or what became of it. Nothing but a whole one is ever saved. */
export type Exporting =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly bytes: number; readonly lines: number }
  | ({ readonly state: 'done' } & Exported)
  | { readonly state: 'refused'; readonly because: 'cut' | 'differs'; readonly bytes: number }
  | { readonly state: 'failed'; readonly error: unknown }

/** A file grows faster than anybody reads figures. */
const drawEveryMs = 100

/** Takes the log away as a file, and gives it to the browser once it is known to be whole. */
export function useExporting() {
  const files = useFiles()
  const [exporting, become] = useState<Exporting>({ state: 'idle' })
  const underWay = useRef<AbortController>(undefined)
  const stop = () => underWay.current?.abort()
  useEffect(() => () => underWay.current?.abort(), [])

  async function take(format: ExportFormat, filter: AuditFilter, { signal }: AbortController) {
    const tell = (news: Exporting) => !signal.aborted && become(news)
    let bytes = 0
    tell({ state: 'running', bytes, lines: 0 })
    const response = await files.audit.export({ query: { ...filter, format } })
    const check = checkExport()
    const content = pile()
    let toldMs = 0
    try {
      for await (const chunk of chunksOf(response, signal)) {
        check.take(chunk)
        content.put(chunk)
        bytes += chunk.length
        if (performance.now() - toldMs < drawEveryMs) continue
        toldMs = performance.now()
        tell({ state: 'running', bytes, lines: check.lines() })
      }
    } catch {
      // What breaks off on its way is as short as what the server left off.
      return tell({ state: 'refused', because: 'cut', bytes })
    }
    if (signal.aborted) return
    const verdict = check.end()
    if (!verdict.fits) return tell({ state: 'refused', because: verdict.because, bytes })
    const type = response.headers.get('content-type') ?? ''
    const file: Exported = {
      name: nameOf(response) ?? `audit-log.${format}`,
      content: content.as(type),
      manifest: verdict.manifest,
    }
    save(file.content, file.name)
    tell({ state: 'done', ...file })
  }

  return {
    exporting,
    begin(format: ExportFormat, filter: AuditFilter) {
      stop()
      const own = new AbortController()
      underWay.current = own
      take(format, filter, own).catch((error: unknown) => {
        if (!own.signal.aborted) become({ state: 'failed', error })
      })
    },
    stop() {
      stop()
      become({ state: 'idle' })
    },
  }
}

const looseBytesMax = 8_000_000

/** Browsers keep large blobs on disk; loose bytes would stay in the memory of the page. */
function pile() {
  let parts: BlobPart[] = []
  let looseBytes = 0
  return {
    put(chunk: Uint8Array<ArrayBuffer>) {
      parts.push(chunk)
      looseBytes += chunk.length
      if (looseBytes < looseBytesMax) return
      parts = [new Blob(parts)]
      looseBytes = 0
    },
    as: (type: string) => new Blob(parts, { type }),
  }
}

/** Our API writes plain names, in quotes. */
function nameOf({ headers }: Response): string | undefined {
  return /filename="([^"/\\]+)"/.exec(headers.get('content-disposition') ?? '')?.[1]
}

/** The bytes as they come, until somebody stops them. Not every browser iterates a stream by itself. */
async function* chunksOf({ body }: Response, signal: AbortSignal) {
  const reader = body?.getReader()
  if (!reader) return
  signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined))
  try {
    while (!signal.aborted) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    // Nothing more is wanted; one that has ended already takes no harm.
    void reader.cancel().catch(() => undefined)
  }
}
