import { jest } from '@jest/globals'
import { Blob } from 'node:buffer'
import { createHash, webcrypto } from 'node:crypto'
import { doneJob, fileOf, jobOf } from './jobs.ts'

// jsdom has neither digests nor blobs that are read.
Object.defineProperty(globalThis, 'crypto', { value: webcrypto })

/** Answers with a file, and hears what was asked for and what was saved. */
export function downloads(content: string) {
  const asked: string[] = []
  const saved: string[] = []
  const request = ({ path }: { readonly path: string }) => {
    asked.push(path)
    return Promise.resolve({ status: 200, body: { blob: async () => new Blob([content]) } })
  }
  URL.createObjectURL = () => 'blob:kept'
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function keep(
    this: HTMLAnchorElement,
  ) {
    saved.push(`${this.download} ${this.href}`)
  })
  return { request, asked, saved }
}

/** A job whose file has this content. */
export const madeOf = (content: string) =>
  jobOf({
    ...doneJob,
    file: fileOf({ sha256: createHash('sha256').update(content).digest('hex') }),
  })
